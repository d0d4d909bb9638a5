/** Hangs a citation on its word: the space that an author writes before `<Cite … />` goes. One right behind another is told so. */
import type { Parent, Root, RootContent, Text } from 'mdast';
import type { MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';

const isCitation = (node: RootContent | undefined): boolean =>
	node?.type === 'mdxJsxTextElement' && node.name === 'Cite';

export function remarkCitations() {
	return (tree: Root): void => {
		visit(tree, 'mdxJsxTextElement', (node: MdxJsxTextElement, index = 0, parent) => {
			if (!isCitation(node)) return;
			const siblings = ((parent as Parent | undefined)?.children ?? []) as RootContent[];
			const before = siblings[index - 1];
			if (before?.type === 'text') (before as Text).value = before.value.replace(/\s+$/, '');
			const isBare = before?.type === 'text' && before.value === '';
			if (isCitation(before) || (isBare && isCitation(siblings[index - 2])))
				node.attributes.push({ type: 'mdxJsxAttribute', name: 'isNext', value: null });
		});
	};
}
