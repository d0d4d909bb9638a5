import { describe, expect, it } from 'vitest';
import { completed } from '../../../../src/figures/parts/settings.ts';
import {
	backward,
	forward,
	HALF,
	LAST,
	LEAVES,
	model,
	operations,
	short,
} from '../../../../src/figures/scalar-graph/model.ts';
import { numbersAfter, recordedLines } from '../recordedOutput.ts';

const shown = (values: Parameters<typeof model.compute>[0] | object) =>
	model.compute(completed(model.settings, values));

it('says as first what engine.py and PyTorch printed', () => {
	const { values, finished } = shown({});
	const [loss, ...gradients] = numbersAfter(recordedLines('backpropagation', 'engine'), 'L(w, x, b, t, λ)');
	expect(values.L).toBe(loss);
	expect(LEAVES.map((leaf) => finished[leaf])).toEqual(gradients);
	const torch = recordedLines('backpropagation', 'torch_check');
	expect([finished.w, finished.x, finished.b]).toEqual(numbersAfter(torch, 'w, x, b'));
	const kink = shown({ b: -6 }).finished;
	expect([kink.w, kink.x, kink.b]).toEqual(numbersAfter(torch, 'at the kink'));
});

it('has the slopes to both sides of the kink that differences find', () => {
	for (const x of [3, -2, 0]) {
		const { leaves, left, right, values } = shown({ x, b: -2 * x });
		const slope = (by: number): number => (forward(leaves, 'w', by).L - values.L) / by;
		expect(right).toBeCloseTo(slope(1e-7), 4);
		expect(left).toBeCloseTo(slope(-1e-7), 4);
		// With x = 0 moving w does not move z, and the kink is not felt.
		expect(model.finding(shown({ x, b: -2 * x })).includes('no derivative')).toBe(x !== 0);
	}
});

it('computes each node after its inputs, and lets it speak after all of its users', () => {
	const known = new Set<string>(LEAVES);
	for (const { name, inputs } of operations) {
		expect(inputs.every((input) => known.has(input))).toBe(true);
		known.add(name);
	}
	const messages = backward(shown({}).values);
	for (const [at, { from }] of messages.entries()) {
		expect(messages.slice(at).filter(({ to }) => to === from)).toEqual([]);
	}
});

describe('step by step', () => {
	const steps = Array.from({ length: LAST + 1 }, (_, step) => shown({ step }));

	it('shows one more value a step forward, and no gradient before the loss', () => {
		for (const { step, known, gradients } of steps.slice(0, HALF + 1)) {
			expect(known.size).toBe(LEAVES.length + step);
			expect(gradients).toEqual(step < HALF ? {} : { L: 1 });
		}
	});
	it('adds up at w what its two users say, and ends with every gradient', () => {
		expect(steps.map(({ gradients }) => gradients.w).slice(HALF)).toEqual([undefined, undefined, 2, 2, 2, 2, 2, -16]);
		expect(steps[LAST]?.gradients).toEqual(steps[0]?.finished);
	});
	it('marks the operation of the step in the picture and in the table', () => {
		expect(steps.map(({ at }) => at?.name).join('')).toBe('uzareqLLqerazu');
		for (const state of steps) {
			const { rows, current } = model.table(state);
			expect(current === undefined ? undefined : rows[current]?.[0]).toBe(state.at?.formula);
		}
	});
});

it('writes at most two decimals, and no zero with a sign', () => {
	expect([-0, 0.125, -16, 2.5, -1e-9].map(short)).toEqual(['0', '0.13', '−16', '2.5', '0']);
});
