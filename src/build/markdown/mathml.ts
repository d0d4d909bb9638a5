/** Mends KaTeX's MathML, which screen readers speak: what it writes for `\lambda_{\min}` is no MathML at all. */
import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';

/** How many children an element has: base, below, above, and so on, told apart by their place. */
export const childCounts: Readonly<Record<string, number>> = {
	mfrac: 2,
	mroot: 2,
	msub: 2,
	msup: 2,
	munder: 2,
	mover: 2,
	msubsup: 3,
	munderover: 3,
};

/** The invisible operator between a function and what it is applied to. KaTeX sets it also where nothing follows. */
const APPLIED = '\u2061';

/** Takes out invisible operators that stand as a child too many, and would be read as the subscript or the index. */
export function mendMathml(math: Element): void {
	visit(math, 'element', (node) => {
		const count = childCounts[node.tagName];
		if (count === undefined || node.children.length <= count) return;
		node.children = node.children.filter(
			(child) => !(child.type === 'element' && child.tagName === 'mo' && textOf(child) === APPLIED),
		);
	});
}
