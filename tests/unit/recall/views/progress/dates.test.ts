/** Months and weekdays of study days, whatever the zone the tests run in. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOfDate } from '../../../../../src/recall/studyDay.ts';
import { dayOfMonth, monthName, monthOf, shortDate, weekday } from '../../../../../src/recall/views/progress/dates.ts';

const day = (date: string): number => dayOfDate(date) ?? Number.NaN;

test('a month begins on its first day, and others lie before and after it', () => {
	expect(monthOf(day('2026-05-23'))).toBe(day('2026-05-01'));
	expect(monthOf(day('2026-01-31'), -1)).toBe(day('2025-12-01'));
	expect(monthOf(day('2026-12-31'), 1)).toBe(day('2027-01-01'));
});

test('days carry their names', () => {
	expect(weekday(day('2026-05-25'))).toBe(0);
	expect(weekday(day('2026-05-31'))).toBe(6);
	expect(dayOfMonth(day('2026-05-04'))).toBe(4);
	expect(shortDate(day('2026-05-04'))).toBe('May 4');
	expect(monthName(day('2026-05-04'))).toBe('May 2026');
});

test('weekdays follow one another', () => {
	fc.assert(
		fc.property(fc.integer({ min: -50_000, max: 50_000 }), (from) => {
			expect(weekday(from + 1)).toBe((weekday(from) + 1) % 7);
		}),
	);
});
