/** Hangs a citation on its word: the space that an author writes before `<Cite … />` goes. */
import type { Parent, Root, Text } from 'mdast';
import type { MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';

export function remarkCitations() {
	return (tree: Root): void => {
		visit(tree, 'mdxJsxTextElement', (node: MdxJsxTextElement, index, parent) => {
			const before = (parent as Parent | undefined)?.children[(index ?? 0) - 1];
			if (node.name === 'Cite' && before?.type === 'text') {
				(before as Text).value = before.value.replace(/\s+$/, '');
			}
		});
	};
}
