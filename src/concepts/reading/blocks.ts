/** Markdown as blocks of text with its components: plain data, from which twins and sheets are written without another parse. */
import type { Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { attributesOf, headingId } from './markdown.ts';

/** A component, with what stands between its tags. */
export interface ComponentPiece {
	readonly component: string;
	readonly attributes: Readonly<Record<string, string | true>>;
	/** Position in an unbroken run of the same component, from 1. */
	readonly position: number;
	readonly content: readonly Block[];
}

/** A stretch of a text: as it is written, a component, or the address of a link that starts at the site's root. */
export type Piece = string | ComponentPiece | { readonly path: string };

/** A block, or within a line one of its parts. */
export interface Block {
	/** What is written between the one before and this one. */
	readonly before: string;
	/** Without notes to authors and the ids of headings. */
	readonly pieces: readonly Piece[];
	/** Where it is a heading. */
	readonly heading?: { readonly depth: number; readonly title: string };
	/** The words of the first row, where it is a table. */
	readonly columns?: readonly string[];
}

/** A piece, and where the text stands that it takes the place of. */
interface Edit {
	readonly start: number;
	readonly end: number;
	readonly pieces: readonly Piece[];
}

/** The blocks of a body that is parsed. */
export function blocksOf(mdx: string, tree: Root): readonly Block[] {
	const start = (node: Nodes): number => node.position?.start.offset ?? 0;
	const end = (node: Nodes): number => node.position?.end.offset ?? start(node);

	function blocks(nodes: readonly Nodes[], from: number): Block[] {
		let at = from;
		return nodes.map((node, index) => {
			const before = mdx.slice(at, start(node));
			at = end(node);
			const first = node.type === 'table' ? node.children[0] : undefined;
			return {
				before,
				pieces: piecesOf(node, nodes, index),
				...(node.type === 'heading' && { heading: { depth: node.depth, title: textOf(node).trim() } }),
				...(first && { columns: first.children.map((cell) => textOf(cell)) }),
			};
		});
	}

	function piecesOf(node: Nodes, siblings: readonly Nodes[], index: number): Piece[] {
		let at = start(node);
		const pieces = edits(node, siblings, index).flatMap((edit) => {
			const text = mdx.slice(at, edit.start);
			at = edit.end;
			return [text, ...edit.pieces];
		});
		return [...pieces, mdx.slice(at, end(node))].filter((piece) => piece !== '');
	}

	function edits(node: Nodes, siblings: readonly Nodes[], index: number): Edit[] {
		const instead = (...pieces: Piece[]): Edit[] => [{ start: start(node), end: end(node), pieces }];
		const source = mdx.slice(start(node), end(node));
		switch (node.type) {
			case 'mdxJsxFlowElement':
			case 'mdxJsxTextElement': {
				const { name, children } = node;
				const attributes = Object.fromEntries(attributesOf(node));
				const content = blocks(children, children[0] ? start(children[0]) : end(node));
				return instead({ component: name ?? '', attributes, position: positionInRun(siblings, index), content });
			}
			case 'mdxFlowExpression':
			case 'mdxTextExpression':
				return instead();
			case 'heading':
				return instead(source.replace(headingId, ''));
			case 'link': {
				const [words = '', ...rest] = source.split(`](${node.url}`);
				if (!node.url.startsWith('/')) return [];
				return rest.length === 0
					? instead(source)
					: instead(`${words}](`, { path: node.url }, rest.join(`](${node.url}`));
			}
			default:
				return 'children' in node ? node.children.flatMap((child, at) => edits(child, node.children, at)) : [];
		}
	}

	return blocks(tree.children, 0);
}

function positionInRun(siblings: readonly Nodes[], index: number): number {
	const name = (node: Nodes | undefined) => (node?.type === 'mdxJsxFlowElement' ? node.name : undefined);
	let first = index;
	while (first > 0 && name(siblings[first - 1]) === name(siblings[index])) first--;
	return index - first + 1;
}
