/** How words are compared: folded to plain letters, in math written out, and one slip of the finger apart. */

/** Stands before a word that is in the index to be found and never shown: the plain spelling of the word before it. */
export const SPELLING = '\u2063';

const greek: Readonly<Record<string, string>> = Object.fromEntries(
	`α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta κ kappa λ lambda μ mu ν nu ξ xi π pi ρ rho σ sigma τ tau
	φ phi χ chi ψ psi ω omega Γ gamma Δ delta Θ theta Λ lambda Π pi Σ sigma Φ phi Ψ psi Ω omega ℓ ell`
		.split(/\s+/)
		.flatMap((letter, i, all) => (i % 2 ? [] : [[letter, all[i + 1] ?? '']])),
);

/** Plain lower-case letters: `QKᵀ` is `qkt`, `naïve` is `naive`. */
export function fold(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The folded words of a text. An underscore inside belongs to the word: `d_model`. */
export function wordsOf(text: string): string[] {
	return fold(text)
		.split(/[^\p{L}\p{N}+#_]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/u)
		.filter(Boolean);
}

/** What one types for a word of a formula: `dk` for `dₖ`, `beta1` for `β₁`. */
export function plainSpelling(word: string): string {
	return [...word.normalize('NFKC')].map((letter) => greek[letter] ?? letter).join('');
}

/** Adds the plain spelling behind each word of a formula that nobody types as it stands. */
export function spelledOut(formula: string): string {
	return formula
		.split(' ')
		.flatMap((word) => {
			const plain = plainSpelling(word);
			return plain === word || !/[\p{L}\p{N}]/u.test(plain) ? [word] : [word, SPELLING + plain];
		})
		.join(' ');
}

/** Whether one insertion, deletion, substitution or swap of neighbors makes `a` into `b`. Equal words count too. */
export function isOneEditApart(a: string, b: string): boolean {
	if (Math.abs(a.length - b.length) > 1) return false;
	let start = 0;
	while (start < a.length && a[start] === b[start]) start++;
	const rest = (word: string, from: number): string => word.slice(from);
	if (a.length !== b.length) {
		const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
		return rest(shorter, start) === rest(longer, start + 1);
	}
	const swapped = a[start] === b[start + 1] && a[start + 1] === b[start];
	return rest(a, start + 1) === rest(b, start + 1) || (swapped && rest(a, start + 2) === rest(b, start + 2));
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
