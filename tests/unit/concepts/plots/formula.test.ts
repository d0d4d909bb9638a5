import { describe, expect, it } from 'vitest';
import { readFormula } from '../../../../src/concepts/plots/formula.ts';

describe('a formula', () => {
	it.each([
		['1 + 2 * 3', 0, 7],
		['(1 + 2) * 3', 0, 9],
		['8 / 4 / 2', 0, 1],
		['10 - 4 - 3', 0, 3],
		['2 ^ 3 ^ 2', 0, 512],
		['-x^2', 3, -9],
		['2^-1', 0, 0.5],
		['x**2 - 1e-1', 2, 3.9],
		['1 / (1 + exp(-x))', 0, 0.5],
		['max(0, x) + min(1, x, -2)', 5, 3],
		['log(e) + cos(pi) + sqrt(abs(x))', -9, 3],
		['.5 * +x', 4, 2],
	])('%s at %d is %d', (written, x, expected) => {
		expect(readFormula(written)(x)).toBeCloseTo(expected, 12);
	});

	it.each([
		['2x', 'x cannot be read there'],
		['speed(x)', 'speed cannot be read there'],
		['constructor(x)', 'constructor cannot be read there'],
		['(x', 'it ends too early'],
		['x +', 'it ends too early'],
		['', 'it ends too early'],
		['exp x', 'x cannot be read there'],
		['x; y', '; cannot be read there'],
	])('refuses %s', (written, message) => {
		expect(() => readFormula(written)).toThrow(message);
	});
});
