/** The few facts about MDX trees that several plugins share. */

import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
// Declares what remark-rehype reads from a node's `data`: hName and hProperties.
import type {} from 'mdast-util-to-hast';
import type { Node } from 'unist';
import type { VFile } from 'vfile';

/** Whether the file being processed is a concept's MDX body, not Markdown text from YAML. */
export function isMdx(file: VFile): boolean {
	return file.path?.endsWith('.mdx') ?? false;
}

/** Whether a node is a block component of that name. */
export function isComponent(node: Node | undefined, name: string): node is MdxJsxFlowElement {
	return node?.type === 'mdxJsxFlowElement' && (node as MdxJsxFlowElement).name === name;
}

/** The value of a component's string attribute; undefined when it is absent or an expression. */
export function attributeOf(node: MdxJsxFlowElement, name: string): string | undefined {
	for (const attribute of node.attributes) {
		if (attribute.type === 'mdxJsxAttribute' && attribute.name === name && typeof attribute.value === 'string') {
			return attribute.value;
		}
	}
	return undefined;
}
