/** Where a page first says the terms that an interviewer listens for. Inflections count: "tokens" and "tokenized" say token and tokenize. */
import type { Nodes, Parents, Text } from 'mdast';

export interface WrittenTerm {
	readonly term: string;
	/** Other words for the same: an abbreviation, an irregular form. */
	readonly also?: readonly string[] | undefined;
}

/** A stretch of a text node that says a term. */
export interface TermPlace {
	/** Index of the term in its list. */
	readonly term: number;
	readonly node: Text;
	readonly parent: Parents;
	readonly start: number;
	readonly end: number;
}

/** The last part of the address of a term on its page. */
export function termId(term: string): string {
	return (
		term
			.toLowerCase()
			.normalize('NFKD')
			.match(/[a-z0-9]+/g) ?? ['term']
	).join('-');
}

/** A word without the endings of plurals, verbs and possessives; good for comparing words, not for reading. */
export function stemOf(word: string): string {
	let stem = word.toLowerCase().replace(/['’](s|)$/, '');
	if (/[^aeiou]ies$/.test(stem)) stem = stem.replace(/ies$/, 'y');
	else if (/(s|x|z|ch|sh)es$/.test(stem)) stem = stem.replace(/es$/, '');
	else if (/[^su]s$/.test(stem) && !/i[as]?s$/.test(stem)) stem = stem.replace(/s$/, '');
	const bare = stem.replace(/(ing|ed)$/, '');
	if (bare !== stem && bare.length >= 3 && /[aeiouy]/.test(bare)) stem = bare.replace(/([bdfgmnprt])\1$/, '$1');
	return stem.length > 3 ? stem.replace(/e$/, '') : stem;
}

interface Word {
	readonly stem: string;
	readonly start: number;
	readonly end: number;
}

function wordsOf(text: string): Word[] {
	return [...text.matchAll(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu)].map((match) => ({
		stem: stemOf(match[0]),
		start: match.index,
		end: match.index + match[0].length,
	}));
}

interface Form {
	readonly term: number;
	readonly stems: readonly string[];
}

/** The forms of terms that are not said yet, the longest first: "key-value cache" is no "key". */
function formsOf(terms: readonly WrittenTerm[]): Form[] {
	return terms
		.flatMap(({ term, also = [] }, index) =>
			[term, ...also].map((form) => ({ term: index, stems: wordsOf(form).map(({ stem }) => stem) })),
		)
		.filter(({ stems }) => stems.length > 0)
		.sort((a, b) => b.stems.length - a.stems.length);
}

/** Where no term is marked: headings and links lead somewhere already, and attributes and code are no sentences. */
const passedOver = new Set([
	'heading',
	'link',
	'linkReference',
	'definition',
	'inlineCode',
	'code',
	'math',
	'inlineMath',
]);

/** Each term where it is first said under these nodes, in reading order. */
export function firstPlaces(parent: Parents, terms: readonly WrittenTerm[]): TermPlace[] {
	const open = new Set(terms.keys());
	const forms = formsOf(terms);
	const places: TermPlace[] = [];

	const read = (node: Text, around: Parents): void => {
		const words = wordsOf(node.value);
		for (let at = 0; at < words.length; ) {
			const form = forms.find(({ stems }) =>
				stems.every((stem, index) => says(node.value, words, at + index, index, stem)),
			);
			const [first, last] = [words[at], words[at + (form?.stems.length ?? 1) - 1]];
			if (form && first && last && open.delete(form.term)) {
				places.push({ term: form.term, node, parent: around, start: first.start, end: last.end });
			}
			at += form?.stems.length ?? 1;
		}
	};
	const walk = (node: Nodes, around: Parents): void => {
		if (passedOver.has(node.type) || ('name' in node && (node.name === 'Out' || node.name === 'Cite'))) return;
		if (node.type === 'text') read(node, around);
		else if ('children' in node) for (const child of [...node.children]) walk(child, node);
	};
	for (const child of [...parent.children]) walk(child, parent);
	return places;
}

/** Whether the word at `at` has that stem, and only a space or a hyphen stands between it and the one before, if it has one. */
function says(text: string, words: readonly Word[], at: number, index: number, stem: string): boolean {
	const [word, before] = [words[at], words[at - 1]];
	if (word?.stem !== stem) return false;
	return index === 0 || (before !== undefined && /^(\s+|[-‑–])$/.test(text.slice(before.end, word.start)));
}
