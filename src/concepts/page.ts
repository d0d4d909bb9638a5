/** Everything a concept page shows, as one object made of small getters. Components read it from `Astro.locals.page`. */
import { type CollectionEntry, getCollection } from 'astro:content';
import { countInWords, sentence } from '../ground/words.ts';
import { conceptPath } from '../paths.ts';
import type { Body } from './body.ts';
import { type ConceptSummary, listedConcepts, minutesOf, type WrittenConcept } from './catalog.ts';
import { opensOf } from './graph.ts';
import { Made } from './made.ts';
import type { ShownListing, StageOutline } from './outline.ts';
import { checkMinutes } from './readingTime.ts';
import type { Reference } from './schema/concept.ts';
import type { Prompt } from './schema/prompt.ts';
import type { Question } from './schema/question.ts';
import { BIG_PICTURE, CODE, QUESTIONS, THIRD } from './stageNumbers.ts';
import { type Stage, stagesOf } from './stages.ts';

/** A stage with what the rail and its opening say about it. */
export interface StageView extends Stage {
	readonly sections: readonly { readonly id: string; readonly title: string }[];
	/** Reading time, rounded; for the two stages that are answered, the time that takes. */
	readonly minutes: number;
	/** Whether the time is for answering. */
	readonly isAnswered: boolean;
	/** What the stage holds, in a sentence or two: said in the margin of its opening. */
	readonly promise: string;
}

/** A neighbor in the catalog. */
export interface ConceptLink {
	readonly slug: string;
	readonly title: string;
	readonly path: string;
	/** Reading time. */
	readonly minutes: number;
}

export interface ConceptPage {
	readonly entry: CollectionEntry<'concepts'>;
	readonly summary: ConceptSummary;
	/** Stages 1 to 4 as they are written. */
	readonly body: Body;
	readonly stages: readonly StageView[];
	readonly questions: readonly Question[];
	readonly prompts: readonly Prompt[];
	readonly prerequisites: readonly ConceptLink[];
	readonly related: readonly ConceptLink[];
	/** Concepts that name this one as a prerequisite. */
	readonly opens: readonly ConceptLink[];
	readonly previous: ConceptLink | undefined;
	readonly next: ConceptLink | undefined;
	/** Every place that shows a listing, in order. */
	readonly listings: readonly ShownListing[];
	/** Everything that a reader may mark, in order: anchors of stages, sections and questions, and listings. */
	readonly places: readonly (string | ShownListing)[];
	readonly references: readonly Reference[];
	/** Number of a reference on this page, from 1. */
	readonly referenceNumber: (id: string) => number | undefined;
	/** Number of a diagram on this page, from 1. */
	readonly diagramNumber: (name: string) => number | undefined;
	/** Number of a figure on this page, from 1. */
	readonly figureNumber: (name: string) => number | undefined;
}

function questionsPromise(questions: readonly Question[]): string {
	if (questions.length === 0) return 'No questions yet.';
	const levels = questions.map((question) => question.level);
	return `${sentence(`${countInWords(questions.length, 'question')}, ${levels[0]} to ${levels.at(-1)}`)} Answer aloud before you open the rubric.`;
}

function promise(outline: StageOutline, minutes: number): string {
	const time = minutes > 0 ? `About ${minutes} min.` : '';
	const pictures = [
		...(outline.diagrams.length > 0 ? [countInWords(outline.diagrams.length, 'diagram')] : []),
		...(outline.figures.length > 0 ? [`${countInWords(outline.figures.length, 'figure')} to play with`] : []),
	].join(', ');
	switch (outline.number) {
		case BIG_PICTURE:
			return `${time} Ends with the answer you would give in 30 seconds.`;
		case THIRD: {
			const parts = [
				...(outline.remembered > 0 ? ['one equation to remember'] : []),
				...(outline.steps > 0 ? [countInWords(outline.steps, 'justified step')] : []),
				...(outline.invariants > 0 ? [countInWords(outline.invariants, 'invariant')] : []),
			];
			return `${time} ${parts.length > 0 ? sentence(parts.join(', ')) : ''}`.trim();
		}
		case CODE: {
			const files = new Set(outline.listings.map((listing) => listing.file));
			return `${time} ${sentence(`${countInWords(files.size, 'listing')}, each with what it printed`)}`;
		}
		default:
			return pictures ? `${time} ${sentence(pictures)}` : time;
	}
}

function stageViews({ summary, body }: WrittenConcept, { questions, prompts }: Asked): StageView[] {
	return stagesOf(summary.category.track).map((stage): StageView => {
		const outline = body.outline.find(({ number }) => number === stage.number);
		if (outline) {
			const minutes = minutesOf(summary.slug, [outline]);
			const text = promise(outline, minutes);
			return { ...stage, sections: outline.sections, minutes, isAnswered: false, promise: text };
		}
		const [minutes, text] =
			stage.number === QUESTIONS
				? [questions.reduce((sum, question) => sum + question.minutes, 0), questionsPromise(questions)]
				: [
						checkMinutes(prompts.length),
						`${sentence(countInWords(prompts.length, 'prompt'))} Answer each from memory, then check.`,
					];
		return { ...stage, sections: [], minutes, isAnswered: true, promise: text };
	});
}

