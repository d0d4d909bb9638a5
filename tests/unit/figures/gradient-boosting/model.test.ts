import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boost, MOST, POINTS, predict, stumpOf, truth } from '../../../../src/figures/gradient-boosting/model.ts';
import { numbersAfter, recordedLines } from '../recordedOutput.ts';

describe('the stump', () => {
	it('is the one that stumps.py found on four points', () => {
		const lines = recordedLines('gradient-boosting', 'stumps');
		const [, cut, left, right] = /cut (\S+), leaves (\S+) (\S+)$/.exec(lines[0] ?? '') ?? [];
		const found = stumpOf([1, 2, 3, 4], Float64Array.of(-3, -2, 2, 3));
		expect(found).toEqual({ cut: Number(cut), left: Number(left), right: Number(right), drop: 25 });
		expect(numbersAfter(lines, 'eta 1.0:')[1]).toBe(26 - found.drop);
	});
});

describe('a run', () => {
	it('lowers the squared error by η(2 − η) of what each stump alone would', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 12 }),
				fc.integer({ min: 1, max: 999 }),
				fc.integer({ min: 1, max: 38 }),
				(noise, draw, steps) => {
					const rate = steps / 20;
					const { errors, stumps } = boost(noise / 20, draw, rate);
					for (let round = 0; round < MOST; round += 1) {
						const fell = (errors[round]?.train ?? 0) - (errors[round + 1]?.train ?? 0);
						const share = (rate * (2 - rate) * (stumps[round]?.drop ?? 0)) / POINTS;
						expect(Math.abs(fell - share)).toBeLessThan(1e-12 + 1e-9 * (errors[0]?.train ?? 1));
					}
				},
			),
			{ numRuns: 20 },
		);
	});

	it('has the test error that new noisy points have', () => {
		const run = boost(0.3, 4, 0.3);
		// A fine comb instead of the integral.
		const xs = Array.from({ length: 20_000 }, (_, at) => (at + 0.5) / 20_000);
		const mean = xs.reduce((sum, x) => sum + (predict(run, 30, x) - truth(x)) ** 2, 0) / xs.length;
		expect(run.errors[30]?.test).toBeCloseTo(mean + 0.09, 3);
	});

	it('is better at a tenth of the rate in most training sets, and a few rounds more or less matter less there', () => {
		const draws = Array.from({ length: 60 }, (_, at) => at + 1);
		/** The worst test error within three rounds of the best, as a multiple of it. */
		const missing = ({ errors, best, bestTest }: ReturnType<typeof boost>): number =>
			Math.max(...errors.slice(Math.max(0, best - 3), best + 4).map(({ test }) => test / bestTest));
		const pairs = draws.map((draw) => [boost(0.3, draw, 0.1), boost(0.3, draw, 1)] as const);
		expect(pairs.filter(([slow, fast]) => slow.bestTest < fast.bestTest).length).toBeGreaterThan(50);
		expect(pairs.filter(([slow, fast]) => missing(slow) < missing(fast)).length).toBeGreaterThan(50);
		expect(Math.max(...pairs.map(([slow]) => missing(slow)))).toBeLessThan(1.05);
	});
});
