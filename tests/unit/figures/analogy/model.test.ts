import { expect, it } from 'vitest';
import { model, OWN, type Shown } from '../../../../src/figures/analogy/model.ts';
import { initialValues } from '../../../../src/figures/parts/settings.ts';

type Change = Partial<ReturnType<typeof initialValues<typeof model.settings>>>;
const shown = (change: Change = {}): Shown => model.compute({ ...initialValues(model.settings), ...change });
const weights = [0, 0.2, 0.5, 0.8, 1.1, 1.5];

it('answers rightly whatever the weights, as long as the inputs are excluded', () => {
	for (const relation of weights)
		for (const own of weights)
			for (const mean of [0, 1, 3])
				for (const center of ['off', 'on'] as const)
					expect(shown({ relation, own, mean, center }).winners).toEqual(['queen']);
});

it('answers an input, once those are allowed, exactly where what is own is too large', () => {
	for (const relation of weights)
		for (const own of weights)
			for (const mean of [0, 1, 3]) {
				const { winners, limit } = shown({ relation, own, mean, inputs: 'allowed' });
				// The own part of a is in the target, too: from 1 on, a itself is nearer than the right answer.
				if (own < limit && own < 1) expect(winners).toEqual(['queen']);
				else if (own > 0) expect(winners).not.toEqual(['queen']);
			}
});

it('draws curves that pass through what the bars show', () => {
	for (const own of [0, 0.5, 1, 1.5]) {
		const { curve, right, input } = shown({ own });
		expect(curve[OWN.indexOf(own)]).toEqual({ right, input });
	}
});

it('does not care about a common mean once that is subtracted', () => {
	const [without, withMean] = [shown({ center: 'on' }), shown({ center: 'on', mean: 3 })];
	for (const [at, { cosine }] of without.candidates.entries())
		expect(withMean.candidates[at]?.cosine).toBeCloseTo(cosine, 12);
});

it('names all that are level, and no answer of one word then', () => {
	expect(shown({ relation: 0, own: 0, inputs: 'allowed' }).winners).toEqual(['queen', 'king']);
	expect(shown({ relation: 1.5, own: 1, inputs: 'allowed' }).winners).toEqual(['queen', 'woman']);
});
