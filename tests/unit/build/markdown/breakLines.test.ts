import type { Element, ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import katex from 'katex';
import { visit } from 'unist-util-visit';
import { expect, it } from 'vitest';
import { breakLines } from '../../../../src/build/markdown/breakLines.ts';

/** The pieces that a formula may break into, as text. */
function piecesOf(latex: string): string[] {
	const tree = fromHtml(katex.renderToString(latex, { displayMode: true, output: 'html' }), { fragment: true });
	const pieces: string[] = [];
	visit(tree, 'element', (node: Element) => {
		if (String(node.properties.className) !== 'katex-html') return;
		breakLines(node);
		const bases: ElementContent[] = [];
		visit(node, 'element', (child: Element) => {
			if (String(child.properties.className) === 'katex-base') bases.push(child);
		});
		pieces.push(
			...(bases.length > 0 ? bases : node.children).map((child) => textOf(child).replace(/[\s\u200b]+/g, '')),
		);
	});
	return pieces;
}

it.each([
	['a relation and an operator begin a piece', 'a = b + c', ['a', '=b', '+c']],
	['what stands in parentheses stays together', 'e = (1 - x)\\,y - z', ['e', '=(1−x)y', '−z']],
	['large parentheses are some, too', 'a = \\Big(1 - b\\Big) + c', ['a', '=(1−b)', '+c']],
	[
		'parentheses in a row are as many as they are',
		'h = f(g(x)), \\qquad y = h - 1',
		['h', '=f(g(x)),', 'y', '=h', '−1'],
	],
	['what stands above one is none', 'e = (1 - x)^{f(2)} - y', ['e', '=(1−x)f(2)', '−y']],
	['so does what stands between bars', '|1 - x| < 2', ['|1−x|'.replaceAll('|', '∣'), '<2']],
	['a wide space ends one', 'a = b, \\qquad c = d', ['a', '=b,', 'c', '=d']],
	['a sign in front is no operator', 'x = -y', ['x', '=−y']],
	['a formula of one piece stays one', '\\sqrt{a}', ['a']],
])('%s', (_, latex, pieces) => expect(piecesOf(latex)).toEqual(pieces));

it('a space between clauses is one between words, which is gone at the end of a line', () => {
	const tree = fromHtml(katex.renderToString('a = b, \\qquad c = d', { displayMode: true, output: 'html' }), {
		fragment: true,
	});
	const spaces: string[] = [];
	visit(tree, 'element', (node: Element) => {
		if (String(node.properties.className) === 'katex-html') breakLines(node);
		if (String(node.properties.className) === 'clause-space') spaces.push(`${node.properties.style}${textOf(node)}`);
		expect(String(node.properties.style)).not.toContain('margin-right:2em');
	});
	// A thin space behind the comma, and two ems; a space between words is a quarter of one.
	expect(spaces).toEqual(['word-spacing:1.9167em; ']);
});

it('a numbered formula stays as KaTeX set it', () => expect(piecesOf('a = b + c \\tag{1}')).toContain('a='));

/** How far above the line and below it each strut of a formula's `.katex-html` reaches, in em. */
function extentsOf(html: Element): { above: number; below: number }[] {
	const extents: { above: number; below: number }[] = [];
	visit(html, 'element', ({ properties: { className, style } }: Element) => {
		if (String(className) !== 'katex-strut') return;
		const [, height] = /height:(.*?)em/.exec(String(style)) ?? [];
		const [, below = 0] = /vertical-align:-(.*?)em/.exec(String(style)) ?? [];
		extents.push({ above: Number(height) - Number(below), below: Number(below) });
	});
	return extents;
}

it('a piece has one strut, as high above the line as the highest and as deep below it as the deepest', () => {
	// In parentheses nothing breaks, where KaTeX has a piece for each side of the relation.
	const latex = '(x_{j_{k_l}} = a^{b^{c^d}})';
	const tree = fromHtml(katex.renderToString(latex, { displayMode: true, output: 'html' }), { fragment: true });
	let html: Element | undefined;
	visit(tree, 'element', (node: Element) => {
		if (String(node.properties.className) === 'katex-html') html = node;
	});
	if (!html) throw new Error('expected KaTeX to draw the formula');
	const [left, right, ...others] = extentsOf(html);
	expect(others).toEqual([]);
	expect(left?.below).toBeGreaterThan(right?.below ?? Number.NaN);
	expect(right?.above).toBeGreaterThan(left?.above ?? Number.NaN);
	breakLines(html);
	const whole = extentsOf(html);
	expect(whole).toHaveLength(1);
	expect(whole[0]?.above).toBeCloseTo(right?.above ?? Number.NaN, 4);
	expect(whole[0]?.below).toBeCloseTo(left?.below ?? Number.NaN, 4);
});
