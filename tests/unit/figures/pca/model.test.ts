import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialValues } from '../../../../src/figures/parts/settings.ts';
import { along, model, type Point, type Shown } from '../../../../src/figures/pca/model.ts';
import { numbersAfter, recordedLines } from '../recordedOutput.ts';

type Change = Partial<ReturnType<typeof initialValues<typeof model.settings>>>;
const shown = (change: Change = {}): Shown => model.compute({ ...initialValues(model.settings), ...change });

describe('the figure shows what plane.py printed', () => {
	it.each([
		['plane', {}],
		['plane.other-unit', { unit: 10 }],
		['plane.no-centering', { shift: 10, center: 'off' }],
	] as const)('%s', (name, change) => {
		const { first, second, total, bestShare, best } = shown(change);
		const lines = recordedLines('pca', name);
		const [one, other, trace] = numbersAfter(lines, 'eigenvalues');
		const [percent, axis] = numbersAfter(lines, 'first share');
		expect([first, second, total].map((value) => value.toFixed(3))).toEqual(
			[one, other, trace].map((value) => value?.toFixed(3)),
		);
		expect((100 * bestShare).toFixed(1)).toBe(percent?.toFixed(1));
		expect(best.toFixed(2)).toBe(axis?.toFixed(2));
	});

	it.each([0, 90, 135])('the row at %d degrees', (angle) => {
		const { kept, left } = shown({ angle });
		const row = numbersAfter(recordedLines('pca', 'plane'), `${angle.toFixed(1)} `);
		expect([kept.toFixed(3), left.toFixed(3)]).toEqual(row.slice(0, 2).map((value) => value.toFixed(3)));
	});
});

it('centered, does not care where the points lie; standardized, nor in which unit', () => {
	expect(shown({ shift: 7 }).first).toBeCloseTo(shown().first, 12);
	expect(shown({ unit: 7, scale: 'on' }).first).toBeCloseTo(shown({ scale: 'on' }).first, 12);
	expect(shown({ unit: 7 }).first).toBeGreaterThan(10 * shown().first);
});

it('keeps and leaves, together, the mean square from the origin, for any points at any angle', () => {
	const point = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })) as fc.Arbitrary<Point>;
	fc.assert(
		fc.property(fc.array(point, { minLength: 2, maxLength: 9 }), fc.integer({ min: 0, max: 180 }), (points, angle) => {
			const { kept, left } = along(points, angle);
			const all = points.reduce((total, [x, y]) => total + x * x + y * y, 0) / (points.length - 1);
			expect(kept + left).toBeCloseTo(all, 8);
		}),
	);
});
