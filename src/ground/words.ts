/** Numbers as sentences of the site tell them, in figures or in words. */

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
export function countInWords(number: number, one: string, many = `${one}s`): string {
	return `${inWords(number)} ${number === 1 ? one : many}`;
}

/** "1 prompt", "7 prompts", "1,200 prompts". */
export function count(number: number, one: string, many = `${one}s`): string {
	return `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;
}

/** "80 %". @param share from 0 to 1 */
export function percent(share: number): string {
	return `${Math.round(share * 100)} %`;
}

/** A text with a capital. */
export function capitalized(text: string): string {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** A text with a capital and a full stop. */
export function sentence(text: string): string {
	return `${capitalized(text)}.`;
}

/** A title that no line ends in the middle of "top-k": a word joiner, which shows nothing, stands behind the hyphen. */
export function keptTogether(title: string): string {
	return title.replace(/-(?=\p{L}(?!\p{L}))/gu, '-\u2060');
}
