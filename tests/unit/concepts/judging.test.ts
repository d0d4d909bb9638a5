import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bands, judge, type Marked } from '../../../src/concepts/judging.ts';
import { anyLevel, anyMarked, marked } from './marked.ts';

const anyRubric = fc.array(anyMarked, { minLength: 4, maxLength: 9 });
const rank = (band: (typeof bands)[number]): number => bands.indexOf(band);

describe('the band of one answer', () => {
	const answer = (...criteria: Marked[]) => ({ criteria, hints: 0, redFlags: 0 });
	const essential = { essential: true };

	test('is hire when everything the level expects is met, strong hire with something beyond it', () => {
		const expected = [marked('junior', 'met', essential), marked('mid', 'met')];
		expect(judge(answer(...expected, marked('senior', 'missed')), 'mid').band).toBe('hire');
		expect(judge(answer(...expected, marked('senior', 'met')), 'mid').band).toBe('strong hire');
		expect(judge(answer(...expected), 'mid').band).toBe('strong hire');
	});

	test('depends on the level: the same answer is a hire for mid and none for staff', () => {
		const same = answer(
			marked('junior', 'met', essential),
			marked('mid', 'met'),
			...[marked('senior', 'missed'), marked('staff', 'missed')],
		);
		expect(judge(same, 'mid').band).toBe('hire');
		expect(judge(same, 'staff').band).toBe('hire');
		expect(judge(answer(...same.criteria, marked('staff', 'missed')), 'staff').band).toBe('no hire');
	});

	test('is no hire when an essential criterion is missed, whatever else was said', () => {
		const much = Array.from({ length: 8 }, () => marked('mid', 'met'));
		const { band, reasons } = judge(answer(...much, marked('mid', 'missed', essential)), 'mid');
		expect([band, reasons]).toEqual(['no hire', ['an essential criterion missed']]);
	});

	test('a hint and a red flag have their price', () => {
		const all = [marked('mid', 'met', essential), marked('mid', 'met'), marked('senior', 'met')];
		expect(judge({ criteria: all, hints: 1, redFlags: 0 }, 'mid')).toMatchObject({ band: 'hire', reasons: ['a hint'] });
		expect(judge({ criteria: all, hints: 0, redFlags: 2 }, 'mid')).toMatchObject({
			band: 'no hire',
			reasons: ['2 red flags'],
		});
	});

	test('rests on essential criteria where the rubric expects nothing of the level', () => {
		const { expected, band } = judge(answer(marked('senior', 'met', essential), marked('staff', 'missed')), 'junior');
		expect([expected, band]).toEqual([1, 'hire']);
	});

	test('an empty answer is a strong no hire', () => {
		fc.assert(
			fc.property(anyRubric, anyLevel, (rubric, level) => {
				const criteria = rubric.map((criterion) => ({ ...criterion, grade: 'missed' as const }));
				expect(judge({ criteria, hints: 0, redFlags: 0 }, level).band).toBe('strong no hire');
			}),
		);
	});

	test('never falls when a criterion is met better, and never rises with a hint or a red flag', () => {
		fc.assert(
			fc.property(anyRubric, anyLevel, fc.nat(3), fc.nat(2), fc.nat(), (criteria, level, hints, redFlags, pick) => {
				const before = judge({ criteria, hints, redFlags }, level);
				const index = pick % criteria.length;
				const better = criteria.with(index, { ...(criteria[index] as Marked), grade: 'met' });
				expect(rank(judge({ criteria: better, hints, redFlags }, level).band)).toBeGreaterThanOrEqual(
					rank(before.band),
				);
				expect(rank(judge({ criteria, hints: hints + 1, redFlags }, level).band)).toBeLessThanOrEqual(
					rank(before.band),
				);
				expect(rank(judge({ criteria, hints, redFlags: redFlags + 1 }, level).band)).toBeLessThanOrEqual(
					rank(before.band),
				);
				expect(before.share).toBeGreaterThanOrEqual(0);
				expect(before.share).toBeLessThanOrEqual(1);
				expect(before.met).toBeLessThanOrEqual(before.expected);
			}),
		);
	});
});
