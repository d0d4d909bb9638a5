import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from '../../../src/concepts/nearest.ts';

describe('editDistance', () => {
	it.each([
		['', '', 0],
		['stage', 'stage', 0],
		['intuiton', 'intuition', 1],
		['revison', 'revision', 1],
		['lsiting', 'listing', 1],
		['math', 'maths and more', 10],
	])('%s to %s is %i', (from, to, distance) => {
		expect(editDistance(from, to)).toBe(distance);
	});

	it('is the same both ways, at most the longer word, and zero only for the same word', () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (from, to) => {
				const distance = editDistance(from, to);
				expect(distance).toBe(editDistance(to, from));
				expect(distance).toBeLessThanOrEqual(Math.max(from.length, to.length));
				expect(distance === 0).toBe(from === to);
			}),
		);
	});
});

describe('nearest', () => {
	it.each([
		['levl', 'level'],
		['Level', 'level'],
		['alias', 'aliases'],
		['banana', undefined],
		['pope-2023', undefined],
	])('takes %s for %s', (written, meant) => {
		expect(nearest(written, ['level', 'aliases', 'references', 'pope-2022'])).toBe(meant);
	});
});
