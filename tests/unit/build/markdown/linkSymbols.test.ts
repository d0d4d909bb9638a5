import fc from 'fast-check';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { toString as textOf } from 'hast-util-to-string';
import katex from 'katex';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { linkSymbols } from '../../../../src/build/markdown/linkSymbols.ts';
import { formsOf, readFormula, type WrittenSymbol } from '../../../../src/concepts/formulas/symbols.ts';
import { parseFormula } from '../../../../src/concepts/formulas/tree.ts';
import { readContent } from '../../../../src/concepts/reading/content.ts';

const page: WrittenSymbol[] = [
	{ latex: 'K' },
	{ latex: 'd_k' },
	{ latex: 'n' },
	{ latex: 'd' },
	{ latex: '\\hat f_D(x)' },
];

function drawn(latex: string, displayMode: boolean): Element {
	const tree = fromHtml(katex.renderToString(latex, { displayMode, output: 'html' }), { fragment: true });
	let html: Element | undefined;
	visit(tree, 'element', (node) => {
		if (Array.isArray(node.properties.className) && node.properties.className.includes('katex-html')) html = node;
	});
	if (!html) throw new Error(`KaTeX draws nothing of ${latex}`);
	return html;
}

function linked(latex: string, notation = page, display = true): Element {
	return linkSymbols(drawn(latex, display), latex, display, formsOf(notation));
}

function marks(element: Element): string[] {
	const found: string[] = [];
	visit(element, 'element', (node) => {
		if (node.properties.dataS !== undefined)
			found.push(`${node.properties.dataS}:${textOf(node).replaceAll('\u200b', '')}`);
	});
	return found;
}

/** What decides where KaTeX's boxes stand: every style and class in order, and the letters that they hold. */
function metrics(element: Element): string {
	const told: string[] = [];
	visit(element, 'element', ({ properties: { style = '', className = [] } }) => {
		// Letters alone in a box: marks may set them in boxes of their own, and KaTeX's faces know no kerning.
		if (style !== '' || /vlist|size|strut|base|frac|sqrt/.test(String(className))) told.push(`${className}|${style}`);
	});
	return `${told.join('\n')}\n${textOf(element)}`;
}

describe('a symbol is marked', () => {
	it.each([
		['K^\\top', ['0:K']],
		['K_d^\\top', []],
		['d_k', ['1:dk']],
		['d_k^2', ['1:k', '1:d'].sort()],
		['\\sqrt{d_k}', ['1:dk']],
		['\\sqrt K', ['0:K']],
		['nd', ['2:n', '3:d']],
		['x^n', ['2:n']],
		['\\hat f_D(x)', ['4:f^D', '4:(', '4:x', '4:)'].sort()],
		['ab', []],
	])('in %s', (latex, expected) => {
		expect(marks(linked(latex)).sort()).toEqual(expected);
	});

	it('by attributes alone, on spans that KaTeX made', () => {
		expect(toHtml(linked('K^\\top')).replace(' data-s="0"', '')).toBe(toHtml(drawn('K^\\top', true)));
	});

	it('apart from the letters that KaTeX would have set in one span with it', () => {
		expect(toHtml(drawn('ana', false))).toContain('>ana</span>');
		expect(toHtml(linked('ana', page, false))).toContain('>a</span><span class="mord mathnormal" data-s="2">n</span>');
	});
});

describe('no box of KaTeX moves', () => {
	const atom = fc.constantFrom(
		'K',
		'd_k',
		'n',
		'd',
		'\\hat f_D(x)',
		'x',
		'2',
		'W_K',
		'\\alpha',
		'\\mathbb{E}',
		'\\text{n}',
	);
	const formula = fc.letrec<{ part: string }>((tie) => ({
		part: fc.oneof(
			{ maxDepth: 4 },
			atom,
			fc
				.tuple(tie('part'), fc.constantFrom('+', '=', '\\cdot', ',', '', '\\,'), tie('part'))
				.map((parts) => parts.join(' ')),
			fc.tuple(tie('part'), tie('part')).map(([a, b]) => `\\frac{${a}}{${b}}`),
			tie('part').map((a) => `\\sqrt{${a}}`),
			tie('part').map((a) => `\\left(${a}\\right)`),
			fc.tuple(fc.constantFrom('K', 'n', 'd_k', 'x'), tie('part')).map(([a, b]) => `{${a}}^{${b}}`),
			fc
				.tuple(fc.constantFrom('K', 'n', 'd'), fc.constantFrom('\\top', '2', 'n', '\\prime'))
				.map(([a, b]) => `${a}^${b}`),
			tie('part').map((a) => `\\underbrace{${a}}_{\\text{n}}`),
			fc.tuple(tie('part'), tie('part')).map(([a, b]) => `\\sum_{i=1}^{${a}} ${b}`),
			fc.tuple(tie('part'), tie('part')).map(([a, b]) => `\\begin{aligned} ${a} &= ${b} \\end{aligned}`),
		),
	})).part;

	it('in any formula, and each symbol in it is marked', () => {
		fc.assert(
			fc.property(formula, fc.boolean(), (latex, display) => {
				const before = drawn(latex, display);
				const after = linked(latex, page, display);
				expect(metrics(after)).toBe(metrics(before));
				const { occurrences } = readFormula(parseFormula(latex, display), formsOf(page));
				expect(marks(after).length).toBeGreaterThanOrEqual(occurrences.length);
			}),
			{ numRuns: 300 },
		);
	});

	it('in any formula of the concepts', () => {
		let symbols = 0;
		for (const concept of readContent(process.cwd(), '2100-01-01').concepts) {
			const forms = formsOf((concept.frontmatter?.get('notation').value ?? []) as WrittenSymbol[]);
			for (const passage of concept.passages) {
				visit(passage.tree, (node) => {
					if (node.type !== 'math' && node.type !== 'inlineMath') return;
					const display = node.type === 'math';
					const before = drawn(node.value, display);
					const after = linkSymbols(before, node.value, display, forms);
					const { occurrences } = readFormula(parseFormula(node.value, display), forms);
					expect(marks(after).length, node.value).toBeGreaterThanOrEqual(occurrences.length);
					expect(metrics(after)).toBe(metrics(before));
					symbols += occurrences.length;
				});
			}
		}
		expect(symbols).toBeGreaterThan(500);
	});
});
