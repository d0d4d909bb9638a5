/** The first screen of a concept ends after the first paragraph of its first stage. */
import type { Root } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import type { VFile } from 'vfile';
import { isMdx } from './mdx.ts';

const end: MdxJsxFlowElement = { type: 'mdxJsxFlowElement', name: 'FirstScreenEnd', attributes: [], children: [] };

/** Runs after stages are made, and paragraphs have met their notes. */
export function remarkFirstScreen() {
	return (tree: Root, file: VFile): void => {
		const stage = tree.children.find((node) => node.type === 'mdxJsxFlowElement' && node.name === 'Stage');
		if (!isMdx(file) || stage?.type !== 'mdxJsxFlowElement') return;
		const first = stage.children.findIndex(({ type }) => type !== 'heading');
		stage.children.splice(first + 1, 0, structuredClone(end));
	};
}
