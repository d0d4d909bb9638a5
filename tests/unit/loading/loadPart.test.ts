import { afterEach, expect, test, vi } from 'vitest';
import { fetchText } from '../../../src/ground/fetching.ts';
import { loadPart, messageOf, PartNotLoaded } from '../../../src/loading/loadPart.ts';
import { RecallError } from '../../../src/recall/log/failures.ts';

afterEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

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

test('a file that could not be had is a matter of the connection as well', async () => {
	vi.stubGlobal('fetch', async () => new Response('', { status: 404 }));
	const missed = await fetchText('a.txt').catch((error: unknown) => error);
	expect(messageOf(missed)).toMatch(/Check the connection/);
});

test('an error that speaks to the reader is told in its own words', () => {
	expect(messageOf(new RecallError({ kind: 'invalid', message: 'Too long.' }))).toBe('Too long.');
	expect(messageOf(new PartNotLoaded('Reload.'))).toBe('Reload.');
});

test.each([new TypeError('x is undefined'), 'thrown text', undefined])(
	'%s is our own error, and stands in the console',
	(error) => {
		const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
		expect(messageOf(error)).toMatch(/^An error in this page/);
		expect(logged).toHaveBeenCalledExactlyOnceWith(error);
	},
);
