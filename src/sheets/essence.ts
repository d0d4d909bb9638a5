/** What one page for the night before holds of a concept, taken from its page: nothing is written for the sheet alone. */

import type { Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { withoutCitations } from '../concepts/citations.ts';
import { withoutBindings } from '../concepts/outputs.ts';
import { attributesOf, parseMdx } from '../concepts/reading/markdown.ts';
import type { Question } from '../concepts/schema/question.ts';
import { THIRD } from '../concepts/stageNumbers.ts';
import { type Stage, writtenStagesOf } from '../concepts/stages.ts';
import type { Track } from '../concepts/tracks.ts';
import { markdownOf } from '../twins/mdxText.ts';

const MOST_MISTAKES = 5;
/** A column by which a table of costs is known among the tables of a stage. */
const COST = /\b(?:worst|time|space)\b/i;

/** Markdown of a piece of the body, without links to what the sheet does not have. */
function withoutLinks(mdx: string): string {
	const inside = (_: unknown, content: string): string => content;
	const text = markdownOf(mdx, { Cite: () => '', Out: inside, Shape: inside }, (path) => path);
	return plainText(text);
}

/** A text of YAML or of the body without citations, bound words and links. */
export function plainText(text: string): string {
	return withoutCitations(withoutBindings(text)).replaceAll(/(?<!!)\[([^\]]*)\]\([^)]*\)/g, '$1');
}

/**
 * The equation to remember with what its terms do; where a page has none, the table of its third stage that says what operations cost.
 *
 * @param mdx The body of an `index.mdx`.
 */
export function essenceOf(mdx: string, track: Track): string | undefined {
	const tree: Root = parseMdx(mdx);
	const source = (first: Nodes | undefined, last: Nodes | undefined): string =>
		mdx.slice(first?.position?.start.offset, last?.position?.end.offset);
	for (const block of tree.children) {
		if (block.type !== 'mdxJsxFlowElement' || block.name !== 'Equation') continue;
		if (attributesOf(block).has('remember')) return withoutLinks(source(block.children[0], block.children.at(-1)));
	}
	const third: Stage | undefined = writtenStagesOf(track).find(({ number }) => number === THIRD);
	const start = tree.children.findIndex(
		(block) => block.type === 'heading' && block.depth === 2 && textOf(block).trim() === third?.title,
	);
	if (start < 0) return;
	const rest = tree.children.slice(start + 1);
	const end = rest.findIndex((block) => block.type === 'heading' && block.depth === 2);
	const tables = rest.slice(0, end < 0 ? undefined : end).filter((block) => block.type === 'table');
	const table =
		tables.find(({ children: [head] }) => head?.children.some((cell) => COST.test(textOf(cell)))) ?? tables[0];
	return table && withoutLinks(source(table, table));
}

/** What the mechanism keeps true, by its name: the invariants of the third stage. */
export function invariantsOf(mdx: string): { readonly name: string; readonly text: string }[] {
	return parseMdx(mdx).children.flatMap((block) => {
		if (block.type !== 'mdxJsxFlowElement' || block.name !== 'Invariant') return [];
		const [first] = block.children;
		const text = mdx.slice(first?.position?.start.offset, first?.position?.end.offset);
		return [{ name: String(attributesOf(block).get('name')), text: withoutLinks(text) }];
	});
}

/** Mistakes with their corrections, one of each question before a second of any. */
export function mistakesOf(questions: readonly Pick<Question, 'mistakes'>[]): Question['mistakes'] {
	const most = Math.max(0, ...questions.map(({ mistakes }) => mistakes.length));
	return Array.from({ length: most }, (_, round) => questions.flatMap(({ mistakes }) => mistakes[round] ?? []))
		.flat()
		.slice(0, MOST_MISTAKES);
}
