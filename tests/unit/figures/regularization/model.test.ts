import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialValues } from '../../../../src/figures/parts/settings.ts';
import { chargeFor, lossAt, model, type Shown, solve } from '../../../../src/figures/regularization/model.ts';
import { numbersAfter, recordedLines } from '../recordedOutput.ts';

type Change = Partial<ReturnType<typeof initialValues<typeof model.settings>>>;
const shown = (change: Change = {}): Shown => model.compute({ ...initialValues(model.settings), ...change });

describe('the figure shows what shrink.py printed', () => {
	it.each([0, 0.1, 0.3, 0.6, 1.2])('at lambda %d', (strength) => {
		const { underL1, underL2 } = shown({ rho: 0.8, first: 1.5, second: -0.4, strength });
		const row = numbersAfter(recordedLines('regularization', 'shrink'), `${strength.toFixed(1)} `);
		const [first, second, ridgeFirst, ridgeSecond, norm] = row;
		expect([...underL1, ...underL2, Math.hypot(...underL2)].map((value) => (value + 0).toFixed(4))).toEqual(
			[first, second, ridgeFirst, ridgeSecond, norm].map((value) => value?.toFixed(4)),
		);
	});
});

it('finds no better weights anywhere near its solution', () => {
	const weight = fc.double({ min: -2.4, max: 2.4, noNaN: true });
	fc.assert(
		fc.property(
			weight,
			weight,
			fc.double({ min: -0.95, max: 0.95, noNaN: true }),
			fc.double({ min: 0, max: 2.5, noNaN: true }),
			fc.constantFrom('L1', 'L2', 'elastic net'),
			fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true })),
			(first, second, rho, strength, penalty, [right, up]) => {
				const objective = { fit: [first, second] as const, rho, penalty };
				const total = (at: readonly [number, number]) => lossAt(objective, at) + strength * chargeFor(penalty, at);
				const best = solve(objective, strength);
				expect(total([best[0] + right, best[1] + up])).toBeGreaterThanOrEqual(total(best) - 1e-12);
			},
		),
	);
});

it('under L1 holds a weight at exactly zero over a range of strengths, under L2 only passes through', () => {
	const zeros = (penalty: 'L1' | 'L2') =>
		shown({ penalty, rho: 0.8, first: 1.5, second: -0.4 }).path.filter(([, second]) => second === 0).length;
	expect(zeros('L1')).toBeGreaterThan(50);
	expect(zeros('L2')).toBe(0);
});
