import { describe, expect, it } from 'vitest';
import { eventOf, model } from '../../../../src/figures/cache/model.ts';
import { completed, type Values } from '../../../../src/figures/parts/settings.ts';
import { recordedLines } from '../recordedOutput.ts';

const at = (values: Partial<Values<typeof model.settings>>) => model.compute(completed(model.settings, values));

it('keeps what lru.py kept', () => {
	const kept = recordedLines('caching', 'lru').find((line) => line.startsWith('A B C A D'));
	const letters = at({ requests: 'ABCAD', step: 5 })
		.kept.map(({ key }) => key)
		.sort();
	expect(kept).toBe(`A B C A D in 3 slots keeps ${letters.join(' ')}`);
});

it('has Belady’s anomaly: FIFO misses 9 times in 3 slots, 10 times in 4', () => {
	const shown = at({ requests: '123412512345', step: 12, policy: 'FIFO', size: 4 });
	expect([shown.misses, shown.missesOfFewer]).toEqual([10, 9]);
});

it('never has fewer hits of LRU in one slot more', () => {
	for (const requests of ['ABCDABCDABCD', '123412512345', 'ABABABCDEFGHABABAB'])
		for (const size of [2, 3, 4, 5]) {
			const shown = at({ requests, step: 24, size });
			expect(shown.hits).toBeGreaterThanOrEqual(shown.fewer);
		}
});

it('gives a second chance: a bit saves B, and the hand takes C', () => {
	const shown = at({ requests: 'BCDBE', step: 5, policy: 'CLOCK' });
	expect(eventOf(shown)).toBe('E is a miss, C leaves');
	expect(shown.kept.map(({ key, bit }) => key + bit)).toEqual(['E0', 'B0', 'D0']);
});

describe('the best choice', () => {
	/** The most hits over all choices of whom to throw out. */
	function most(requests: readonly string[], size: number, kept: readonly string[] = []): number {
		const [key, ...rest] = requests;
		if (key === undefined) return 0;
		if (kept.includes(key)) return 1 + most(rest, size, kept);
		if (kept.length < size) return most(rest, size, [...kept, key]);
		return Math.max(...kept.map((out) => most(rest, size, [...kept.filter((one) => one !== out), key])));
	}

	it.each(['ABCDABCDABCD', 'ABACABDABEAB', '123412512345'])('is the best of all choices on %s', (requests) => {
		for (const size of [1, 2, 3]) expect(at({ requests, step: 24, size }).best).toBe(most([...requests], size));
	});
});

it('takes letters and digits of any script, and no more than it has room for', () => {
	expect(at({ requests: 'a, b-ä 7!', step: 24 }).requests).toEqual(['A', 'B', 'Ä', '7']);
	expect(at({ requests: '  ', step: 24 })).toMatchObject({ step: 0, hits: 0, kept: [] });
});
