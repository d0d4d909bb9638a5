/**
 * Gives the layout the groups it needs around what stands in the margin: a paragraph with its side notes, a formula with
 * the words about it, and the steps of one derivation as one list. Source order stays reading order.
 */
import type { Parent, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';
import { sideNoteKinds } from '../../concepts/calloutKinds.ts';
import { attributeOf, isComponent } from './mdx.ts';

function isSideNote(node: RootContent | undefined): boolean {
	return isComponent(node, 'Callout') && sideNoteKinds.includes(attributeOf(node, 'kind') ?? '');
}

/** A plain element; remark-rehype takes its name and attributes from `data`. */
function element(hName: string, className: string, children: RootContent[]): RootContent {
	return {
		type: 'blockquote',
		children: children as never,
		data: { hName, hProperties: { className: [className] } },
	};
}

/** Puts everything behind the leading formula into one block of words. */
function splitFormula(node: MdxJsxFlowElement): void {
	const [formula, ...words] = node.children as RootContent[];
	if (formula?.type === 'math' && words.length > 0) {
		node.children = [formula, element('div', 'words', words)] as MdxJsxFlowElement['children'];
	}
}

function group(children: RootContent[]): RootContent[] {
	const grouped: RootContent[] = [];
	for (const node of children) {
		const previous = grouped.at(-1);
		if (isComponent(node, 'Step')) {
			if (isComponent(previous, 'Derivation')) previous.children.push(node);
			else grouped.push({ type: 'mdxJsxFlowElement', name: 'Derivation', attributes: [], children: [node] });
		} else if (isSideNote(node) && previous) {
			if (previous.type === 'blockquote' && previous.data?.hName === 'div') previous.children.push(node as never);
			else grouped.splice(-1, 1, element('div', 'with-note', [previous, node]));
		} else {
			grouped.push(node);
		}
	}
	return grouped;
}

export function remarkMargin() {
	return (tree: Root): void => {
		visit(tree, (node) => {
			if (isComponent(node, 'Equation') || isComponent(node, 'Step')) splitFormula(node);
			if (node.type === 'root' || isComponent(node, 'Stage')) {
				(node as Parent).children = group((node as Parent).children);
			}
		});
	};
}
