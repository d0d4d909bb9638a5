/** Notation: the page has it, and each symbol stands in a formula of the body as it is written there. */
import { visit } from 'unist-util-visit';
import { problem } from '../problems.ts';
import type { ConceptCheck } from './check.ts';
import { stageBlocks } from './stageBlocks.ts';

export const checkNotation: ConceptCheck = function* (concept) {
	const { frontmatter, body, track } = concept;
	const symbols = frontmatter?.get('notation');
	if (!symbols || !body) return;
	if (track === 'ml' && symbols.items.length === 0) {
		yield problem('notation-missing', stageBlocks(concept, 3)?.place ?? concept.place);
	}
	let formulas = ' ';
	visit(body.tree, (node) => {
		if (node.type === 'inlineMath' || node.type === 'math') formulas += `${tokens(node.value).join(' ')} $ `;
	});
	for (const symbol of symbols.items) {
		const entry = symbol.get('latex');
		// One entry may introduce two symbols: `m_t, v_t`.
		for (const latex of splitAtCommas(entry.text ?? '')) {
			if (!isUsed(tokens(latex), formulas)) yield problem('symbol-unused', entry.place, { latex });
		}
	}
};

/** A symbol before an index is another symbol: `x_n` does not use `x`. */
function isUsed(symbol: readonly string[], formulas: string): boolean {
	const written = ` ${symbol.join(' ')} `;
	return formulas
		.split(written)
		.slice(1)
		.some((after) => !after.startsWith('_ '));
}

/** Words set upright are one token each, so that `n` is not found in `\operatorname{min}`. */
const token = /\\(?:operatorname\*?|text|textbf|mathrm|mathsf|mathtt)\s*\{[^{}]*\}|\\[a-zA-Z]+|\\.|\S/gs;
const spacing = /^\\(?:[,;:!> ]|quad|qquad|displaystyle|textstyle|left|right|big|Big|bigl|bigr|Bigl|Bigr|limits)$/;

/** LaTeX as tokens, without what does not change the symbol: spaces, sizes, and braces around a single token. */
function tokens(latex: string): string[] {
	const bare: string[] = [];
	for (const part of latex.match(token) ?? []) {
		if (spacing.test(part)) continue;
		bare.push(part);
		if (part === '}' && bare.at(-3) === '{') bare.splice(-3, 3, bare.at(-2) ?? '');
	}
	return bare;
}

/** Splits `m_t, v_t` at commas outside braces and parentheses. */
function splitAtCommas(latex: string): string[] {
	const parts = [''];
	let depth = 0;
	for (const character of latex) {
		if ('{([|'.includes(character)) depth += 1;
		if ('})]'.includes(character)) depth -= 1;
		if (character === ',' && depth <= 0 && !parts.at(-1)?.endsWith('\\')) parts.push('');
		else parts[parts.length - 1] += character;
	}
	return parts.map((part) => part.trim()).filter(Boolean);
}
