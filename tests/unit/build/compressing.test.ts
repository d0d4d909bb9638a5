import { availableParallelism } from 'node:os';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compress } from '../../../src/build/compressing.ts';
import type { Method } from '../../../src/build/compressor.ts';

const texts = Array.from({ length: 12 }, (_, index) => Buffer.from(`${index} `.repeat(1000 * (12 - index))));
const unpacked = { br: brotliDecompressSync, gz: gunzipSync };

describe('compressing in threads', () => {
	it.each<[Method, keyof typeof unpacked]>([
		['best br', 'br'],
		['good br', 'br'],
		['quick br', 'br'],
		['gz', 'gz'],
	])('%s: each content comes back as its own, however many are asked for at once', async (method, format) => {
		const packed = await Promise.all(texts.map((text) => compress(method, text)));
		expect(packed.map((bytes) => unpacked[format](bytes).toString())).toEqual(texts.map(String));
		for (const [index, bytes] of packed.entries()) expect(bytes.length).toBeLessThan(texts[index]?.length ?? 0);
	});

	it('says so when a thread cannot, and goes on with others', async () => {
		const failing = Array.from({ length: 2 * availableParallelism() }, () =>
			compress('none' as Method, Buffer.from('')),
		);
		for (const result of await Promise.allSettled(failing)) {
			expect(result).toMatchObject({
				status: 'rejected',
				reason: { message: expect.stringContaining('not a function') },
			});
		}
		expect(gunzipSync(await compress('gz', Buffer.from('text'))).toString()).toBe('text');
	});
});
