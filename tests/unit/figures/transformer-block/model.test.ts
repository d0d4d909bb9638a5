/** The stack against closed forms of random weights, which hold on average over seeds. */
import { describe, expect, it } from 'vitest';
import { DEPTH, type Norm, random, rms, streams } from '../../../../src/figures/transformer-block/model.ts';

const SEEDS = 60;

/** Mean square of the stream after each block, on average over seeds. */
function meanSquares(norm: Norm, residual: boolean): number[] {
	const runs = Array.from({ length: SEEDS }, (_, seed) => {
		const { blocks, inputs } = random(seed);
		return streams(blocks, inputs, { attention: false, mlp: true, residual, norm }).map((stream) => rms(stream) ** 2);
	});
	return Array.from({ length: DEPTH + 1 }, (_, layer) => runs.reduce((sum, run) => sum + (run[layer] ?? 0), 0) / SEEDS);
}

describe('a stack of MLPs with random weights', () => {
	it('adds half a unit of mean square with each branch under pre-norm', () => {
		meanSquares('pre', true).forEach((square, layer) => {
			expect(square / (1 + layer / 2), `after ${layer}`).toBeCloseTo(1, 1);
		});
	});

	it('multiplies the mean square by one and a half without a norm', () => {
		const squares = meanSquares('none', true);
		squares.forEach((square, layer) => {
			expect(square / 1.5 ** layer, `after ${layer}`).toBeGreaterThan(0.8);
			expect(square / 1.5 ** layer, `after ${layer}`).toBeLessThan(1.25);
		});
	});

	it('halves it without residual connections', () => {
		const [, once = 0, twice = 0] = meanSquares('none', false);
		expect(once).toBeCloseTo(0.5, 1);
		expect(twice).toBeCloseTo(0.25, 1);
	});

	it('resets it to one after every sum under post-norm', () => {
		for (const square of meanSquares('post', true)) expect(square).toBeCloseTo(1, 9);
	});
});

describe('a whole block', () => {
	it('under pre-norm has an RMS of 2.9 to 5 after twelve blocks, whatever the seed', () => {
		for (let seed = 0; seed < SEEDS; seed++) {
			const { blocks, inputs } = random(seed);
			const ends = streams(blocks, inputs, { attention: true, mlp: true, residual: true, norm: 'pre' });
			expect(rms(ends[DEPTH] ?? []), `seed ${seed}`).toBeGreaterThan(2.9);
			expect(rms(ends[DEPTH] ?? []), `seed ${seed}`).toBeLessThan(5);
		}
	});
});
