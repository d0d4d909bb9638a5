/** Counts in words, for sentences that the site makes itself. */

const words = [
	...['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
	...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty'],
];

/** "seven", "25". */
export function inWords(number: number): string {
	return words[number] ?? String(number);
}

/** "once", "twice", "three times". */
export function times(number: number): string {
	return ['never', 'once', 'twice'][number] ?? `${inWords(number)} times`;
}

/** "one diagram", "four steps", "25 prompts". */
export function count(number: number, noun: string): string {
	return `${inWords(number)} ${noun}${number === 1 ? '' : 's'}`;
}

/** A text with a capital and a full stop. */
export function sentence(text: string): string {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** A title that no line ends in the middle of "top-k": a word joiner, which shows nothing, stands behind the hyphen. */
export function keptTogether(title: string): string {
	return title.replace(/-(?=\p{L}(?!\p{L}))/gu, '-\u2060');
}
