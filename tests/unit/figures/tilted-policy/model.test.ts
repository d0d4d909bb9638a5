import { describe, expect, it } from 'vitest';
import { completed, type Values } from '../../../../src/figures/parts/settings.ts';
import { model } from '../../../../src/figures/tilted-policy/model.ts';
import { numbersAfter, recordedLines } from '../recordedOutput.ts';

const at = (values: Partial<Values<typeof model.settings>>) => model.compute(completed(model.settings, values));

const rows = recordedLines('rlhf', 'tilt')
	.slice(1)
	.map((line) => line.trim().split(/\s+/).map(Number))
	.filter((row) => row.length === 7 && row.every(Number.isFinite));

it('has the rows of the listing', () => expect(rows.length).toBeGreaterThanOrEqual(6));

it.each(rows)('prints what tilt.py printed at β = %d', (beta, proxy, truth, kl) => {
	const shown = at({ beta });
	for (const [one, recorded] of [
		[shown.proxy, proxy],
		[shown.truth, truth],
		[shown.kl, kl],
	] as const)
		expect(Math.abs(one - (recorded ?? Number.NaN))).toBeLessThan(0.00051);
});

it('ends where the listing says', () => {
	const recorded = numbersAfter(recordedLines('rlhf', 'tilt'), 'the largest KL: -log 0.005 =')[0] ?? Number.NaN;
	expect(Math.abs(at({}).most - recorded)).toBeLessThan(0.00051);
});

describe('both ends of β', () => {
	it('is the reference at a large one', () => {
		const { answers, kl, truth, start } = at({ beta: 1e9 });
		for (const { reference, policy } of answers) expect(policy).toBeCloseTo(reference, 7);
		expect(kl).toBeCloseTo(0, 9);
		expect(truth).toBeCloseTo(start, 7);
	});

	it.each([
		{ flaw: 1, share: 0.5, winners: ['long, wrong'] },
		{ flaw: 0, share: 0.5, winners: ['explained'] },
		{ flaw: 0.5, share: 2, winners: ['explained', 'padded'] },
	])('is the reference on the best-scored answers at a small one: $winners', ({ flaw, share, winners }) => {
		const { answers, kl, most } = at({ beta: 1e-4, flaw, share });
		const total = answers.reduce((sum, { name, reference }) => sum + (winners.includes(name) ? reference : 0), 0);
		for (const { name, reference, policy } of answers)
			expect(policy).toBeCloseTo(winners.includes(name) ? reference / total : 0, 9);
		expect(kl).toBeCloseTo(most, 9);
		expect(most).toBeCloseTo(-Math.log(total), 9);
	});
});

it('raises reward and KL at each step down of β', () => {
	const states = [4, 2, 1, 0.5, 0.2, 0.1].map((beta) => at({ beta }));
	for (const [index, { proxy, kl }] of states.entries()) {
		expect(proxy).toBeGreaterThan(states[index - 1]?.proxy ?? 0);
		expect(kl).toBeGreaterThan(states[index - 1]?.kl ?? 0);
	}
});

it('has no other β that beats the best one', () => {
	const { bestBeta, bestTruth } = at({});
	for (const beta of [0.1, 0.5, bestBeta - 0.05, bestBeta + 0.05, 2, 4])
		expect(at({ beta }).truth).toBeLessThan(bestTruth);
});
