/** Calendar files (RFC 5545): any calendar reads them, no account and no permission are needed. */

/** Text values escape what separates values. */
export function escapedText(text: string): string {
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

/** A moment in UTC as calendars write it. */
export function stampOf(time: number): string {
	return new Date(time).toISOString().replace(/[-:]|\.\d+/g, '');
}

/**
 * The text of a file with events, each a list of its lines.
 *
 * @param product Who made it: `Review`.
 */
export function icalendar(product: string, events: readonly (readonly string[])[]): string {
	const lines = [
		...['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//Sixfold//${product}//EN`],
		...events.flatMap((event) => ['BEGIN:VEVENT', ...event, 'END:VEVENT']),
		'END:VCALENDAR',
	];
	return `${lines.map(folded).join('\r\n')}\r\n`;
}
