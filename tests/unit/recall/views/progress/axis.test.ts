/** The steps of an axis are few, round and enough. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axisSteps } from '../../../../../src/recall/views/progress/axis.ts';

test.each([
	[0, [1]],
	[1, [1]],
	[3, [1, 2, 3]],
	[7, [2, 4, 6, 8]],
	[12, [5, 10, 15]],
	[45, [20, 40, 60]],
	[400, [100, 200, 300, 400]],
])('up to %d', (most, steps) => expect(axisSteps(most)).toEqual(steps));

test('one to four steps reach the highest value, and no more than one step beyond', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 100_000 }), (most) => {
			const steps = axisSteps(most);
			expect(steps.length).toBeLessThanOrEqual(4);
			expect(steps.at(-1)).toBeGreaterThanOrEqual(most);
			expect((steps.at(-1) ?? 0) - (steps[0] ?? 0)).toBeLessThan(Math.max(1, most));
			for (const step of steps) expect(String(step)).toMatch(/^\d{1,2}0*$/);
		}),
	);
});
