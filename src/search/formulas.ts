/** Formulas compared as formulas: as somebody types them, as LaTeX, and as the index reads them from a page, in one form. */
import { fold, plainSpelling, SPELLING } from './spelling.ts';

/** What a keyboard has for a sign, and LaTeX for one that it has none for. */
const signs: Readonly<Record<string, string>> = Object.fromEntries(
	`sqrt √ sigmoid σ exp e ln log sum ∑ prod ∏ nabla ∇ grad ∇ partial ∂ infty ∞ leftarrow ← rightarrow → to → leq ≤ geq ≥
	alpha α beta β gamma γ delta δ epsilon ε eps ε varepsilon ε zeta ζ eta η theta θ kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ
	sigma σ tau τ phi φ varphi φ chi χ psi ψ omega ω ell l`
		.split(/\s+/)
		.flatMap((name, i, all) => (i % 2 ? [] : [[name, all[i + 1] ?? '']])),
);

/** Raised and lowered letters and digits. */
const script = /[\p{Lm}\p{No}]+/gu;
/** A group of LaTeX, with groups inside of it. */
const group = String.raw`\{((?:[^{}]|\{[^{}]*\})*)\}`;
const fraction = new RegExp(String.raw`\\[dt]?frac\s*${group}\s*${group}`, 'g');
const layout = /\\(?:left|right|text|math[a-z]+|operatorname|cdot|times)(?![a-z])/g;
/** Letters that are multiplied, not a word: `QK`, `BAx`. */
const product = /(?<!\p{L})\p{L}?\p{Lu}\p{L}?(?!\p{L})/gu;
const token = /\p{L}+|\p{N}+|[-+/=<>|√∑∏∇∂∞←→≤≥±~∈]/gu;

/** A formula in one line: `\frac{a}{b}` is `a/b`. */
function inLine(text: string): string {
	return text
		.replace(/\\top(?![a-z])/g, 'T')
		.replace(/([_^])\{([^{}]*)\}/g, '$1$2 ')
		.replace(fraction, '($1)/($2)')
		.replace(layout, ' ')
		.replaceAll('\\', ' ');
}

/** Names, numbers and signs of a formula. What raises, lowers, groups or multiplies is understood: `d_k`, `dₖ` and `d_{k}` are `d k`. */
export function formulaTokens(text: string): string[] {
	const apart = inLine(text)
		.replace(script, ' $& ')
		.replace(product, (letters) => [...letters].join(' '));
	const plain = fold(apart)
		.replace(/(?<=\d),(?=\d{3})/g, '')
		.replace(/[−–]/g, '-')
		.replaceAll('‖', '||');
	return (plain.match(token) ?? []).map((one) => signs[one] ?? one);
}

/** Reads an indexed text, without the spellings that are only there to be found. */
export function formulasIn(content: string): string[] {
	return formulaTokens(
		content
			.split(/\s+/)
			.filter((word) => !word.startsWith(SPELLING))
			.join(' '),
	);
}

/** What it costs that a text says something in between, as an index has it, and that it lacks something. */
const BETWEEN = 0.15;
const LACKING = 0.4;

/** How much of a formula a text has, in order and near together, from 0 to 1: the best local alignment. */
export function shareOfFormula(formula: readonly string[], text: readonly string[]): number {
	let best = 0;
	let last = new Array<number>(formula.length + 1).fill(0);
	for (const one of text) {
		const row = [0];
		for (let at = 0; at < formula.length; at++) {
			const same = formula[at] === one ? (last[at] ?? 0) + 1 : 0;
			const score = Math.max(same, (last[at + 1] ?? 0) - BETWEEN, (row[at] ?? 0) - LACKING, 0);
			row.push(score);
			if (score > best) best = score;
		}
		last = row;
	}
	return formula.length > 1 ? best / formula.length : 0;
}

/** What nobody types but in a formula; a slash, where it divides a letter or a digit. */
const formulaSign =
	/[\^=+*·×√∑∏∇∂∞|←→≤≥<>\\]|[\p{L}\p{N}/]\(|(?<![\p{L}\p{N}_])\p{L}_[\p{L}\p{N}]|[\p{L}\p{N}]_\p{L}(?![\p{L}\p{N}_])|\p{Script=Greek}|[\p{Lm}\p{No}]|\s[-−]\s|^[-−]|(?<![\p{L}\p{N}])[\p{L}\p{N}]\/|\/[\p{L}\p{N}](?![\p{L}\p{N}])/u;

/** A word that stands beside a formula, not in it. */
const aside =
	/(?<![-−+=*·/^_(]\s*)(?<!\S)(?:\p{L}{4,}|an?|and|by|for|how|is|of|or|the|to|why)(?!\S)(?!\s*[-−+=*·/^_()])/gu;

/** The formula in a query, without the words beside it; empty when there is none. */
export function formulaIn(query: string): string {
	if (!formulaSign.test(query)) return '';
	const formula = query.replace(aside, ' ').trim();
	return formulaTokens(formula).length > 1 ? formula : '';
}

/** The index has what stands between spaces as one word too: `e^(z/T)` is `ezt`, and a page sets spaces around what adds or equals. */
export function formulaWords(formula: string): string[] {
	const pieces = inLine(formula)
		.replace(/sqrt/g, '√')
		.split(/[-+−=←→,·*\s]+/)
		.flatMap((piece) => fold(plainSpelling(piece)).split(' '))
		.map((piece) => piece.replace(/[^\p{L}\p{N}]/gu, ''));
	return [...new Set(pieces.filter(({ length }) => length > 1))];
}
