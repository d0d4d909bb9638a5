import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	basisOf,
	curvesOf,
	type Draw,
	evenly,
	expectedTerms,
	middlesOf,
	SETS,
	sweep,
	TOP_DEGREE,
	truth,
} from '../../../../src/figures/bias-variance/model.ts';
import { numbersAfter, recordedLines } from '../recordedOutput.ts';

const lines = recordedLines('bias-variance-tradeoff', 'polynomial_sweep');
const degrees = lines.slice(1).map((line) => Number.parseInt(line, 10));
/** As in the listing. */
const [points, sigma] = [20, 0.5];
const inputs = evenly(points);
const draws: fc.Arbitrary<Draw> = fc.record({
	sigma: fc.integer({ min: 0, max: 20 }).map((steps) => steps / 20),
	points: fc.integer({ min: 8, max: 80 }),
	draw: fc.integer({ min: 1, max: 999 }),
});

describe('the closed form prints what polynomial_sweep.py printed', () => {
	it('has every degree of the listing', () => expect(degrees.length).toBeGreaterThan(5));

	it.each(degrees)('degree %i', (degree) => {
		const [, , exactVariance, , total, , between] = numbersAfter(lines, String(degree));
		const inside = expectedTerms(inputs, inputs, degree, sigma);
		expect(Math.abs(inside.variance - (exactVariance ?? Number.NaN))).toBeLessThan(6e-4);
		expect(Math.abs(inside.sum - (total ?? Number.NaN))).toBeLessThan(6e-4);
		const outside = expectedTerms(inputs, middlesOf(inputs), degree, sigma);
		expect(Math.abs(outside.variance - (between ?? Number.NaN))).toBeLessThan(6e-4);
	});
});

it('shows the closed form itself, and fifty training sets come near the errors that the listing measured', () => {
	const { degrees: measured } = sweep({ sigma, points, draw: 1 });
	for (const { degree, bias2, variance, train } of measured) {
		const expected = expectedTerms(inputs, middlesOf(inputs), degree, sigma);
		expect(variance).toBeCloseTo(expected.variance, 9);
		expect(bias2).toBeCloseTo(expected.bias2, 9);
		if (degrees.includes(degree) && degree < 10)
			expect(Math.abs(train - (numbersAfter(lines, String(degree))[5] ?? 1))).toBeLessThan(0.06);
	}
});

describe('the basis', () => {
	it('is orthonormal over the training inputs, up to as many polynomials as points', () => {
		for (const count of [8, 20, 80]) {
			const { at } = basisOf(evenly(count), [], Math.min(count, 20) - 1);
			for (const [n, one] of at.entries()) {
				for (const [m, other] of at.entries()) {
					const product = one.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0);
					expect(product).toBeCloseTo(n === m ? 1 : 0, 9);
				}
			}
		}
	});
});

describe('the figure', () => {
	it('has terms that add up, and a test error that differs from their sum by luck alone', () => {
		fc.assert(
			fc.property(draws, (draw) => {
				for (const { bias2, variance, noise, sum, test } of sweep(draw).degrees) {
					expect(sum).toBeCloseTo(bias2 + variance + noise, 12);
					// Noise of the targets and its product with the misses, over a few hundred targets or more; and the luck of fifty fits.
					const targets = (2 * noise ** 2 + 4 * noise * (bias2 + variance)) / (SETS * (draw.points - 1));
					const fits = (2 * variance ** 2 + 4 * bias2 * variance) / SETS;
					expect(Math.abs(test - sum)).toBeLessThanOrEqual(6 * Math.sqrt(targets + fits) + 1e-9);
				}
			}),
			{ numRuns: 40 },
		);
	});

	it('has a training error that only falls, down to nothing when parameters are as many as points', () => {
		fc.assert(
			fc.property(draws, (draw) => {
				const { degrees: measured } = sweep(draw);
				for (const [at, { train }] of measured.entries()) {
					expect(train).toBeLessThanOrEqual((measured[at - 1]?.train ?? Number.POSITIVE_INFINITY) + 1e-12);
				}
				if (draw.points <= TOP_DEGREE + 1) expect(measured.at(-1)?.train).toBeCloseTo(0, 9);
			}),
			{ numRuns: 40 },
		);
	});

	it('never shows a number that is none', () => {
		fc.assert(
			fc.property(draws, (draw) => {
				const swept = sweep(draw);
				for (const terms of swept.degrees)
					for (const value of Object.values(terms)) expect(Number.isFinite(value)).toBe(true);
				expect(curvesOf(swept, swept.degrees.length - 1).mean.every(Number.isFinite)).toBe(true);
			}),
			{ numRuns: 40 },
		);
	});

	it('without noise fits the same curve to every set', () => {
		const swept = sweep({ sigma: 0, points, draw: 3 });
		for (const { variance } of swept.degrees) expect(variance).toBeCloseTo(0, 12);
		const { curves, mean } = curvesOf(swept, 9);
		expect(curves).toHaveLength(SETS);
		for (const [at, x] of swept.grid.entries()) expect(mean[at]).toBeCloseTo(truth(x), 2);
	});

	it('draws the same sets for the same number, and others for another', () => {
		expect(sweep({ sigma, points, draw: 7 }).targets).toEqual(sweep({ sigma, points, draw: 7 }).targets);
		expect(sweep({ sigma, points, draw: 7 }).targets).not.toEqual(sweep({ sigma, points, draw: 8 }).targets);
	});
});
