/** A reminder to review as a calendar file. */
import { escapedText, icalendar, stampOf } from '../files/icalendar.ts';

export interface Reminder {
	/** Address of the review. */
	readonly address: string;
	/** First date, `2026-05-04`. */
	readonly from: string;
	/** Last date, such as that of the interview; none for a reminder without end. */
	readonly until?: string | undefined;
	/** Time of day on the reader's own clock, `19:30`, wherever they are. */
	readonly time: string;
	/** How long to keep free, in minutes. */
	readonly minutes: number;
	/** When the file is made, in milliseconds since 1970. */
	readonly now: number;
}

/** The file's text. */
export function calendarFile({ address, from, until, time, minutes, now }: Reminder): string {
	/** Without a zone: the time on the wall, wherever the reader is. */
	const local = (date: string): string => `${date.replaceAll('-', '')}T${time.replace(':', '')}00`;
	return icalendar('Review', [
		[
			// The same for every file of one site, so that a second one moves the reminder instead of adding another.
			`UID:review@${new URL(address).host}`,
			`DTSTAMP:${stampOf(now)}`,
			`DTSTART:${local(from)}`,
			`DURATION:PT${minutes}M`,
			`RRULE:FREQ=DAILY${until ? `;UNTIL=${local(until)}` : ''}`,
			`SUMMARY:${escapedText('Review on Sixfold')}`,
			`DESCRIPTION:${escapedText(`What is due today: ${address}`)}`,
			`URL:${address}`,
			'TRANSP:TRANSPARENT',
			'BEGIN:VALARM',
			'ACTION:DISPLAY',
			`DESCRIPTION:${escapedText('Review on Sixfold')}`,
			'TRIGGER:PT0M',
			'END:VALARM',
		],
	]);
}
