import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { download } from '../../../../src/listings/running/download.ts';

const content = new TextEncoder().encode('the file as it was published');
const file = {
	address: 'https://example.org/numpy.whl',
	size: content.length,
	sha256: createHash('sha256').update(content).digest('hex'),
};

function fetching(answer: () => Promise<Response> | Response, signal = new AbortController().signal) {
	vi.stubGlobal('fetch', async () => answer());
	const received: number[] = [];
	const done = download(file, { signal, cache: 'default', onBytes: (count) => received.push(count) });
	return { done, received };
}

beforeEach(() => {
	vi.stubGlobal('isSecureContext', true);
});
afterEach(() => {
	vi.unstubAllGlobals();
});

describe('a download', () => {
	it('is the file that was published, and tells how far it is', async () => {
		const { done, received } = fetching(() => new Response(content));
		expect(new Uint8Array(await done)).toEqual(content);
		expect(received.reduce((sum, count) => sum + count, 0)).toBe(content.length);
	});

	it.each([
		['no answer', () => Promise.reject(new TypeError()), { reason: 'unreachable' }],
		['a file that is not there', () => new Response('no', { status: 404 }), { reason: 'missing', status: 404 }],
		['a file cut short', () => new Response(content.subarray(0, 9)), { reason: 'incomplete', received: 9 }],
		['another file', () => new Response(content.toReversed()), { reason: 'altered' }],
		[
			'a connection that breaks',
			() =>
				new Response(
					new ReadableStream({
						start(controller) {
							controller.enqueue(content.subarray(0, 5));
						},
						pull(controller) {
							controller.error(new TypeError());
						},
					}),
				),
			{ reason: 'incomplete' },
		],
	])('says what is wrong with %s', async (_what, answer, failure) => {
		await expect(fetching(answer).done).rejects.toMatchObject({ file, failure });
	});

	it('that the reader stopped is no failure', async () => {
		const stop = new AbortController();
		stop.abort(new Error('stopped'));
		await expect(fetching(() => Promise.reject(new TypeError()), stop.signal).done).rejects.toThrow('stopped');
	});
});
