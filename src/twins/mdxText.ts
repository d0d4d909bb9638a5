/** Turns an author's MDX into Markdown that stands alone: components give way to text, all else stays as written. */
import type { Block, Piece } from '../concepts/reading/blocks.ts';

/** What a component says in plain Markdown. */
export type ComponentText = (
	attributes: ReadonlyMap<string, string | true>,
	/** The Markdown between its tags, resolved already. */
	content: string,
	/** Position in an unbroken run of the same component, from 1. */
	position: number,
) => string;

/**
 * @param blocks The body of an `index.mdx`, or some of its blocks.
 * @param components Text of each component by its name.
 * @param linkTo Address of a link that starts at the site's root.
 * @throws Error naming a component that has no text.
 */
export function markdownOf(
	blocks: readonly Block[],
	components: Readonly<Record<string, ComponentText>>,
	linkTo: (path: string) => string,
): string {
	const textOf = (some: readonly Block[]): string =>
		some.map(({ before, pieces }) => before + pieces.map(said).join('')).join('');

	function said(piece: Piece): string {
		if (typeof piece === 'string') return piece;
		if ('path' in piece) return linkTo(piece.path);
		const say = components[piece.component];
		if (!say) throw new Error(`<${piece.component}> has no text in Markdown`);
		return say(new Map(Object.entries(piece.attributes)), textOf(piece.content), piece.position);
	}

	return textOf(blocks).trim();
}
