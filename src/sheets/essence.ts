/** What one page for the night before holds of a concept, taken from its page: nothing is written for the sheet alone. */
import { withoutCitations } from '../concepts/citations.ts';
import { withoutBindings } from '../concepts/outputs.ts';
import type { Block, ComponentPiece, Piece } from '../concepts/reading/blocks.ts';
import type { Question } from '../concepts/schema/question.ts';
import { THIRD } from '../concepts/stageNumbers.ts';
import { type Stage, writtenStagesOf } from '../concepts/stages.ts';
import type { Track } from '../concepts/tracks.ts';
import { markdownOf } from '../twins/mdxText.ts';

const MOST_MISTAKES = 5;
/** A column by which a table of costs is known among the tables of a stage. */
const COST = /\b(?:worst|time|space)\b/i;

/** Markdown of blocks of the body, without links to what the sheet does not have. */
function withoutLinks(blocks: readonly Block[]): string {
	const inside = (_: unknown, content: string): string => content;
	const text = markdownOf(blocks, { Cite: () => '', Out: inside, Shape: inside }, (path) => path);
	return plainText(text);
}

/** A text of YAML or of the body without citations, bound words and links. */
export function plainText(text: string): string {
	return withoutCitations(withoutBindings(text)).replaceAll(/(?<!!)\[([^\]]*)\]\([^)]*\)/g, '$1');
}

/** The components of one name that are blocks of the body. */
function componentsNamed(name: string, blocks: readonly Block[]): ComponentPiece[] {
	const isMeant = (piece: Piece): piece is ComponentPiece =>
		typeof piece === 'object' && 'component' in piece && piece.component === name;
	return blocks.flatMap(({ pieces }) => pieces.filter(isMeant));
}

/** The equation to remember with what its terms do; where a page has none, the table of its third stage that says what operations cost. */
export function essenceOf(blocks: readonly Block[], track: Track): string | undefined {
	const remembered = componentsNamed('Equation', blocks).find(({ attributes }) => 'remember' in attributes);
	if (remembered) return withoutLinks(remembered.content);
	const third: Stage | undefined = writtenStagesOf(track).find(({ number }) => number === THIRD);
	const start = blocks.findIndex(({ heading }) => heading?.depth === 2 && heading.title === third?.title);
	if (start < 0) return;
	const rest = blocks.slice(start + 1);
	const end = rest.findIndex(({ heading }) => heading?.depth === 2);
	const tables = rest.slice(0, end < 0 ? undefined : end).filter(({ columns }) => columns !== undefined);
	const table = tables.find(({ columns }) => columns?.some((words) => COST.test(words))) ?? tables[0];
	return table && withoutLinks([table]);
}

/** What the mechanism keeps true, by its name: the invariants of the third stage, the first paragraph of each. */
export function invariantsOf(blocks: readonly Block[]): { readonly name: string; readonly text: string }[] {
	return componentsNamed('Invariant', blocks).map(({ attributes, content }) => ({
		name: String(attributes.name),
		text: withoutLinks(content.slice(0, 1)),
	}));
}

/** Mistakes with their corrections, one of each question before a second of any. */
export function mistakesOf(questions: readonly Pick<Question, 'mistakes'>[]): Question['mistakes'] {
	const most = Math.max(0, ...questions.map(({ mistakes }) => mistakes.length));
	return Array.from({ length: most }, (_, round) => questions.flatMap(({ mistakes }) => mistakes[round] ?? []))
		.flat()
		.slice(0, MOST_MISTAKES);
}
