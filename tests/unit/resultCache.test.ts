import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeParts, FIRST, type Parts, ResultCache, sweepResults } from '../../src/resultCache.ts';

describe('the cache of results', () => {
	let root: string;
	let file: string;
	let made: number;
	const version = (): Parts => ['today'];
	const make = (text: string) => async (): Promise<string> => {
		made++;
		return text;
	};
	/** What is kept, from beside the cache. */
	const asked = (sql: string, ...values: (string | number | Buffer)[]) => {
		const database = new DatabaseSync(file);
		try {
			return database.prepare(sql).all(...values);
		} finally {
			database.close();
		}
	};
	const count = (): number => Number(asked('SELECT count(*) AS count FROM results')[0]?.count);

	beforeEach(() => {
		root = mkdtempSync(join(tmpdir(), 'results-'));
		file = join(root, 'results.sqlite');
		made = 0;
	});
	afterEach(() => rmSync(root, { recursive: true, force: true }));

	it('makes a result once, also for another process', async () => {
		expect(await new ResultCache('texts', version, file).getText(['a'], make('A'))).toBe('A');
		expect(await new ResultCache('texts', version, file).getText(['a'], make('B'))).toBe('A');
		expect(made).toBe(1);
	});

	it('makes another where any part is another', async () => {
		const cache = new ResultCache('texts', version, file);
		await cache.getText(['a', 'b'], make('first'));
		for (const parts of [['a', 'c'], ['ab'], ['a'], ['a', 'b', ''], ['', 'a', 'b'], ['a\n1\nb']]) {
			expect(await cache.getText(parts, make(parts.join()))).toBe(parts.join());
		}
		expect(made).toBe(7);
	});

	it('makes all anew under another version, and kinds know nothing of each other', async () => {
		await new ResultCache('texts', version, file).getText(['a'], make('A'));
		expect(await new ResultCache('texts', () => ['tomorrow'], file).getText(['a'], make('B'))).toBe('B');
		expect(await new ResultCache('code', version, file).getText(['a'], make('C'))).toBe('C');
	});

	it.each([
		['changed', (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte)))],
		['half written', (bytes: Buffer) => bytes.subarray(0, -1)],
		['longer', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('x')])],
		['empty', () => Buffer.alloc(0)],
	])('makes anew what is %s, and mends it', async (_, damage) => {
		const cache = new ResultCache('texts', version, file);
		await cache.getText(['a'], make('A result'));
		asked('UPDATE results SET result = ?', damage(Buffer.from('A result')));
		expect(await cache.getText(['a'], make('A result'))).toBe('A result');
		expect(made).toBe(2);
		await cache.getText(['a'], make('A result'));
		expect(made).toBe(2);
	});

	it('keeps an empty result, and any bytes', async () => {
		const cache = new ResultCache('texts', version, file);
		expect(await cache.getText(['empty'], make(''))).toBe('');
		expect(await cache.getText(['empty'], make('made again'))).toBe('');
		const bytes = Buffer.from([0, 255, 10, 13]);
		await cache.get(['bytes'], async () => bytes);
		expect(await cache.get(['bytes'], async () => Buffer.alloc(0))).toEqual(bytes);
	});

	it('begins again where the file is damaged', async () => {
		writeFileSync(file, 'no database, and longer than the head of one would be'.repeat(100));
		const cache = new ResultCache('texts', version, file);
		expect(await cache.getText(['a'], make('A'))).toBe('A');
		expect(await cache.getText(['a'], make('B'))).toBe('A');
		expect(count()).toBe(1);
	});

	it('begins again where the file is damaged while it is used', async () => {
		const cache = new ResultCache('texts', version, file);
		await cache.getText(['a'], make('x'.repeat(100_000)));
		asked('PRAGMA wal_checkpoint(TRUNCATE)');
		writeFileSync(file, 'damaged'.repeat(30_000), { flag: 'r+' });
		expect(await cache.getText(['a'], make('A'))).toBe('A');
		expect(await cache.getText(['a'], make('B'))).toBe('A');
	});

	it('leaves nothing half written, and keeps nothing of what failed', async () => {
		const cache = new ResultCache('texts', version, file);
		await Promise.all(Array.from({ length: 20 }, () => cache.getText(['a'], make('A'))));
		expect(count()).toBe(1);
		await expect(cache.getText(['b'], () => Promise.reject(new Error('no')))).rejects.toThrow('no');
		expect(count()).toBe(1);
	});

	it('goes on where nothing can be kept', async () => {
		mkdirSync(file);
		const cache = new ResultCache('texts', version, file);
		expect(await cache.getText(['a'], make('A'))).toBe('A');
		expect(await cache.getText(['a'], make('B'))).toBe('B');
	});

	it('lets go of what was of no use for longest, beyond its bound', async () => {
		const cache = new ResultCache('texts', version, file);
		for (const [at, part] of ['a', 'b', 'c'].entries()) {
			await cache.getText([part], make('x'.repeat(100)));
			asked('UPDATE results SET used = ? WHERE used > ?', at, 1000);
		}
		// The oldest is of use again.
		await cache.getText(['a'], make('anew'));
		sweepResults(file, { texts: 250 });
		expect(count()).toBe(2);
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
