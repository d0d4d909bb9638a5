import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { katexTree, readStrictly } from '../../../../src/build/markdown/katexTree.ts';

/** A tree without where its parts stood. */
const plain = (nodes: readonly Nodes[]): unknown =>
	JSON.parse(JSON.stringify(nodes, (key, value) => (key === 'position' ? undefined : value)));
const byBrowser = (markup: string): unknown => plain(fromHtml(markup, { fragment: true }).children);

const formulas = [
	'x',
	'a < b \\& c > d',
	"f'(x) = \\text{“it's”}",
	'\\frac{\\partial L}{\\partial w_i} \\neq 0',
	'\\sqrt[3]{x^2 + \\sqrt{y}}',
	'\\left( \\begin{matrix} 1 & 2 \\\\ 3 & 4 \\end{matrix} \\right)',
	'\\begin{cases} 1 & x > 0 \\\\ 0 & \\text{else} \\end{cases}',
	'\\begin{aligned} a &= b, \\qquad c \\\\ &= d \\end{aligned}',
	'\\underbrace{a + b}_{c} \\xrightarrow{\\ f\\ } \\widehat{xyz}',
	'\\operatorname{MHA}(x) \\bmod 2 \\; \\mathbb{R} \\; \\mathcal{L}',
	'\\sum_{i=1}^n \\int_0^1 \\lim_{t \\to 0} \\overline{AB} \\vec{v}',
	'\\big\\| \\cancel{x} \\big\\| \\boxed{y} \\tag{1}',
	'\\href{https://example.org/?a=1&b=2}{x} \\color{red} y',
];

describe("KaTeX's markup", () => {
	it.each(formulas)('is read as a browser reads it: %s', (latex) => {
		for (const displayMode of [false, true]) {
			const options = { displayMode, strict: 'ignore', trust: true, output: 'htmlAndMathml' } as const;
			const markup = katex.renderToString(latex.includes('\\tag') && !displayMode ? 'x' : latex, options);
			const tree = readStrictly(markup);
			expect(tree).toBeDefined();
			expect(plain(tree ?? [])).toEqual(byBrowser(markup));
		}
	});

	it.each([
		'<span>a',
		'<span>a</b></span>',
		'a<span></span>',
		'<span/>a',
		'<span a=1>a</span>',
		'<span>a &nbsp; b &</span>',
		'<span>a < b</span>',
		'<input disabled="">',
		'<svg viewBox="0 0 1 1"><foreignObject><p>a</p></foreignObject></svg>',
		'<span class="a" class="b"></span>',
		'<!-- a --><span></span>',
	])('is left to a whole parser where it is none of it: %s', (markup) => {
		expect(readStrictly(markup)).toBeUndefined();
		expect(plain(katexTree(markup))).toEqual(byBrowser(markup));
	});
});
