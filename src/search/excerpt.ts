/** Text with the words that were looked for marked: data, so that no HTML of an index ever reaches a page. */
import { fitOf, fold, plainSpelling, SPELLING, wordsOf } from './spelling.ts';

export interface Part {
	readonly text: string;
	readonly marked: boolean;
}

/** A word, or a name with an underscore in it. */
const run = /[\p{L}\p{M}\p{N}]+(?:_[\p{L}\p{M}\p{N}]+)*/gu;

/** Stems are alike from here on: `normalization` finds "normalize". */
const STEM_SHARE = 0.6;
const STEM_LENGTH = 4;

/** How many letters two words begin with alike. */
export function sharedStart(a: string, b: string): number {
	let length = 0;
	while (length < a.length && a[length] === b[length]) length++;
	return length;
}

/** Whether a word of a text is what was typed: the start of it, a slip away, or of the same stem. One letter is only itself. */
export function isSought(typed: string, word: string): boolean {
	if (typed.length === 1) return typed === word;
	// Hands slip later in a word: who types `mask` does not mean `ask`. Most words begin otherwise, and are told apart by that.
	if (typed[0] === word[0]) {
		if (fitOf(typed, word)) return true;
		if (sharedStart(typed, word) >= Math.max(STEM_LENGTH, STEM_SHARE * typed.length)) return true;
	}
	// The index spells a script run together: `dk` for `d_k`.
	if (typed.includes('_') && typed.replaceAll('_', '') === word) return true;
	return word.includes('_') && word.split('_').some((part) => isSought(typed, part));
}

/** Whether any run of letters in `text` is one of the typed words. */
export function hasSought(text: string, typed: readonly string[]): boolean {
	return wordsOf(text).some((word) => typed.some((sought) => isSought(sought, word)));
}

function joined(parts: readonly Part[]): Part[] {
	const result: Part[] = [];
	for (const part of parts) {
		const last = result.at(-1);
		if (!part.text) continue;
		if (last && last.marked === part.marked) result[result.length - 1] = { ...last, text: last.text + part.text };
		else result.push(part);
	}
	return result;
}

/** Marked words with only a space between them are marked as one. */
function withoutGaps(parts: readonly Part[]): Part[] {
	return joined(
		parts.map((part, i) => {
			const between = part.text === ' ' && parts[i - 1]?.marked && parts[i + 1]?.marked;
			return between ? { ...part, marked: true } : part;
		}),
	);
}

/** Where in a text the typed words stand. */
export function spansOf(text: string, typed: readonly string[]): { readonly start: number; readonly end: number }[] {
	return [...text.matchAll(run)].flatMap(({ 0: letters, index }) => {
		const forms = [fold(letters), fold(plainSpelling(letters))];
		const isFound = typed.some((sought) => forms.some((form) => isSought(sought, form)));
		return isFound ? [{ start: index, end: index + letters.length }] : [];
	});
}

/** Splits a text into marked and unmarked parts by the typed words. */
export function markText(text: string, typed: readonly string[]): Part[] {
	const parts: Part[] = [];
	let last = 0;
	for (const { start, end } of spansOf(text, typed)) {
		parts.push({ text: text.slice(last, start), marked: false }, { text: text.slice(start, end), marked: true });
		last = end;
	}
	return withoutGaps(joined([...parts, { text: text.slice(last), marked: false }]));
}

/** Marks words of an indexed text, without the spellings that are only there to be found. */
export function markWords(words: readonly string[], typed: readonly string[]): Part[] {
	return markText(words.filter((word) => !word.startsWith(SPELLING)).join(' '), typed);
}
