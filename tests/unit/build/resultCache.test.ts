import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeParts, FIRST, type Parts, ResultCache, sweepResults } from '../../../src/build/resultCache.ts';

describe('the cache of results', () => {
	let root: string;
	let made: number;
	const version = (): Parts => ['today'];
	const make = (text: string) => async (): Promise<string> => {
		made++;
		return text;
	};
	const files = (): string[] => readdirSync(join(root, 'texts')).map((name) => join(root, 'texts', name));

	beforeEach(() => {
		root = mkdtempSync(join(tmpdir(), 'results-'));
		made = 0;
	});
	afterEach(() => rmSync(root, { recursive: true, force: true }));

	it('makes a result once, also for another process', async () => {
		expect(await new ResultCache('texts', version, root).getText(['a'], make('A'))).toBe('A');
		expect(await new ResultCache('texts', version, root).getText(['a'], make('B'))).toBe('A');
		expect(made).toBe(1);
	});

	it('makes another where any part is another', async () => {
		const cache = new ResultCache('texts', version, root);
		await cache.getText(['a', 'b'], make('first'));
		for (const parts of [['a', 'c'], ['ab'], ['a'], ['a', 'b', ''], ['', 'a', 'b'], ['a\n1\nb']]) {
			expect(await cache.getText(parts, make(parts.join()))).toBe(parts.join());
		}
		expect(made).toBe(7);
	});

	it('makes all anew under another version, and kinds know nothing of each other', async () => {
		await new ResultCache('texts', version, root).getText(['a'], make('A'));
		expect(await new ResultCache('texts', () => ['tomorrow'], root).getText(['a'], make('B'))).toBe('B');
		expect(await new ResultCache('code', version, root).getText(['a'], make('C'))).toBe('C');
	});

	it.each([
		['changed', (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte)))],
		['half written', (bytes: Buffer) => bytes.subarray(0, -1)],
		['longer', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('x')])],
		['empty', () => Buffer.alloc(0)],
		['shorter than its own digest', (bytes: Buffer) => bytes.subarray(0, 7)],
	])('makes anew what is %s, and mends it', async (_, damage) => {
		const cache = new ResultCache('texts', version, root);
		await cache.getText(['a'], make('A result'));
		const [file = ''] = files();
		writeFileSync(file, damage(readFileSync(file)));
		expect(await cache.getText(['a'], make('A result'))).toBe('A result');
		expect(made).toBe(2);
		await cache.getText(['a'], make('A result'));
		expect(made).toBe(2);
	});

	it('keeps an empty result, and any bytes', async () => {
		const cache = new ResultCache('texts', version, root);
		expect(await cache.getText(['empty'], make(''))).toBe('');
		expect(await cache.getText(['empty'], make('made again'))).toBe('');
		const bytes = Buffer.from([0, 255, 10, 13]);
		await cache.get(['bytes'], async () => bytes);
		expect(await cache.get(['bytes'], async () => Buffer.alloc(0))).toEqual(bytes);
	});

	it('leaves nothing half written, and keeps nothing of what failed', async () => {
		const cache = new ResultCache('texts', version, root);
		await Promise.all(Array.from({ length: 20 }, () => cache.getText(['a'], make('A'))));
		expect(files()).toHaveLength(1);
		await expect(cache.getText(['b'], () => Promise.reject(new Error('no')))).rejects.toThrow('no');
		expect(files()).toHaveLength(1);
	});

	it('goes on where nothing can be kept', async () => {
		writeFileSync(join(root, 'texts'), 'a file in the place of the folder');
		const cache = new ResultCache('texts', version, root);
		expect(await cache.getText(['a'], make('A'))).toBe('A');
		expect(await cache.getText(['a'], make('B'))).toBe('B');
	});

	it('lets go of what was of no use for longest, beyond its bound', async () => {
		const cache = new ResultCache('texts', version, root);
		for (const [at, part] of ['a', 'b', 'c'].entries()) {
			const before = at === 0 ? [] : files();
			await cache.getText([part], make('x'.repeat(100)));
			const added = files().find((file) => !before.includes(file)) ?? '';
			utimesSync(added, new Date(), new Date(Date.now() - (10 - at) * 24 * 60 * 60 * 1000));
		}
		// The oldest is of use again.
		await cache.getText(['a'], make('anew'));
		await sweepResults(root, { texts: 300 });
		expect(files()).toHaveLength(2);
		expect(await cache.getText(['a'], make('anew'))).toBe('x'.repeat(100));
		expect(await cache.getText(['b'], make('anew'))).toBe('anew');
	});
});

describe('what results depend on', () => {
	it('is the same for as long as the code is', () => {
		expect(codeParts()).toEqual(codeParts());
	});

	it('is never the same again once the code was written anew while it ran', () => {
		const all = globalThis as { [FIRST]?: string | undefined };
		const first = all[FIRST];
		all[FIRST] = 'of other code';
		try {
			expect(codeParts()).not.toEqual(codeParts());
		} finally {
			all[FIRST] = first;
		}
		expect(codeParts()).toEqual([first]);
	});
});
