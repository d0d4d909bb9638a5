import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consequenceOf, defaultsOf, objectionTo, shapeOf, shapesIn } from '../../../src/concepts/dimensions.ts';

const dimensions = [
	{ id: 'n', name: 'tokens', size: 5, most: 8192 },
	{ id: 'h', name: 'heads', size: 4, most: 128 },
	{ id: 'd', name: 'width', size: 16, most: 8192, dividedBy: 'h' },
];
const own = defaultsOf(dimensions);

it('reads sizes, quotients, roots and numbers', () => {
	expect(shapeOf('n d/h', own)).toBe('5 × 4');
	expect(shapeOf('1 n √d/h', own)).toBe('1 × 5 × 2');
	expect(shapeOf('√d', { d: 2 })).toBe('1.41');
});

describe('sizes that no tensor has', () => {
	it('are explained, with the nearest that would do', () => {
		expect(objectionTo({ ...own, h: 5 }, dimensions)).toBe(
			'A width of 16 does not split into 5 heads: 16 / 5 = 3.2, and each takes an equal, whole slice. 4 or 8 would do.',
		);
		expect(consequenceOf(own, dimensions)).toBe('width / heads = 16 / 4 = 4');
	});

	it.each([0, -1, 2.5, Number.NaN, 9000])('%s tokens', (n) => {
		expect(objectionTo({ ...own, n }, dimensions)).toBe('For tokens, a whole number from 1 to 8192.');
	});

	it('are those whose heads do not divide the width, and no others', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 8192 }), fc.integer({ min: 1, max: 128 }), (d, h) => {
				const objection = objectionTo({ ...own, d, h }, dimensions);
				expect(objection === undefined).toBe(d % h === 0);
				for (const [, offered] of objection?.matchAll(/\b(\d+)(?= or| would)/g) ?? [])
					expect(d % Number(offered)).toBe(0);
			}),
		);
	});
});

it('finds the shapes that a comment tells', () => {
	const ids = ['b', 'n', 'd', 'h'];
	expect(shapesIn('# (b, n, d) -&gt; (b, h, n, d / h)', ids)).toBe('b n d;b h n d/h');
	expect(shapesIn('# (b, 1, n, n): for every head', ids)).toBe('b 1 n n');
	expect(shapesIn('# exp(s - mu), see (a, b) and (module)', ids)).toBeUndefined();
});
