/** Study days as dates, whatever the zone the tests run in. */
import { expect, test } from 'vitest';
import { dayOfDate } from '../../../../src/recall/log/studyDay.ts';
import { dayOfMonth, monthName, monthOf, shortDate } from '../../../../src/recall/views/dates.ts';

const day = (date: string): number => dayOfDate(date) ?? Number.NaN;

test('a month begins on its first day, and others lie before and after it', () => {
	expect(monthOf(day('2026-05-23'))).toBe(day('2026-05-01'));
	expect(monthOf(day('2026-01-31'), -1)).toBe(day('2025-12-01'));
	expect(monthOf(day('2026-12-31'), 1)).toBe(day('2027-01-01'));
});

test('days carry their names', () => {
	expect(dayOfMonth(day('2026-05-04'))).toBe(4);
	expect(shortDate(day('2026-05-04'))).toBe('May 4');
	expect(monthName(day('2026-05-04'))).toBe('May 2026');
});
