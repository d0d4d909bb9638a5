/** The calendar as a file for other calendars: an entry a day, all day long. Loaded when it is asked for. */

import { escapedText, icalendar, stampOf } from '../files/icalendar.ts';
import { pathTo } from '../paths.ts';
import { dateOf } from '../recall/index.ts';
import type { CalendarDay } from './calendar.ts';
import type { Shown } from './words.ts';

/**
 * @param shown What an item is called and where it is done.
 * @param now When the file is made, in milliseconds since 1970.
 * @param page Address of any page of the site, which makes those of the others.
 */
export function planFile(
	days: readonly CalendarDay[],
	shown: (item: CalendarDay['items'][number], day: number) => Shown,
	now: number,
	page: string,
): string {
	const address = new URL(pathTo('plan/'), page);
	const compact = (day: number): string => dateOf(day).replaceAll('-', '');
	const events = days
		.filter(({ items }) => items.length > 0)
		.map(({ day, items }) => {
			const minutes = items.reduce((sum, item) => sum + item.minutes, 0);
			const lines = items.map((item) => {
				const { words, href, minutes } = shown(item, day);
				return `${words}, ${minutes} min\n${new URL(href, page).href}`;
			});
			return [
				// The same for every file of one site, so that a later one moves the day instead of adding another.
				`UID:plan-${dateOf(day)}@${address.host}`,
				`DTSTAMP:${stampOf(now)}`,
				`DTSTART;VALUE=DATE:${compact(day)}`,
				`DTEND;VALUE=DATE:${compact(day + 1)}`,
				`SUMMARY:${escapedText(`Sixfold, ${minutes} min`)}`,
				`DESCRIPTION:${escapedText(lines.join('\n'))}`,
				`URL:${address.href}`,
				'TRANSP:TRANSPARENT',
			];
		});
	return icalendar('Plan', events);
}
