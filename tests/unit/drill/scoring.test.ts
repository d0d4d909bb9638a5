import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { picture } from '../../../src/drill/scoring.ts';
import { anyLevel, anyMarked, marked } from '../concepts/marked.ts';

describe('the picture of a drill', () => {
	test('counts every criterion once by dimension and once by level', () => {
		fc.assert(
			fc.property(fc.array(anyMarked, { maxLength: 40 }), anyLevel, (criteria, level) => {
				const { dimensions: rows, levels } = picture(criteria, level);
				const sum = (tallies: readonly { met: number; partly: number; missed: number }[]): number =>
					tallies.reduce((total, { met, partly, missed }) => total + met + partly + missed, 0);
				expect(sum(rows.flatMap(({ byLevel }) => Object.values(byLevel)))).toBe(criteria.length);
				expect(sum(levels.map(({ tally }) => tally))).toBe(criteria.length);
			}),
		);
	});

	test('says nothing where two criteria are all there is', () => {
		const criteria = [marked('mid', 'met'), marked('mid', 'met')];
		expect(picture(criteria, 'mid').dimensions[0]?.band).toBeUndefined();
		expect(picture([...criteria, marked('mid', 'missed')], 'mid').dimensions[0]?.band).toBe('hire');
	});

	test("a dimension's band leaves out what is beyond the reader's level", () => {
		const criteria = [...Array.from({ length: 3 }, () => marked('mid', 'met')), marked('staff', 'missed')];
		const [row] = picture(criteria, 'mid').dimensions;
		expect([row?.band, row?.byLevel.staff.missed]).toEqual(['strong hire', 1]);
	});
});
