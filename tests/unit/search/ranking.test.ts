import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rank } from '../../../src/search/ranking.ts';

const scores = (entries: Record<string, number>): Map<string, number> => new Map(Object.entries(entries));
const order = (...words: Map<string, number>[]): string[] => rank(words).map(({ id }) => id);

test('a section with all words leads one in which a single word is strong', () => {
	expect(order(scores({ both: 3, one: 5 }), scores({ both: 3 }))).toEqual(['both', 'one']);
});

test('lacking a telling word weighs more than lacking a common one', () => {
	expect(order(scores({ rare: 9 }), scores({ common: 3 }))).toEqual(['rare', 'common']);
});

test('a word that nothing has changes nothing', () => {
	expect(rank([scores({ a: 2, b: 1 }), scores({})])).toEqual(rank([scores({ a: 2, b: 1 })]));
	expect(rank([])).toEqual([]);
});

test('more of a word never ranks a section lower', () => {
	const id = fc.constantFrom('a', 'b', 'c', 'd');
	const word = fc.uniqueArray(fc.tuple(id, fc.double({ min: 0.1, max: 10, noNaN: true })), {
		selector: ([name]) => name,
	});
	fc.assert(
		fc.property(fc.array(word, { minLength: 1, maxLength: 3 }), (words) => {
			const maps = words.map((entries) => new Map(entries));
			const before = rank(maps).findIndex((one) => one.id === 'a');
			const [first = new Map<string, number>()] = maps;
			// Up to the word's best: beyond it the word itself would become more telling.
			const more = new Map(first).set('a', Math.max(...first.values(), 1));
			const after = rank([more, ...maps.slice(1)]).findIndex((one) => one.id === 'a');
			if (before >= 0 && first.size > 0) expect(after).toBeLessThanOrEqual(before);
		}),
	);
});
