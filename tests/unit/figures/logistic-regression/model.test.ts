import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	limitAt,
	lossOf,
	model,
	newton,
	type Point,
	type Shown,
} from '../../../../src/figures/logistic-regression/model.ts';
import { initialValues } from '../../../../src/figures/parts/settings.ts';
import { numbersAfter, recordedLines } from '../recordedOutput.ts';

type Change = Partial<ReturnType<typeof initialValues<typeof model.settings>>>;
const shown = (change: Change = {}): Shown => model.compute({ ...initialValues(model.settings), ...change });

describe('the figure shows what far_point.py printed', () => {
	const lines = recordedLines('logistic-regression', 'far_point');

	it.each([
		['base', {}],
		['yes at 20', { x8: 20 }],
		['no at 20', { x8: 20, y8: 'no' }],
	] as const)('%s', (name, change) => {
		const { crossing, boundary, score } = shown(change);
		const numbers = numbersAfter(lines, name);
		expect([crossing?.toFixed(3), boundary?.toFixed(3), score.slope.toFixed(4)]).toEqual([
			numbers[0]?.toFixed(3),
			numbers[1]?.toFixed(3),
			numbers[2]?.toFixed(4),
		]);
	});
});

// By scikit-learn 1.9.1: LogisticRegression(C=1/(8 λ), solver="newton-cholesky", tol=1e-12), and C=np.inf.
it.each([
	[{}, 1.28229, 4.5, 0.31288],
	[{ penalty: '1' }, 0.40275, 4.5, 0.44121],
	[{ penalty: '0.01' }, 1.2149, 4.5, 0.31328],
	[{ x5: 3.5, penalty: '0.1' }, 1.17866, 4.0808, 0.20575],
	[{ x5: 3.5, penalty: '0.01' }, 2.95675, 3.8162, 0.11017],
	[{ x5: 3.5, penalty: '0.001' }, 7.88712, 3.7516, 0.03292],
] as const)('fits %o as scikit-learn does', (change, weight, boundary, loss) => {
	const state = shown(change);
	expect(state.score.slope).toBeCloseTo(weight, 4);
	expect(state.boundary).toBeCloseTo(boundary, 3);
	expect(state.loss).toBeCloseTo(loss, 4);
});

it('has the closed form of two groups: ln 9 for one yes of four and three of four', () => {
	const points = [0, 0, 0, 1].map((y): Point => ({ x: 0, y: y as 0 | 1 }));
	const others = [0, 1, 1, 1].map((y): Point => ({ x: 1, y: y as 0 | 1 }));
	const { slope, intercept } = newton([...points, ...others], 0);
	expect(slope).toBeCloseTo(Math.log(9), 10);
	expect(intercept).toBeCloseTo(-Math.log(3), 10);
});

describe('separable labels', () => {
	const { points, gap, losses } = shown({ x5: 3.5 });

	it('have no minimum: whatever weight is next is better', () => {
		expect(gap).toEqual({ from: 3.5, to: 4, rising: true });
		expect(losses.every((loss, at) => at === 0 || loss < (losses[at - 1] ?? 0))).toBe(true);
	});

	it('let the weight grow as the penalty vanishes, and the boundary tends to the middle of the gap', () => {
		const fits = [1e-2, 1e-4, 1e-6, 1e-8].map((penalty) => newton(points, penalty));
		const off = fits.map(({ slope, intercept }) => Math.abs(-intercept / slope - 3.75));
		for (let at = 1; at < fits.length; at++) {
			expect(fits[at]?.slope).toBeGreaterThan(fits[at - 1]?.slope ?? 0);
			expect(off[at]).toBeLessThan(off[at - 1] ?? 0);
		}
	});

	it('may meet in one place, where the limit is the share of yes', () => {
		const meeting = shown({ x5: 4 });
		expect(meeting.kind).toBe('separable');
		expect(meeting.chances[3]).toBe(0.5);
		const { slope, intercept } = newton(meeting.points, 1e-9);
		expect(1 / (1 + Math.exp(-(4 * slope + intercept)))).toBeCloseTo(0.5, 2);
		if (meeting.gap) expect(limitAt(meeting.points, meeting.gap, 3.9)).toBe(0);
	});

	it('may lie the other way round', () => {
		const labels = { y1: 'yes', y2: 'yes', y3: 'yes', y4: 'no', y5: 'no', y6: 'no', y7: 'no', y8: 'no' } as const;
		expect(shown(labels)).toMatchObject({ kind: 'separable', boundary: 3.5, gap: { rising: false } });
	});
});

it('says where there is no finite intercept, or no slope, with a penalty too', () => {
	for (const penalty of ['0', '0.1'] as const) {
		const all = { y1: 'yes', y2: 'yes', y3: 'yes', y5: 'yes', penalty } as const;
		expect(shown(all)).toMatchObject({ kind: 'one label', share: 1, loss: 0 });
		const one = { x1: 4, x2: 4, x3: 4, x5: 4, x6: 4, x7: 4, x8: 4, penalty } as const;
		expect(shown(one)).toMatchObject({ kind: 'one place', loss: Math.log(2) });
	}
});

it('finds no lower loss nearby, wherever the points lie', () => {
	const point = fc.record({
		x: fc.integer({ min: 0, max: 200 }).map((tenths) => tenths / 10),
		y: fc.constantFrom(0, 1),
	});
	fc.assert(
		fc.property(fc.array(point, { minLength: 8, maxLength: 8 }), fc.constantFrom(0.001, 0.1, 1), (drawn, penalty) => {
			const points = drawn as Point[];
			fc.pre(points.some(({ y }) => y === 1) && points.some(({ y }) => y === 0));
			const best = newton(points, penalty);
			const least = lossOf(points, best, penalty);
			for (const [slope, intercept] of [
				[0.01, 0],
				[-0.01, 0],
				[0, 0.01],
				[0, -0.01],
			] as const) {
				const near = { slope: best.slope + slope, intercept: best.intercept + intercept };
				expect(lossOf(points, near, penalty)).toBeGreaterThan(least);
			}
		}),
		{ numRuns: 100 },
	);
});
