import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { withPolicy as pageWith, policyFor as policyWith } from '../../../src/build/contentSecurityPolicy.ts';

const page = (head: string) => `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body></body></html>`;
const policyFor = (html: string, packages = '/listings/wheels/') => policyWith(html, packages);
const withPolicy = (html: string) => pageWith(html, '/listings/wheels/');
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

it('stands before everything that it governs', () => {
	expect(withPolicy(page('<script>a()</script>'))).toMatch(
		/<meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none';/,
	);
});

it('allows the inline scripts and styles of the page and no others', () => {
	const policy = policyFor(page('<script>a()</script><script src="/a.js"></script><style>b{}</style>'));
	expect(policy).toContain(`script-src 'self' 'wasm-unsafe-eval' ${hash('a()')};`);
	expect(policy).toContain(`style-src 'self' ${hash('b{}')};`);
	expect(policyFor(page(''))).not.toContain('sha256');
});

it('does not hash data', () => {
	expect(policyFor(page('<script type="application/ld+json">{}</script>'))).not.toContain('sha256');
});

it('refuses a page without a character set', () => {
	expect(() => withPolicy('<html></html>')).toThrow('charset');
});

it('lets a page on which code runs fetch packages from their host, and no other page', () => {
	const listing = page('').replace('<body>', '<body><figure data-listing="a/b.py"></figure>');
	const elsewhere = 'https://packages.example.org/full/';
	expect(policyFor(listing, elsewhere)).toContain("connect-src 'self' https://packages.example.org;");
	expect(policyFor(page(''), elsewhere)).toContain("connect-src 'self';");
	expect(policyFor(listing)).toContain("connect-src 'self';");
});

it('lets a page on which code runs embed the frame of Python, and no other page', () => {
	const listing = page('').replace('<body>', '<body><figure data-listing="a/b.py"></figure>');
	expect(policyFor(listing)).toContain("frame-src 'self'");
	const drill = page('').replace('<body>', '<body><div data-asks-code></div>');
	expect(policyFor(drill)).toContain("frame-src 'self'");
	expect(policyFor(page(''))).not.toContain('frame-src');
});

it('lets the frame of Python reach nothing', () => {
	const policy = policyWith(page('<script>a()</script>'), 'https://packages.example.org/', 'listings/frame.html');
	expect(policy).toBe(
		`default-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types sixfold; script-src 'wasm-unsafe-eval' ${hash('a()')}; worker-src blob:`,
	);
});

it('lets one page alone connect to any address', () => {
	const policyOf = (file: string) => policyWith(page(''), '/listings/wheels/', file);
	expect(policyOf('drill/interviewer/index.html')).toContain("connect-src 'self' https: http:;");
	for (const file of ['index.html', 'drill/index.html', 'concepts/drill/interviewer/index.html']) {
		expect(policyOf(file)).toContain("connect-src 'self';");
	}
});
