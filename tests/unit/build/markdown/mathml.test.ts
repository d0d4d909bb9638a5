import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import katex from 'katex';
import { expect, it } from 'vitest';
import { mendMathml } from '../../../../src/build/markdown/mathml.ts';

function mended(latex: string): string {
	const html = katex.renderToString(latex, { output: 'mathml' });
	const tree = fromHtml(html, { fragment: true });
	const [span] = tree.children;
	if (span?.type !== 'element') throw new Error('expected KaTeX to write a span');
	mendMathml(span);
	return /<semantics><mrow>(.*)<\/mrow><annotation/.exec(toHtml(span))?.[1] ?? '';
}

it.each([
	['\\lambda_{\\min}', '<msub><mi>λ</mi><mi>min</mi></msub>'],
	['\\frac{\\max}{2}', '<mfrac><mi>max</mi><mn>2</mn></mfrac>'],
	['x_{\\max}^2', '<msubsup><mi>x</mi><mi>max</mi><mn>2</mn></msubsup>'],
	['\\sqrt[\\min]{x}', '<mroot><mi>x</mi><mi>min</mi></mroot>'],
	[
		'a \\bmod m',
		'<mi>a</mi><mtext>\u200a</mtext><mo lspace="0.22em" rspace="0.22em">mod</mo><mtext>\u200a</mtext><mi>m</mi>',
	],
	// What is applied keeps its operator.
	['\\log x', '<mi>log</mi><mo>\u2061</mo><mi>x</mi>'],
])('%s is read in its parts', (latex, expected) => {
	expect(mended(latex)).toBe(expected);
});
