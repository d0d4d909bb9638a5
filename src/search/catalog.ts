/** What the search dialog, the 404 page and the index know of every concept: `search/concepts.json`. */
import type { Accent } from '../concepts/schema/category.ts';
import { fetchJson } from '../ground/fetching.ts';

export interface SearchCategory {
	readonly id: string;
	readonly title: string;
	readonly accent: Accent;
}

export interface SearchConcept {
	readonly slug: string;
	/** The title without its trailing parenthesis. */
	readonly name: string;
	/** The parenthesis, with its brackets. */
	readonly parenthesis?: string;
	readonly aliases: readonly string[];
	/** Id of the category. */
	readonly category: string;
	/** Reading time. */
	readonly minutes: number;
}

/** A concept in preparation: it has no page, and is known by name. */
export interface PlannedConcept {
	readonly name: string;
	readonly aliases: readonly string[];
}

/** A coding question that is solved on its concept's page. */
export interface SearchTask {
	/** Of its concept. */
	readonly slug: string;
	/** Id of its question. */
	readonly question: string;
	readonly title: string;
	readonly pattern: string;
}

export interface SearchCatalog {
	/** In the catalog's order, as are the concepts. */
	readonly categories: readonly SearchCategory[];
	readonly concepts: readonly SearchConcept[];
	readonly planned: readonly PlannedConcept[];
	/** In the catalog's order. */
	readonly tasks: readonly SearchTask[];
}

/** Fetches the catalog. Rejects when it cannot be had. */
export function fetchCatalog(): Promise<SearchCatalog> {
	return fetchJson('search/concepts.json');
}

/** Fetches the words of all pages, folded, the most frequent first (within a factor of two, by their letters): what a mistyped word is mended by. */
export function fetchVocabulary(): Promise<string[]> {
	return fetchJson('search/words.json');
}
