/** A reminder to review as a calendar file (RFC 5545): any calendar keeps it, no account and no permission are needed. */

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

/** Text values escape what separates values. */
function escapedText(text: string): string {
	return text.replace(/[\\;,]/g, (character) => `\\${character}`).replaceAll('\n', '\\n');
}

/** A line is at most 75 bytes long; what is longer goes on in the next one, behind a space, never within a character. */
export function folded(line: string): string {
	const encoder = new TextEncoder();
	let [text, length] = ['', 0];
	for (const character of line) {
		const bytes = encoder.encode(character).length;
		if (length + bytes > 75) [text, length] = [`${text}\r\n `, 1];
		text += character;
		length += bytes;
	}
	return text;
}

/** The file's text. */
export function calendarFile({ address, from, until, time, minutes, now }: Reminder): string {
	/** Without a zone: the time on the wall, wherever the reader is. */
	const local = (date: string): string => `${date.replaceAll('-', '')}T${time.replace(':', '')}00`;
	const made = new Date(now).toISOString().replace(/[-:]|\.\d+/g, '');
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Sixfold//Review//EN',
		'BEGIN:VEVENT',
		// The same for every file of one site, so that a second one moves the reminder instead of adding another.
		`UID:review@${new URL(address).host}`,
		`DTSTAMP:${made}`,
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
		'END:VEVENT',
		'END:VCALENDAR',
	];
	return `${lines.map(folded).join('\r\n')}\r\n`;
}
