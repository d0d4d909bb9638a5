/** Counts in words, for sentences that the site makes itself. */

const words = [
	...['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
	...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty'],
];

/** "one diagram", "four steps", "25 prompts". */
export function count(number: number, noun: string): string {
	return `${words[number] ?? number} ${noun}${number === 1 ? '' : 's'}`;
}

/** A text with a capital and a full stop. */
export function sentence(text: string): string {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
