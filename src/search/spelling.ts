/** How words are compared: folded to plain letters, in math written out, and a slip of the finger apart. */

/** Stands before a word that is in the index to be found and never shown: the plain spelling of the word before it. */
export const SPELLING = '\u2063';

const greek: Readonly<Record<string, string>> = Object.fromEntries(
	`α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta κ kappa λ lambda μ mu ν nu ξ xi π pi ρ rho σ sigma τ tau
	φ phi χ chi ψ psi ω omega Γ gamma Δ delta Θ theta Λ lambda Π pi Σ sigma Φ phi Ψ psi Ω omega ℓ ell`
		.split(/\s+/)
		.flatMap((letter, i, all) => (i % 2 ? [] : [[letter, all[i + 1] ?? '']])),
);

/** An apostrophe inside a word parts nothing: `little’s` is `littles`. */
const apostrophe = /(?<=\p{L})['’](?=\p{L})/gu;

/** Plain lower-case letters: `QKᵀ` is `qkt`, `naïve` is `naive`. */
export function fold(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The folded words of a text. An underscore inside belongs to the word: `d_model`. */
export function wordsOf(text: string): string[] {
	return fold(text)
		.replace(apostrophe, '')
		.split(/[^\p{L}\p{N}+#_]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/u)
		.filter(Boolean);
}

/** What one types for a word of a formula: `dk` for `dₖ`, `beta1` for `β₁`, `sqrt dk` for `√dₖ`. */
export function plainSpelling(word: string): string {
	return [...word.normalize('NFKC')]
		.map((letter) => (letter === '√' ? 'sqrt ' : (greek[letter] ?? letter)))
		.join('')
		.trim();
}

/** Adds the plain spelling behind each word of a formula that nobody types as it stands. */
export function spelledOut(formula: string): string {
	return formula
		.split(' ')
		.flatMap((word) => {
			const plain = plainSpelling(word);
			if (plain === word || !/[\p{L}\p{N}]/u.test(plain)) return [word];
			return [word, ...plain.split(' ').map((part) => SPELLING + part)];
		})
		.join(' ');
}

/**
 * Insertions, deletions, substitutions and swaps of neighbors that make `a` into `b`, counted up to `most`; beyond that, infinite.
 * (The restricted Damerau-Levenshtein distance, row by row.)
 */
export function editsBetween(a: string, b: string, most: number): number {
	if (Math.abs(a.length - b.length) > most) return Number.POSITIVE_INFINITY;
	let before: number[] = [];
	let last: number[] = [];
	for (let column = 0; column <= b.length; column++) last.push(column);
	for (let row = 1; row <= a.length; row++) {
		const current = [row];
		let least = row;
		for (let column = 1; column <= b.length; column++) {
			const same = a[row - 1] === b[column - 1];
			let edits = Math.min(
				(last[column] ?? 0) + 1,
				(current[column - 1] ?? 0) + 1,
				(last[column - 1] ?? 0) + Number(!same),
			);
			if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
				edits = Math.min(edits, (before[column - 2] ?? 0) + 1);
			}
			current.push(edits);
			least = Math.min(least, edits);
		}
		// No later row has fewer than the least of two in succession, since a swap reaches two rows back.
		if (least > most && Math.min(...last) > most) return Number.POSITIVE_INFINITY;
		before = last;
		last = current;
	}
	const edits = last[b.length] ?? 0;
	return edits <= most ? edits : Number.POSITIVE_INFINITY;
}

/** Whether one slip of the finger makes `a` into `b`. Equal words count too. */
export function isOneEditApart(a: string, b: string): boolean {
	return editsBetween(a, b, 1) <= 1;
}

const vowel = /[aeiouy]/;
const SHORTEST_FORM = 4;
const SHORTEST_ROOT = 3;
const stems = new Map<string, string>();
const MOST_STEMS = 50_000;

function cut(word: string): string {
	const single = word
		.replace(/ies$/, 'y')
		.replace(/(?<=ss|x|z|ch|sh)es$/, '')
		.replace(/(?<=[^isu])s$/, '');
	const bare = single.replace(/(?:ing|ed|(?<=.{4})ly)$/, '');
	const isForm = bare.length < single.length && bare.length >= SHORTEST_ROOT && vowel.test(bare);
	const stem = isForm ? bare.replace(/([bdgmnprt])\1$/, '$1') : single;
	const root = stem.replace(/(?:ion|e)$/, '');
	return root.length >= SHORTEST_ROOT ? root.replace(/y$/, 'i') : stem;
}

/** A plain word without the endings that make another form of it: `counting` and `counts` are `count`. What is compared is cut alike. */
export function stemOf(word: string): string {
	if (word.length < SHORTEST_FORM || !/^[a-z]+$/.test(word)) return word;
	const stem = stems.get(word) ?? cut(word);
	if (stems.size === MOST_STEMS) stems.clear();
	stems.set(word, stem);
	return stem;
}

/** Shorter words are too near to each other for a slip to be told from another word. */
const SHORTEST_MISTYPED = 4;
/** While a word is still being typed there is less to go by. */
const SHORTEST_MISTYPED_START = 5;

/** How well what was typed matches a word; undefined when it does not. */
export type Fit = 'exact' | 'start' | 'mistyped';

/** Compares a typed word, which may be unfinished or one slip off, with a word. Both are folded. */
export function fitOf(typed: string, word: string): Fit | undefined {
	if (typed === word) return 'exact';
	if (word.startsWith(typed)) return 'start';
	if (typed.length < SHORTEST_MISTYPED) return undefined;
	if (isOneEditApart(typed, word)) return 'mistyped';
	if (typed.length < SHORTEST_MISTYPED_START) return undefined;
	const lengths = [typed.length - 1, typed.length, typed.length + 1];
	return lengths.some((length) => isOneEditApart(typed, word.slice(0, length))) ? 'mistyped' : undefined;
}

function letterPairs(word: string): string[] {
	const padded = ` ${word} `;
	return Array.from({ length: padded.length - 1 }, (_, start) => padded.slice(start, start + 2));
}

/** How alike two words are, from 0 to 1: the share of neighboring letters they have in common. */
export function likeness(a: string, b: string): number {
	const left = letterPairs(b);
	const total = left.length + a.length + 1;
	const shared = letterPairs(a).filter((pair) => {
		const at = left.indexOf(pair);
		if (at >= 0) left.splice(at, 1);
		return at >= 0;
	});
	return (2 * shared.length) / total;
}
