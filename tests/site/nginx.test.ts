/** nginx, set up as README says: headers, types, compressed files, the page for what is missing. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { subPathSite } from '../../src/build/bootstrap/sites.mjs';
import { nginxLocation } from '../../src/build/hostFiles.ts';
import { nginx, serveByNginx } from '../e2e/support/nginx.ts';

const shown = /```nginx\n([\s\S]*?)\n```/.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '';

it('is shown in README with the headers of the other hosts', () => {
	expect(shown).toBe(nginxLocation(subPathSite.base));
});

describe.runIf(nginx)('so set up', () => {
	let site: Awaited<ReturnType<typeof serveByNginx>>;
	beforeAll(async () => {
		site = await serveByNginx(subPathSite, shown);
	});
	afterAll(() => site.close());

	const headersOf = async (path: string) => (await fetch(site.address + path)).headers;

	it.each(['', 'concepts/attention-mechanism/', 'search/concepts.json', 'nothing-of-that-name/'])(
		'sends the headers with "%s"',
		async (path) => {
			const headers = await headersOf(path);
			expect(headers.get('Content-Security-Policy')).toBe(
				"frame-ancestors 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types sixfold",
			);
			expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
			expect(headers.get('Strict-Transport-Security')).toMatch(/^max-age=/);
		},
	);

	it('keeps what has a hash in its name, and sends the headers with it', async () => {
		const html = await (await fetch(site.address)).text();
		const style = /_astro\/[^"]+\.css/.exec(html)?.[0] ?? '';
		const headers = await headersOf(style);
		expect(headers.get('Cache-Control')).toBe('max-age=31536000');
		expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
	});

	it('compresses, and knows the types of all that is read', async () => {
		expect((await headersOf('concepts/attention-mechanism/')).get('Content-Encoding')).toBe('gzip');
		expect((await headersOf('concepts/attention-mechanism.md')).get('Content-Type')).toMatch(/^text\/markdown/);
		expect((await headersOf('manifest.webmanifest')).get('Content-Type')).toBe('application/manifest+json');
	});

	it('has the page for what is missing', async () => {
		const response = await fetch(`${site.address}nothing-of-that-name/`);
		expect(response.status).toBe(404);
		expect(await response.text()).toContain('no page');
	});
});
