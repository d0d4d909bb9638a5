import { expect, it } from 'vitest';
import { portablePage, portableScript, portableStyles } from '../../../../src/build/takeAlong/portable.ts';

const page = (body: string): string =>
	`<!DOCTYPE html><html lang="en" class="no-js"><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="old"></head><body class="b">${body}</body></html>`;

it('leads from a page to files, from where it stands', () => {
	const moved = portablePage(
		page(
			'<a href="/s/"></a><a href="/s/concepts/pca/#code"></a><img src="/s/a.png"><a href="#here"></a><a href="https://x.org/s/"></a>',
		),
		'concepts/kv-cache/index.html',
		'/s/',
	);
	expect([...moved.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, address]) => address)).toEqual([
		'../../READ-ME-FIRST.html',
		'../../index.html',
		'../pca/index.html#code',
		'../../a.png',
		'#here',
		'https://x.org/s/',
	]);
	expect(moved).toContain("new URL('../../', location.href)");
	const styled = page('').replace(
		'</head>',
		'<style>@font-face{src:url(/s/_astro/x.woff2)format("woff2")}</style></head>',
	);
	expect(portablePage(styled, 'concepts/kv-cache/index.html', '/s/')).toContain('src:url(../../_astro/x.woff2)format');
	expect(portablePage(page('<a href="/s/about/"></a>'), 'index.html', '/s/')).toContain('href="./about/index.html"');
});

it('has a policy of its own, which knows its scripts and files', () => {
	const moved = portablePage(page(''), 'index.html', '/s/');
	expect(moved.match(/content-security-policy/g)).toHaveLength(1);
	expect(moved).toMatch(/script-src 'self' file: 'wasm-unsafe-eval' 'sha256-/);
});

it('has scripts ask where the folder is, and leaves other words', () => {
	expect(portableScript('a=`/s/_astro/x.css`,b=`sixfold:/s/:`,c="/s/"', '/s/')).toBe(
		'a=(siteRoot+`_astro/x.css`),b=`sixfold:/s/:`,c=(siteRoot+"")',
	);
	expect(portableStyles('url(/s/_astro/x.woff2)', '/s/')).toBe('url(./x.woff2)');
});
