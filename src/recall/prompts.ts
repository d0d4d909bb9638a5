/** The prompts as a build writes them for the review: one small catalog, and of each concept a file that is fetched when it is due; and what can be marked. */
import type { Accent } from '../concepts/schema/category.ts';
import type { Prompt } from '../concepts/schema/prompt.ts';
import { fetchJson } from '../ground/fetching.ts';
import type { Renames } from '../keeping/rename.ts';
import type { Revisions } from './schedule/asked.ts';

/** A prompt ready to be shown: `concepts/<slug>/prompts.json` is a list of them. */
export interface PromptText extends Pick<Prompt, 'id' | 'revision' | 'kind' | 'see'> {
	/** Title of the section at `see`, which gives the answer. */
	readonly section: string;
	/** The stage it stands in, 1 to 6. */
	readonly stage: number;
	/** HTML of the site's own pipeline. */
	readonly ask: string;
	readonly answer: string;
}

/** A prompt for Anki: `concepts/<slug>/anki.json` is a list of them. */
export interface AnkiText extends Pick<Prompt, 'id' | 'kind' | 'see'> {
	readonly section: string;
	/** HTML with formulas in Anki's MathJax delimiters. Links start at the site's root. */
	readonly ask: string;
	readonly answer: string;
}

export interface RecallConcept {
	readonly slug: string;
	/** The title without its trailing parenthesis. */
	readonly name: string;
	/** Id of the category. */
	readonly category: string;
	/** Revision of each prompt by its id, in the order of the page. */
	readonly prompts: Readonly<Record<string, number>>;
}

/** Every prompt there is, without its text: `review/concepts.json`. */
export interface RecallCatalog {
	/** In the catalog's order, as are the concepts. */
	readonly categories: readonly { readonly id: string; readonly title: string; readonly accent: Accent }[];
	readonly concepts: readonly RecallConcept[];
	/** Slugs by those that concepts had before. */
	readonly former: Renames;
}

/** Anchors of what can be marked, by concept, in the order of its page: `marks/places.json`. */
export type MarkablePlaces = Readonly<Record<string, readonly string[]>>;

/** Revisions by `<slug>/<id>`, as the queue wants them. */
export function revisionsOf({ concepts }: RecallCatalog): Revisions {
	return new Map(
		concepts.flatMap(({ slug, prompts }) =>
			Object.entries(prompts).map(([id, revision]) => [`${slug}/${id}`, revision] as const),
		),
	);
}

/** Fetches the catalog of prompts. Rejects when it cannot be had. */
export function fetchRecallCatalog(): Promise<RecallCatalog> {
	return fetchJson('review/concepts.json');
}

/** Fetches what can be marked. Rejects when it cannot be had. */
export function fetchPlaces(): Promise<MarkablePlaces> {
	return fetchJson('marks/places.json');
}

/** Fetches the prompts of a concept. Rejects when they cannot be had. */
export function fetchPrompts(slug: string): Promise<PromptText[]> {
	return fetchJson(`concepts/${slug}/prompts.json`);
}

/** Fetches the prompts of a concept for Anki. Rejects when they cannot be had. */
export function fetchAnkiTexts(slug: string): Promise<AnkiText[]> {
	return fetchJson(`concepts/${slug}/anki.json`);
}
