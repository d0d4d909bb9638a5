import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	absoluteLine,
	at,
	huberLine,
	model,
	type Point,
	type Shown,
	squaredLine,
} from '../../../../src/figures/outlier/model.ts';
import { initialValues } from '../../../../src/figures/parts/settings.ts';
import { numbersAfter, recordedLines } from '../recordedOutput.ts';

type Change = Partial<ReturnType<typeof initialValues<typeof model.settings>>>;
const shown = (change: Change = {}): Shown => model.compute({ ...initialValues(model.settings), ...change });

describe('the figure shows what lines.py printed', () => {
	const lines = recordedLines('loss-functions', 'lines');

	it.each([
		['( 9.0,  5.6)', { y: 5.6 }],
		['( 9.0, 20.0)', {}],
		['( 9.0, 40.0)', { y: 40 }],
		['(40.0,  0.0)', { x: 40, y: 0 }],
		['(40.0, 21.0)', { x: 40, y: 21 }],
	] as const)('%s', (label, change) => {
		const { squared, huber, absolute } = shown(change);
		expect([squared, huber, absolute].map(({ slope }) => slope.toFixed(3))).toEqual(
			numbersAfter(lines, label).map((slope) => slope.toFixed(3)),
		);
	});
});

it('turns squared error by 4.5/82.5 for each unit of the target at 9, wherever that is', () => {
	for (const y of [0, 5.6, 30]) {
		expect(shown({ y: y + 10 }).squared.slope - shown({ y }).squared.slope).toBeCloseTo((10 * 4.5) / 82.5, 10);
	}
	expect(shown().perUnit).toBeCloseTo(4.5 / 82.5, 12);
});

it('no longer turns Huber or absolute error once the target is far enough', () => {
	for (const loss of ['huber', 'absolute'] as const) {
		const slopes = [10, 20, 40].map((y) => shown({ y })[loss].slope);
		for (const slope of slopes) expect(slope).toBeCloseTo(slopes[0] ?? 0, 9);
	}
});

it('has both other losses as the limits of Huber', () => {
	for (const change of [{}, { x: 40, y: 0 }, { x: 20, y: 40 }, { x: 0, y: 40 }] as const) {
		const { points, squared, absolute } = shown(change);
		expect(huberLine(points, 100).slope).toBeCloseTo(squared.slope, 9);
		expect(absolute.several).toBe(false);
		expect(huberLine(points, 1e-4).slope).toBeCloseTo(absolute.slope, 3);
	}
});

it('draws, in the chart of slopes, what it fits', () => {
	for (const x of [0, 9, 40]) {
		for (const y of [0, 7, 40]) {
			const { slopes, squared, huber, absolute } = shown({ x, y });
			expect(slopes[y]).toEqual({ squared: squared.slope, huber: huber.slope, absolute: absolute.slope });
		}
	}
});

it('tells where several lines have the least absolute error', () => {
	const corners = [0, 1].flatMap((x) => [0, 1].map((y): Point => ({ x, y })));
	expect(absoluteLine(corners)).toEqual({ slope: -1, intercept: 1, several: true });
	expect(absoluteLine([0, 1, 2].map((x): Point => ({ x, y: 2 * x + 1 })))).toEqual({
		...{ slope: 2, intercept: 1, several: false },
	});
});

it('finds no lower loss nearby, wherever the points lie', () => {
	const huber = (r: number, delta: number): number =>
		Math.abs(r) <= delta ? (r * r) / 2 : delta * (Math.abs(r) - delta / 2);
	const tenths = fc.integer({ min: 0, max: 100 }).map((value) => value / 10);
	const points = fc.uniqueArray(fc.record({ x: tenths, y: tenths }), {
		selector: ({ x }) => x,
		minLength: 5,
		maxLength: 12,
	});
	fc.assert(
		fc.property(points, fc.constantFrom(0.1, 1, 5), (drawn, delta) => {
			for (const [line, loss] of [
				[squaredLine(drawn), (r: number) => r * r],
				[absoluteLine(drawn), Math.abs],
				[shallow(huberLine(drawn, delta)), (r: number) => huber(r, delta)],
			] as const) {
				if (!line) continue;
				const cost = (one: typeof line): number => drawn.reduce((sum, { x, y }) => sum + loss(y - at(one, x)), 0);
				for (const [slope, intercept] of [
					[0.01, 0],
					[-0.01, 0],
					[0, 0.01],
					[0, -0.01],
				] as const) {
					const near = { slope: line.slope + slope, intercept: line.intercept + intercept };
					expect(cost(near)).toBeGreaterThan(cost(line) - 1e-9);
				}
			}
		}),
		{ numRuns: 100 },
	);
});

/** Huber's line is sought among slopes that the figure's points can want; of others, it is not asked. */
const shallow = <One extends { readonly slope: number }>(line: One): One | undefined =>
	Math.abs(line.slope) < 7.9 ? line : undefined;
