import { describe, expect, it } from 'vitest';
import { expectedOutput, model, normalized, statisticsOf } from '../../../../src/figures/batch-norm/model.ts';
import { completed } from '../../../../src/figures/parts/settings.ts';
import { numbersAfter, recordedLines } from '../recordedOutput.ts';

const lines = recordedLines('batch-normalization', 'batchnorm');

describe('normalizes as batchnorm.py does', () => {
	const batch = numbersAfter(lines, 'batch');

	it('in training', () => {
		const own = batch.map((value) => normalized(value, statisticsOf(batch)));
		for (const [at, expected] of numbersAfter(lines, 'training').entries()) expect(own[at]).toBeCloseTo(expected, 3);
		expect(batch.length).toBe(4);
	});

	it('at inference, with the recorded running statistics', () => {
		const [mean = Number.NaN, variance = Number.NaN] = numbersAfter(lines, 'running mean, variance');
		for (const [at, expected] of numbersAfter(lines, 'inference after 1 step').entries())
			expect(Math.abs(normalized(batch[at] ?? Number.NaN, { mean, variance }) - expected)).toBeLessThan(2e-3);
	});
});

describe('the expected output of a probe', () => {
	it('is symmetric, and never beyond the bound', () => {
		for (const size of [2, 3, 8, 64]) {
			const [left, right] = [expectedOutput(size, -1.5), expectedOutput(size, 1.5)];
			expect(left.mean).toBeCloseTo(-right.mean, 9);
			expect(right.mean + right.sd).toBeLessThanOrEqual(Math.sqrt(size - 1) + right.sd);
		}
	});

	it('is plus or minus one in a batch of two, by the chance that the neighbor is smaller', () => {
		const { mean, sd } = expectedOutput(2, 1);
		// 2 Φ(1) − 1, and the deviation of a coin with that mean.
		expect(Math.abs(mean - 0.6827)).toBeLessThan(5e-3);
		expect(Math.abs(sd - Math.sqrt(1 - 0.6827 ** 2))).toBeLessThan(5e-3);
	});

	it('scatters by nearly one over the root of a large batch', () => {
		expect(Math.abs(expectedOutput(64, 0).sd * 8 - 1)).toBeLessThan(0.03);
	});
});

it('changes nothing at inference when other neighbors come', () => {
	const [one, other] = [1, 2].map((draw) => model.compute(completed(model.settings, { draw, steps: 0 })));
	expect(one?.inferred).toBe(other?.inferred);
	expect(one?.trained).not.toBe(other?.trained);
});

it('keeps what one control drew while another moves', () => {
	const [near, far] = [2, 3].map((probe) => model.compute(completed(model.settings, { probe })));
	expect(near?.neighbors).toEqual(far?.neighbors);
	expect(near?.running).toEqual(far?.running);
});
