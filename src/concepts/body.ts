/** Everything that rail, twins and sheets read of the body of an `index.mdx`, from one parse of it. */
import type { Root } from 'mdast';
import { frozen, Made } from './made.ts';
import { outlineOfTree, type StageOutline } from './outline.ts';
import { type Block, blocksOf } from './reading/blocks.ts';
import { parseMdx, splitFrontmatter } from './reading/markdown.ts';
import type { Track } from './tracks.ts';

/** Plain data: the tree it comes from is nobody's to change, and nobody's to keep. */
export interface Body {
	/** Stages 1 to 4. */
	readonly outline: readonly StageOutline[];
	readonly blocks: readonly Block[];
}

/**
 * Reads a body. Lenient: a stage that is missing is empty, and a source that is not MDX has four empty stages and is one block of text,
 * because saying what is wrong is the content check's work.
 */
export function readBody(mdx: string, track: Track): Body {
	const text = splitFrontmatter(mdx).body;
	let tree: Root;
	try {
		tree = parseMdx(text);
	} catch {
		return { outline: outlineOfTree({ type: 'root', children: [] }, track), blocks: [{ before: '', pieces: [text] }] };
	}
	return { outline: outlineOfTree(tree, track), blocks: blocksOf(text, tree) };
}

const latest = new Map<string, Made<Body>>();

/**
 * The body of a concept, read again when it is another. Kept here, where no collection is imported: a development server loads what imports
 * one anew with every save, and would read all bodies again.
 */
export function latestBody(slug: string, mdx: string, track: Track): Body {
	const made = latest.get(slug) ?? new Made();
	latest.set(slug, made);
	return made.from([mdx, track], () => frozen(readBody(mdx, track)));
}
