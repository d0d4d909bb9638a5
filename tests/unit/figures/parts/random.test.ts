import { expect, it } from 'vitest';
import { normal } from '../../../../src/figures/parts/random.ts';

const take = (draw: () => number, count: number) => Array.from({ length: count }, draw);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

it('the same seed draws the same numbers, another one others', () => {
	expect(take(normal(3), 10)).toEqual(take(normal(3), 10));
	expect(take(normal(3), 10)).not.toEqual(take(normal(4), 10));
});

it('normal numbers have mean 0, variance 1 and thin tails', () => {
	const values = take(normal(1), 20_000);
	const variance = mean(values.map((value) => value * value));
	expect(Math.abs(mean(values))).toBeLessThan(4 / Math.sqrt(values.length));
	expect(Math.abs(variance - 1)).toBeLessThan((4 * Math.SQRT2) / Math.sqrt(values.length));
	const beyond2 = values.filter((value) => Math.abs(value) > 1.96).length / values.length;
	expect(Math.abs(beyond2 - 0.05)).toBeLessThan(0.007);
});
