/** Slips that Markdown does not mind, and a reader would see: dollars without a partner, marks that were not read, cells that are dropped. */
import type { Nodes, Parents, TableCell } from 'mdast';
import type { InlineMath } from 'mdast-util-math';
import { visit } from 'unist-util-visit';
import { type Problem, problemOf, type Wordings } from '../problems.ts';
import { withoutStrings } from '../reading/bytes.ts';
import type { Passage } from '../reading/passage.ts';
import type { Check, OwnCheck } from './check.ts';

const kinds = {
	'dollar-lone': ({ around }: { around: string }) => ({
		found: `a $ without a partner: ${around}`,
		expected: 'formulas between two $, and amounts of money as \\$5',
		mend: 'Close or open the formula, or write \\$ for a dollar.',
	}),
	'dollar-price': ({ formula }: { formula: string }) => ({
		found: `words as a formula: ${formula}`,
		expected: 'formulas between two $, and amounts of money as \\$5',
		mend: 'Write \\$ for each dollar; in a formula, words stand in \\text{…}.',
	}),
	'display-in-line': ({ formula }: { formula: string }) => ({
		found: `${formula} within a line`,
		expected:
			'$$ on lines of its own before and after a display formula, with empty lines around, or single $ in a line',
		mend: 'Put each $$ on a line of its own, or write one $.',
	}),
	'cells-dropped': ({ cells, columns }: { cells: number; columns: number }) => ({
		found: `a row of ${cells} cells in a table of ${columns} columns`,
		expected: 'no more cells than the head has: the rest is dropped',
		mend: 'Write a bar inside a cell as \\|, and in a formula as \\vert, \\mid or \\lVert … \\rVert.',
	}),
	'bar-in-table': ({ formula }: { formula: string }) => ({
		found: `\\| in the formula ${formula} of a table, where it is read as a single bar`,
		expected: 'bars of formulas in tables as commands',
		mend: 'Write \\lVert … \\rVert for a norm, \\vert for a single bar, \\mid for “given”.',
	}),
	'mark-unread': ({ mark, why }: { mark: string; why: string }) => ({
		found: `${mark}, which readers would see as it is written`,
		expected: why,
		mend: 'Correct it, or escape it by a backslash where it is meant.',
	}),
	'quotes-in-code': ({ code }: { code: string }) => ({
		found: `a typographic quote or a no-break space in code: ${code}`,
		expected: 'plain quotes and spaces',
		mend: 'Type them anew, in an editor that leaves them straight.',
	}),
} satisfies Wordings;

const problem = problemOf(kinds);

const checkSlips: OwnCheck = function* ({ passages }) {
	for (const passage of passages) yield* slipsIn(passage);
};

function slipsIn(passage: Passage): Problem[] {
	const problems: Problem[] = [];
	visit(passage.tree, (node, _index, parent) => {
		if (node.type === 'text') problems.push(...slipsInText(node, parent, passage));
		else if (node.type === 'inlineMath') problems.push(...slipsInFormula(node, parent, passage));
		else if (node.type === 'code' || node.type === 'inlineCode') problems.push(...slipsInCode(node, passage));
		else if (node.type === 'table') {
			const columns = node.children[0]?.children.length ?? 0;
			for (const row of node.children) {
				const surplus: TableCell | undefined = row.children[columns];
				const cells = row.children.length;
				if (surplus) problems.push(problem('cells-dropped', passage.placeOf(surplus), { cells, columns }));
			}
		}
	});
	return problems;
}

/** What is left in a text that was meant to be read as something else; each kind once a text. */
const unread: readonly { readonly pattern: RegExp; readonly why: string }[] = [
	{
		pattern: /!?\[[^\]]*\]\([^)\s]+ [^)"']*\)/,
		why: 'addresses without spaces; pictures stand in diagrams/ and are shown by <Diagram>',
	},
	{ pattern: /(?<!\\)\*\*/, why: 'bold words between two ** that touch them' },
	{ pattern: /(?<![\\`])`(?!`)/, why: 'code between two `' },
];

function slipsInText(node: Nodes & { type: 'text' }, parent: Parents | undefined, passage: Passage): Problem[] {
	const raw = passage.sourceOf(node);
	const problems: Problem[] = [];
	const at = (offset: number) => passage.placeIn(node, offset);
	const dollar = /(?<!\\)\$/.exec(raw);
	if (dollar) {
		const around = raw.slice(Math.max(0, dollar.index - 20), dollar.index + 20).replace(/\s+/g, ' ');
		problems.push(problem('dollar-lone', at(dollar.index), { around: `…${around}…` }));
	}
	for (const { pattern, why } of unread) {
		const match = pattern.exec(raw);
		if (match) problems.push(problem('mark-unread', at(match.index), { mark: match[0], why }));
	}
	const heading = /^#{2,6}[^\s#]\S*/.exec(raw);
	if (heading && parent?.type === 'paragraph' && parent.children[0] === node) {
		problems.push(
			problem('mark-unread', at(0), { mark: heading[0], why: 'a space between the number signs and the heading' }),
		);
	}
	return problems;
}

/** From the dollar of one price to that of the next: a number, nothing of TeX, and a space or a dash before the end. */
const price = /^\d[^\\^_={}]*[\s–—/(+-]$/;

function slipsInFormula(node: InlineMath, parent: Parents | undefined, passage: Passage): Problem[] {
	const raw = passage.sourceOf(node);
	const formula = raw.length > 60 ? `${raw.slice(0, 59)}…` : raw;
	const place = passage.placeOf(node);
	if (raw.startsWith('$$')) return [problem('display-in-line', place, { formula })];
	if (price.test(raw.slice(1, -1))) return [problem('dollar-price', place, { formula })];
	return parent?.type === 'tableCell' && raw.includes('\\|') ? [problem('bar-in-table', place, { formula })] : [];
}

function slipsInCode(node: Nodes & { type: 'code' | 'inlineCode' }, passage: Passage): Problem[] {
	const isText = node.type === 'code' && (!node.lang || node.lang === 'text');
	const code = node.type === 'code' ? withoutStrings(node.value) : node.value;
	const stray = /[\u2018\u2019\u201c\u201d\u00a0\u2007\u202f]/.exec(code);
	if (isText || !stray) return [];
	const line =
		node.value
			.slice(0, stray.index + 20)
			.split('\n')
			.at(-1)
			?.trim() ?? '';
	return [problem('quotes-in-code', passage.placeOf(node, stray.index), { code: line })];
}

export const check = { kinds, own: [checkSlips] } satisfies Check;