function link(concept: ConceptSummary | undefined): ConceptLink | undefined {
	return (
		concept && { slug: concept.slug, title: concept.name, path: conceptPath(concept.slug), minutes: concept.minutes }
	);
}

/** Published concepts of these slugs, in the order given; planned ones are never shown. */
function linksTo(slugs: readonly string[], published: ReadonlyMap<string, ConceptSummary>): ConceptLink[] {
	return slugs.flatMap((slug) => link(published.get(slug)) ?? []);
}

/** Looks up the position of a name in a list, from 1. */
function position(names: readonly string[]): (name: string) => number | undefined {
	return (name) => {
		const index = names.indexOf(name);
		return index < 0 ? undefined : index + 1;
	};
}

/** What the last two stages ask. */
interface Asked {
	readonly questions: readonly Question[];
	readonly prompts: readonly Prompt[];
}

/** What a page needs to know of the others. */
interface Neighbors {
	readonly bySlug: ReadonlyMap<string, ConceptSummary>;
	/** Slugs of those that need this one. */
	readonly opens: readonly string[];
	readonly previous: ConceptSummary | undefined;
	readonly next: ConceptSummary | undefined;
}

/** The page of one concept; see {@link ConceptPage}. */
function conceptPage(concept: WrittenConcept, asked: Asked, { bySlug, opens, previous, next }: Neighbors): ConceptPage {
	const { entry, summary, body } = concept;
	const { questions, prompts } = asked;
	const { references } = entry.data;
	const outlines = body.outline;
	const stages = stageViews(concept, asked);
	return {
		entry,
		summary,
		body,
		questions,
		prompts,
		stages,
		prerequisites: linksTo(entry.data.prerequisites, bySlug),
		related: linksTo(entry.data.related, bySlug),
		opens: linksTo(opens, bySlug),
		previous: link(previous),
		next: link(next),
		listings: outlines.flatMap(({ listings }) => listings),
		places: stages.flatMap(({ number, anchor }) => [
			anchor,
			...(outlines.find((outline) => outline.number === number)?.places ?? []),
			...(number === QUESTIONS ? questions.map(({ id }) => `q-${id}`) : []),
		]),
		references,
		referenceNumber: position(references.map(({ id }) => id)),
		diagramNumber: position(outlines.flatMap(({ diagrams }) => diagrams)),
		figureNumber: position(outlines.flatMap(({ figures }) => figures)),
	};
}

const pages = new Made<ConceptPage[]>();

/** All concept pages, in catalog order. */
export async function conceptPages(): Promise<ConceptPage[]> {
	const listed = await listedConcepts();
	const questions = await getCollection('questions');
	const prompts = await getCollection('prompts');
	const state = [listed, ...[...questions, ...prompts].map(({ data }) => data)];
	return pages.from(state, () => {
		const questionsOf = new Map(questions.map(({ id, data }) => [id, data.items]));
		const promptsOf = new Map(prompts.map(({ id, data }) => [id, data.items]));
		return pagesOf(
			listed.flatMap(({ written }) => written ?? []),
			(slug) => ({ questions: questionsOf.get(slug) ?? [], prompts: promptsOf.get(slug) ?? [] }),
		);
	});
}

function pagesOf(concepts: readonly WrittenConcept[], askedOf: (slug: string) => Asked): ConceptPage[] {
	const bySlug = new Map(concepts.map(({ summary }) => [summary.slug, summary]));
	const opens = opensOf(new Map(concepts.map(({ summary, entry }) => [summary.slug, entry.data.prerequisites])));
	return concepts.map((concept, at) =>
		conceptPage(concept, askedOf(concept.summary.slug), {
			bySlug,
			opens: opens.get(concept.summary.slug) ?? [],
			previous: concepts[at - 1]?.summary,
			next: concepts[at + 1]?.summary,
		}),
	);
}

/** Every slug under which a concept is or was published, today's first. */
export function slugsOf({ summary, entry }: ConceptPage): string[] {
	return [summary.slug, ...entry.data.formerSlugs];
}

function stageAt({ stages }: ConceptPage, anchor: string): StageView | undefined {
	return stages.find((stage) => stage.anchor === anchor || stage.sections.some(({ id }) => id === anchor));
}

/** The number of the stage that an anchor of the page stands in. */
export function stageNumber(page: ConceptPage, anchor: string): number {
	const stage = stageAt(page, anchor);
	if (!stage) throw new Error(`${page.summary.slug} has no section ${anchor}`);
	return stage.number;
}

/** The title of the stage or section at an anchor of the page, for a link to it. */
export function sectionTitle(page: ConceptPage, anchor: string): string {
	const stage = stageAt(page, anchor);
	return stage?.sections.find(({ id }) => id === anchor)?.title ?? stage?.title ?? 'its section';
}

/** How long the page takes, to read and to answer. */
export function timeOf({ stages }: ConceptPage): { readonly read: number; readonly answer: number } {
	const total = (isAnswered: boolean): number =>
		stages.filter((stage) => stage.isAnswered === isAnswered).reduce((sum, { minutes }) => sum + minutes, 0);
	return { read: total(false), answer: total(true) };
}
