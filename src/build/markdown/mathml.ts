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

/** Elements that hold words alone. */
const tokens = new Set(['mi', 'mn', 'mo', 'mtext', 'ms']);

/**
 * Takes out invisible operators that stand as a child too many, and would be read as the subscript or the index, and makes one word of
 * operators of several letters, such as that of `\bmod`.
 */
export function mendMathml(math: Element): void {
	visit(math, 'element', (node) => {
		if (tokens.has(node.tagName) && node.children.some(({ type }) => type === 'element')) {
			node.children = [{ type: 'text', value: textOf(node) }];
		}
		const count = childCounts[node.tagName];
		if (count === undefined || node.children.length <= count) return;
		node.children = node.children.filter(
			(child) => !(child.type === 'element' && child.tagName === 'mo' && textOf(child) === APPLIED),
		);
	});
}
