/** Turns the four h2 sections of a concept into `<Stage number="…">` elements, which the page dresses. */
import type { Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import type { VFile } from 'vfile';
import { isMdx } from './mdx.ts';

function stage(number: number, children: RootContent[]): MdxJsxFlowElement {
	return {
		type: 'mdxJsxFlowElement',
		name: 'Stage',
		attributes: [{ type: 'mdxJsxAttribute', name: 'number', value: String(number) }],
		children: children as MdxJsxFlowElement['children'],
	};
}

/**
 * The content check has made sure that there are exactly four h2 headings, in order; so the number of a section is its
 * position, and its title, which depends on the track alone, comes from the model.
 */
export function remarkStages() {
	return (tree: Root, file: VFile): void => {
		if (!isMdx(file)) return;
		const before: RootContent[] = [];
		const sections: RootContent[][] = [];
		for (const node of tree.children) {
			if (node.type === 'heading' && node.depth === 2) sections.push([]);
			else (sections.at(-1) ?? before).push(node);
		}
		tree.children = [...before, ...sections.map((children, index) => stage(index + 1, children))];
	};
}
