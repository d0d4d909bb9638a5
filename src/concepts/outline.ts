/** What the written stages of a concept hold, counted from the source: for the stage rail, reading time and checks. */
import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { attributesOf, readHeading } from './reading/markdown.ts';
import type { StageNumber } from './stageNumbers.ts';
import { writtenStagesOf } from './stages.ts';
import type { Track } from './tracks.ts';

/** A listing as one place of a page shows it. */
export interface ShownListing {
	readonly file: string;
	readonly region?: string;
	/** Lines of the whole file to be marked: `10-11,14`. */
	readonly highlight?: string;
}

export interface StageOutline {
	readonly number: StageNumber;
	/** The h3 sections that carry a permanent id. */
	readonly sections: readonly { readonly id: string; readonly title: string }[];
	/** What there is to lead to, in order: ids of sections, and listings. */
	readonly places: readonly (string | ShownListing)[];
	/** Words of prose, captions and tables; an inline formula counts as one word, a code block not at all. */
	readonly words: number;
	readonly displayFormulas: number;
	readonly listings: readonly ShownListing[];
	/** Names of the diagrams, in order. */
	readonly diagrams: readonly string[];
	/** Names of the figures, in order. */
	readonly figures: readonly string[];
	/** Steps of derivations. */
	readonly steps: number;
	/** Equations to remember, and named invariants. */
	readonly remembered: number;
	readonly invariants: number;
}

type Growing<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] ? Item[] : T[Key] };

/** Outlines stages 1 to 4 of a body that is parsed. A stage that is missing is empty. */
export function outlineOfTree(tree: Root, track: Track): StageOutline[] {
	const written = writtenStagesOf(track);
	const outlines = written.map(({ number }): Growing<StageOutline> => {
		return {
			number,
			sections: [],
			places: [],
			words: 0,
			displayFormulas: 0,
			listings: [],
			diagrams: [],
			figures: [],
			steps: 0,
			remembered: 0,
			invariants: 0,
		};
	});
	let current: Growing<StageOutline> | undefined;

	for (const block of tree.children) {
		if (block.type === 'heading' && block.depth === 2) {
			current = outlines[written.findIndex(({ title }) => title === textOf(block).trim())];
			continue;
		}
		const stage = current;
		if (!stage) continue;
		visit(block, (node) => {
			switch (node.type) {
				case 'heading': {
					const { id, title } = readHeading(node);
					if (node.depth === 3 && id) {
						stage.sections.push({ id, title });
						stage.places.push(id);
					}
					stage.words += wordsIn(title);
					return SKIP;
				}
				case 'text':
				case 'inlineCode':
					stage.words += wordsIn(node.value);
					return undefined;
				case 'inlineMath':
					stage.words += 1;
					return undefined;
				case 'math':
					stage.displayFormulas += 1;
					return undefined;
				case 'mdxJsxFlowElement':
				case 'mdxJsxTextElement': {
					const attributes = attributesOf(node);
					const named = (name: string): string => String(attributes.get(name) ?? '');
					if (node.name === 'Step') stage.steps += 1;
					if (node.name === 'Equation' && attributes.has('remember')) stage.remembered += 1;
					if (node.name === 'Invariant') stage.invariants += 1;
					if (node.name === 'Diagram') stage.diagrams.push(named('name'));
					if (node.name === 'Figure') stage.figures.push(named('name'));
					if (node.name === 'Listing') {
						const shown = {
							file: named('file'),
							...(attributes.has('region') && { region: named('region') }),
							...(attributes.has('highlight') && { highlight: named('highlight') }),
						};
						stage.listings.push(shown);
						stage.places.push(shown);
					}
					return undefined;
				}
				default:
					return undefined;
			}
		});
	}
	return outlines;
}

/** Number of words in plain text: runs that hold at least one letter or digit. */
export function wordsIn(text: string): number {
	return text.split(/\s+/).filter((run) => /[\p{L}\p{N}]/u.test(run)).length;
}
