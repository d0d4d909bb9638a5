/** Turns an author's MDX into Markdown that stands alone: components give way to text, all else stays as written. */
import type { Nodes } from 'mdast';
import { attributesOf, headingId, parseMdx } from '../concepts/reading/markdown.ts';

/** What a component says in plain Markdown. */
export type ComponentText = (
	attributes: ReadonlyMap<string, string | true>,
	/** The Markdown between its tags, resolved already. */
	content: string,
	/** Position in an unbroken run of the same component, from 1. */
	position: number,
) => string;

interface Edit {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/**
 * @param mdx The body of an `index.mdx`, without frontmatter.
 * @param components Text of each component by its name.
 * @param linkTo Address of a link that starts at the site's root.
 * @throws Error naming a component that has no text.
 */
export function markdownOf(
	mdx: string,
	components: Readonly<Record<string, ComponentText>>,
	linkTo: (path: string) => string,
): string {
	const resolved = (nodes: readonly Nodes[], start: number, end: number): string => {
		let text = '';
		let at = start;
		for (const edit of nodes.flatMap((node, index) => editsIn(node, nodes, index))) {
			text += mdx.slice(at, edit.start) + edit.text;
			at = edit.end;
		}
		return text + mdx.slice(at, end);
	};

	function editsIn(node: Nodes, siblings: readonly Nodes[], index: number): Edit[] {
		const start = node.position?.start.offset ?? 0;
		const end = node.position?.end.offset ?? start;
		const source = mdx.slice(start, end);
		if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
			const say = components[node.name ?? ''];
			if (!say) throw new Error(`<${node.name}> has no text in Markdown`);
			const content = resolved(
				node.children,
				node.children[0]?.position?.start.offset ?? end,
				node.children.at(-1)?.position?.end.offset ?? end,
			);
			return [{ start, end, text: say(attributesOf(node), content, positionInRun(siblings, index)) }];
		}
		// Comments of authors.
		if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') return [{ start, end, text: '' }];
		if (node.type === 'heading') return [{ start, end, text: source.replace(headingId, '') }];
		if (node.type === 'link' && node.url.startsWith('/')) {
			return [{ start, end, text: source.replace(`](${node.url}`, () => `](${linkTo(node.url)}`) }];
		}
		return 'children' in node ? node.children.flatMap((child, at) => editsIn(child, node.children, at)) : [];
	}

	return resolved([parseMdx(mdx)], 0, mdx.length).trim();
}

function positionInRun(siblings: readonly Nodes[], index: number): number {
	const name = (node: Nodes | undefined) => (node?.type === 'mdxJsxFlowElement' ? node.name : undefined);
	let first = index;
	while (first > 0 && name(siblings[first - 1]) === name(siblings[index])) first--;
	return index - first + 1;
}
