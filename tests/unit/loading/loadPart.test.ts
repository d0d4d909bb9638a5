import { afterEach, expect, test, vi } from 'vitest';
import { loadPart, messageOf } from '../../../src/loading/loadPart.ts';

afterEach(() => vi.unstubAllGlobals());

const missing = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));

/** A page with one script, on a host that answers. */
function onPage(answer: () => Promise<Response>): void {
	vi.stubGlobal('location', { href: 'http://site.test/concepts/pca/' });
	vi.stubGlobal('fetch', answer);
	const script = { getAttribute: () => '/_astro/page.abc.js' };
	vi.stubGlobal('document', { querySelectorAll: () => [script] });
}

test('a part that comes is given as it is', async () => {
	expect(await loadPart(async () => 7)).toBe(7);
});

test.each([
	[
		'whose page names other scripts now was updated',
		'<script src="/_astro/page.xyz.js">',
		/was updated .* Reload the page/,
	],
	[
		'that has the page as it was says to reload',
		'<script src="/_astro/page.abc.js">',
		/could not be loaded. Reload the page/,
	],
])('a site %s', async (_, html, words) => {
	onPage(async () => new Response(html));
	await expect(loadPart(missing)).rejects.toThrow(words);
});

test('a site out of reach is a matter of the connection', async () => {
	onPage(() => Promise.reject(new TypeError('Failed to fetch')));
	await expect(loadPart(missing)).rejects.toThrow(/Check the connection/);
});

test('other errors are the connection, as far as a reader can tell', () => {
	expect(messageOf(new TypeError('x'))).toMatch(/Check the connection/);
});
