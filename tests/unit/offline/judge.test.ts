import { describe, expect, it } from 'vitest';
import { isOwnFile, isOwnPage, isSamePage } from '../../../src/offline/judge.ts';

const html = 'text/html; charset=utf-8';
const page = (base: string): string => `<!DOCTYPE html><html lang="en" class="no-js" data-site="${base}"> <head>`;
const answer = (body: string, type = html, status = 200): Response =>
	new Response(body, { status, headers: { 'content-type': type } });

describe('isOwnPage', () => {
	it.each([
		['a page of the site', answer(page('/')), true],
		['its page for what is not there', answer(page('/'), html, 404), true],
		['a page of another site under the origin', answer(page('/sixfold/')), false],
		['a login page', answer('<html><h1>Welcome</h1>'), false],
		['a broken host', answer(page('/'), html, 502), false],
		['a page that is no HTML', answer(page('/'), 'text/plain'), false],
		['a redirect', Response.redirect('https://example.org/'), false],
		['nothing', answer(''), false],
	])('%s: %s', async (_, given, own) => expect(await isOwnPage(given, '/')).toBe(own));

	it('leaves the body to be read', async () => {
		const given = answer(page('/') + 'x'.repeat(100_000));
		await isOwnPage(given, '/');
		expect((await given.text()).length).toBeGreaterThan(100_000);
	});

	it('does not read on and on for a mark that is not there', async () => {
		let pulled = 0;
		const endless = new ReadableStream({
			pull(controller) {
				pulled += 1;
				controller.enqueue(new TextEncoder().encode('x'.repeat(1000)));
			},
		});
		const given = new Response(endless, { headers: { 'content-type': html } });
		expect(await isOwnPage(given, '/')).toBe(false);
		expect(pulled).toBeLessThan(100);
	});
});

describe('isSamePage', () => {
	const tagged = (headers: Record<string, string>, status = 200): Response =>
		new Response('anything', { status, headers: { 'content-type': html, ...headers } });
	it.each([
		['as its tag says', tagged({ etag: 'W/"12-34"' }), 'W/"12-34"', true],
		[
			'as its date says',
			tagged({ 'last-modified': 'Sun, 29 Nov 2026 10:00:00 GMT' }),
			'Sun, 29 Nov 2026 10:00:00 GMT',
			true,
		],
		['another state of it', tagged({ etag: '"2"' }), '"1"', false],
		['a login page, which knows no tag', tagged({}), '"1"', false],
		['a copy without a tag', tagged({ etag: '"1"' }), undefined, false],
		['neither has one', tagged({}), undefined, false],
		['an error', tagged({ etag: '"1"' }, 503), '"1"', false],
		['what is no page', tagged({ etag: '"1"', 'content-type': 'text/plain' }), '"1"', false],
	])('%s', (_, given, tag, same) => expect(isSamePage(given, tag)).toBe(same));
});

describe('isOwnFile', () => {
	it.each([
		['a script', answer('1', 'text/javascript'), '_astro/a.js', true],
		['a script that is not known', answer('1', 'application/octet-stream'), 'a.mjs', true],
		['a page in a script’s place', answer('<html>'), '_astro/a.js', false],
		['a page', answer('<html>'), 'concepts/kv-cache/', true],
		['the home page', answer('<html>'), '', true],
		['a document', answer('<html>'), 'listings/frame.html', true],
		['JSON in a page’s place', answer('{}', 'application/json'), '', false],
		['what is not there', answer('', 'text/javascript', 404), 'a.js', false],
	])('%s: %s', (_, given, path, own) => expect(isOwnFile(given, path)).toBe(own));
});
