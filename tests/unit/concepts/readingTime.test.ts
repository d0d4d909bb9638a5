import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { StageOutline } from '../../../src/concepts/outline.ts';
import { readingMinutes } from '../../../src/concepts/readingTime.ts';

const stage = (counts: Partial<StageOutline>): StageOutline => ({
	number: 1,
	sections: [],
	places: [],
	words: 0,
	displayFormulas: 0,
	listings: [],
	diagrams: [],
	figures: [],
	steps: 0,
	remembered: 0,
	invariants: 0,
	...counts,
});

it('adds words, display formulas and shown lines of code', () => {
	const sources = new Map([['sixty.py', 'x = 1\n'.repeat(60)]]);
	const stages = [stage({ words: 2300 }), stage({ displayFormulas: 15 }), stage({ listings: [{ file: 'sixty.py' }] })];
	expect(readingMinutes(stages, (file) => sources.get(file))).toBe(10 + 2 + 1);
});

it('says of several stages what it says of each, added up', () => {
	// 1.4 minutes each: together 5.6, but a page that says four times "1 min" adds up to 4.
	const stages = Array.from({ length: 4 }, () => stage({ words: 322 }));
	expect(readingMinutes(stages.slice(0, 1), () => undefined)).toBe(1);
	expect(readingMinutes(stages, () => undefined)).toBe(4);
	expect(readingMinutes([stage({}), stage({ words: 345 })], () => undefined)).toBe(1 + 2);
});

it('takes at least a minute, whatever is missing', () => {
	expect(readingMinutes([stage({ listings: [{ file: 'missing.py' }] })], () => undefined)).toBe(1);
	expect(readingMinutes([], () => undefined)).toBe(1);
});

it('never falls when there is more to read', () => {
	const count = fc.nat(5000);
	fc.assert(
		fc.property(count, count, count, (words, more, displayFormulas) => {
			const minutes = (total: number) => readingMinutes([stage({ words: total, displayFormulas })], () => undefined);
			expect(minutes(words + more)).toBeGreaterThanOrEqual(minutes(words));
		}),
	);
});
