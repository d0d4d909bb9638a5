import { afterEach, expect, test, vi } from 'vitest';
import { fetchJson, fetchText, NotFetched } from '../../../src/ground/fetching.ts';

afterEach(() => vi.unstubAllGlobals());

function onHost(answer: () => Promise<Response>): void {
	vi.stubGlobal('fetch', answer);
}

test('gives what a file holds', async () => {
	onHost(async () => new Response('[7]'));
	expect(await fetchJson('seven.json')).toEqual([7]);
	expect(await fetchText('seven.json')).toBe('[7]');
});

test.each([
	['nobody answers', () => Promise.reject(new TypeError('Failed to fetch'))],
	['the host has none', async () => new Response('', { status: 404 })],
	['what comes is another', async () => new Response('<h1>Log in</h1>')],
])('a file cannot be had where %s', async (_, answer) => {
	onHost(answer);
	const missed = await fetchJson('seven.json').catch((error: unknown) => error);
	expect(missed).toBeInstanceOf(NotFetched);
	expect(missed).toMatchObject({ message: 'seven.json', cause: expect.any(Error) });
});
