/** The four written stages and the headings under them: present, spelt right, in order, with permanent ids. */
import { toString as textOf } from 'mdast-util-to-string';
import { nearest } from '../nearest.ts';
import { isTaken } from '../pageIds.ts';
import { type Problem, problemOf, type Wordings } from '../problems.ts';
import type { ConceptSource } from '../reading/content.ts';
import { headingId } from '../reading/markdown.ts';
import type { Place } from '../reading/place.ts';
import { id as idSchema } from '../schema/text.ts';
import { type Stage, stagesOf, writtenStagesOf } from '../stages.ts';
import { trackNames } from '../tracks.ts';
import type { Check, OwnCheck } from './check.ts';
import { sharedKinds } from './shared.ts';

const kinds = {
	'stage-missing': ({ title }: { title: string }) => ({
		found: `no ## ${title}`,
		expected: 'the four written stages, each once',
		mend: `Add ## ${title} in its place.`,
	}),
	'stage-misspelt': ({ written, title }: { written: string; title: string }) => ({
		found: `## ${written}`,
		expected: `## ${title}`,
		mend: `Write ## ${title}.`,
	}),
	'stage-unknown': ({ written, titles }: { written: string; titles: string[] }) => ({
		found: `## ${written}`,
		expected: `as second-level headings only ${titles.join(', ')}`,
		mend: 'Make it a third-level heading with an id.',
	}),
	'stage-doubled': ({ title }: { title: string }) => ({
		found: `## ${title} a second time`,
		expected: 'each stage once',
		mend: 'Merge the two.',
	}),
	'stage-order': ({ title, after }: { title: string; after: string }) => ({
		found: `## ${title} after ## ${after}`,
		expected: `## ${title} before ## ${after}`,
		mend: 'Put the stages in their order.',
	}),
	'stage-empty': ({ title }: { title: string }) => ({
		found: `nothing under ## ${title}`,
		expected: 'the stage to be written',
		mend: 'Write it.',
	}),
	'text-before-stages': ({ first }: { first: string }) => ({
		found: `text before ## ${first}`,
		expected: `the body to begin with ## ${first}`,
		mend: 'Move it into a stage.',
	}),
	'heading-without-id': ({ title, suggestion }: { title: string; suggestion: string }) => ({
		found: `### ${title}`,
		expected: 'a permanent id behind the title: ### Title [#id]',
		mend: `Write ### ${title} [#${suggestion}], or a shorter id.`,
	}),
	'heading-id-malformed': ({ id }: { id: string }) => ({
		found: `the heading id ${id}`,
		expected: 'lower-case words and digits joined by single hyphens',
		mend: 'Correct the id.',
	}),
	'heading-id-taken': ({ id }: { id: string }) => ({
		found: `the heading id ${id}`,
		expected: 'an id that the page itself does not use',
		mend: 'Choose another id.',
	}),
	'heading-skipped': ({ level, above }: { level: number; above: number }) => ({
		found: `a heading of level ${level} under one of level ${above}`,
		expected: `level ${above + 1}`,
		mend: `Write ${'#'.repeat(above + 1)}.`,
	}),
	'heading-first-level': () => ({
		found: 'a first-level heading',
		expected: "none: the page makes it from the concept's title",
		mend: 'Remove it, or make it ###.',
	}),
} satisfies Wordings;

const problem = problemOf({ ...kinds, ...sharedKinds });

const checkStages: OwnCheck = function* (concept) {
	if (!concept.body) return;
	yield* checkStageHeadings(concept);
	yield* checkHeadingLevels(concept);
	yield* checkHeadingIds(concept);
};

/** A stage as the page has it: under its right title, or under one that was meant to be it. */
interface WrittenStage {
	readonly stage: Stage;
	readonly index: number;
	readonly place: Place;
}

function* checkStageHeadings(concept: ConceptSource): Generator<Problem> {
	const { body } = concept;
	if (!body) return;
	const expected = writtenStagesOf(concept.track);
	const titles = expected.map(({ title }) => title);
	const written: WrittenStage[] = [];

	const blocks = body.tree.children;
	const first = blocks[0];
	if (first && !(first.type === 'heading' && first.depth === 2)) {
		yield problem('text-before-stages', body.placeOf(first), { first: titles[0] ?? '' });
	}
	for (const [index, block] of blocks.entries()) {
		if (block.type !== 'heading' || block.depth !== 2) continue;
		const place = body.placeOf(block);
		const title = textOf(block).trim();
		const missing = titles.filter((known) => !blocks.some((other) => textOf(other).trim() === known));
		const stage = stageMeant(title, expected, missing);
		if (!stage) yield problem('stage-unknown', place, { written: title, titles });
		else if (written.some((other) => other.stage === stage))
			yield problem('stage-doubled', place, { title: stage.title });
		else {
			if (title !== stage.title) yield problem('stage-misspelt', place, { written: title, title: stage.title });
			written.push({ stage, index, place });
		}
	}
	for (const stage of expected) {
		if (!written.some((other) => other.stage === stage)) {
			yield problem('stage-missing', concept.endOfBody, { title: stage.title });
		}
	}
	for (const [position, { stage, index, place }] of written.entries()) {
		const before = written[position - 1]?.stage;
		if (before && before.number > stage.number) {
			yield problem('stage-order', place, { title: stage.title, after: before.title });
		}
		const next = blocks[index + 1];
		if (!next || (next.type === 'heading' && next.depth === 2))
			yield problem('stage-empty', place, { title: stage.title });
	}
}

/** The stage of that title, of one like it, or of the title that the stage has in another track. */
function stageMeant(title: string, expected: readonly Stage[], missing: readonly string[]): Stage | undefined {
	const elsewhere = trackNames.flatMap((other) => writtenStagesOf(other)).find((stage) => stage.title === title);
	const meant = nearest(title.replace(headingId, ''), missing);
	return (
		expected.find((stage) => stage.title === title) ??
		expected.find((stage) => stage.title === meant || stage.number === elsewhere?.number)
	);
}

function* checkHeadingLevels({ body, headings }: ConceptSource): Generator<Problem> {
	let above = 1;
	for (const { node } of headings) {
		const place = body?.placeOf(node);
		if (!place) continue;
		if (node.depth === 1) yield problem('heading-first-level', place);
		else if (node.depth > above + 1) yield problem('heading-skipped', place, { level: node.depth, above });
		above = Math.max(2, node.depth);
	}
}

function* checkHeadingIds({ body, headings, track: ofConcept }: ConceptSource): Generator<Problem> {
	const stages = new Set(stagesOf(ofConcept).map(({ anchor }) => anchor));
	const lines = new Map<string, number>();
	for (const { node, id, title } of headings) {
		const place = body?.placeOf(node);
		if (node.depth !== 3 || !place) continue;
		const line = lines.get(id ?? '');
		if (id === undefined) yield problem('heading-without-id', place, { title, suggestion: suggestedId(title) });
		else if (!idSchema.safeParse(id).success) yield problem('heading-id-malformed', place, { id });
		else if (stages.has(id) || isTaken(id)) yield problem('heading-id-taken', place, { id });
		else if (line !== undefined) yield problem('id-doubled', place, { id, kind: 'heading', line });
		else lines.set(id, place.line);
	}
}

/** A first idea for an id; the author may take a shorter one. */
function suggestedId(title: string): string {
	const words = title
		.toLowerCase()
		.normalize('NFKD')
		.match(/[a-z0-9]+/g) ?? ['section'];
	return words.slice(0, 5).join('-');
}

export const check = { kinds, own: [checkStages] } satisfies Check;
