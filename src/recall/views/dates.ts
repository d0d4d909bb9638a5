/** Study days as dates, the way they stand under pictures and in tables. */
import { DAY, type Day, dateOf } from '../log/studyDay.ts';

function format(options: Intl.DateTimeFormatOptions): (day: Day) => string {
	const formatter = new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' });
	return (day) => formatter.format(day * DAY);
}

/** `May 4` */
export const shortDate = format({ month: 'short', day: 'numeric' });
/** `Monday, May 4` */
export const longDate = format({ weekday: 'long', month: 'long', day: 'numeric' });
/** `May 4, 2026` */
export const fullDate = format({ year: 'numeric', month: 'long', day: 'numeric' });
/** `May 2026` */
export const monthName = format({ year: 'numeric', month: 'long' });

/** A moment as the reader's own date, `May 4, 2026`. */
export function dateOfTime(time: number): string {
	return new Intl.DateTimeFormat('en-US', { year: 'numeric', month: 'long', day: 'numeric' }).format(time);
}

/** The first day of the month a day is in, or of one some months later. */
export function monthOf(day: Day, later = 0): Day {
	const date = new Date(day * DAY);
	return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later, 1) / DAY;
}

export function dayOfMonth(day: Day): number {
	return Number(dateOf(day).slice(8));
}
