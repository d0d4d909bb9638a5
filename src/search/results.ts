/** One list of results by concept: those found by title or alias first, then those found in the text. */
import type { SearchCatalog, SearchCategory, SearchConcept } from './catalog.ts';
import { markText, type Part } from './excerpt.ts';
import { type Hit, hitsOf, type IndexedPage } from './hits.ts';
import { wordsOf } from './spelling.ts';
import { matchTitles, mendQuery, nearestConcepts, tellingWords } from './titles.ts';

export interface ConceptResult {
	readonly concept: SearchConcept;
	readonly category: SearchCategory | undefined;
	readonly name: readonly Part[];
	readonly parenthesis: readonly Part[];
	/** The alias it was found by. */
	readonly alias: readonly Part[];
	readonly hits: readonly Hit[];
}

/** A page that the full-text index returned, best first. */
export interface FoundPage extends IndexedPage {
	readonly slug: string;
}

/** The full-text index, in a browser or in a test. Both reject when it cannot be read. */
export interface FullText {
	find(query: string, category: string | undefined): Promise<readonly FoundPage[]>;
	/** The words it has, folded, the most frequent first. */
	words(): Promise<readonly string[]>;
}

export interface Found {
	readonly results: readonly ConceptResult[];
	/** The query that found them, when the one that was typed found nothing in the text. */
	readonly mended: string | undefined;
	/** What to offer when there are no results. */
	readonly nearest: readonly ConceptResult[];
}

function result(
	concept: SearchConcept,
	catalog: SearchCatalog,
	typed: readonly string[],
	alias?: string,
): ConceptResult {
	return {
		concept,
		category: catalog.categories.find(({ id }) => id === concept.category),
		name: markText(concept.name, typed),
		parenthesis: markText(concept.parenthesis ?? '', typed),
		alias: markText(alias ?? '', typed),
		hits: [],
	};
}

function inCategory(catalog: SearchCatalog, category: string | undefined): readonly SearchConcept[] {
	return category === undefined
		? catalog.concepts
		: catalog.concepts.filter((concept) => concept.category === category);
}

/** Every concept as a result without marks, for a dialog in which nothing is typed yet. */
export function allConcepts(catalog: SearchCatalog, category?: string): ConceptResult[] {
	return inCategory(catalog, category).map((concept) => result(concept, catalog, []));
}

/** What titles and aliases alone give, at once. */
export function findByTitle(query: string, catalog: SearchCatalog, category?: string): ConceptResult[] {
	const typed = tellingWords(query);
	return matchTitles(query, inCategory(catalog, category)).map(({ concept, alias }) =>
		result(concept, catalog, typed, alias),
	);
}

/** Puts the hits of found pages under the concepts that titles gave, and the other pages behind them. */
function merged(
	titles: readonly ConceptResult[],
	pages: readonly FoundPage[],
	query: string,
	catalog: SearchCatalog,
): ConceptResult[] {
	const typed = tellingWords(query);
	const inText = pages.flatMap((page) => {
		const hits = hitsOf(page, typed);
		const concept = catalog.concepts.find(({ slug }) => slug === page.slug);
		return hits && concept ? [{ ...result(concept, catalog, typed), hits }] : [];
	});
	const hitsBySlug = new Map(inText.map(({ concept, hits }) => [concept.slug, hits]));
	const byTitle = new Set(titles.map(({ concept }) => concept.slug));
	return [
		...titles.map((title) => ({ ...title, hits: hitsBySlug.get(title.concept.slug) ?? [] })),
		...inText.filter(({ concept }) => !byTitle.has(concept.slug)),
	];
}

/** A single plain letter is the start of a title: in the text it would be everywhere. */
function isForTitlesOnly(query: string): boolean {
	return /^[a-z]$/i.test(query.trim());
}

/** The ways to ask the index: as typed but for the signs of LaTeX, and with scripts run together as in `dk`. */
function spellingsOf(query: string): string[] {
	const plain = query.replace(/[\^\\{}]/g, '');
	return plain.includes('_') ? [plain, plain.replaceAll('_', '')] : [plain];
}

function hasHits(results: readonly ConceptResult[]): boolean {
	return results.some(({ hits }) => hits.length > 0);
}

/** What titles gave, completed by what the text says in the first spelling that finds anything. */
async function withText(
	titles: readonly ConceptResult[],
	query: string,
	catalog: SearchCatalog,
	fullText: FullText,
	category: string | undefined,
): Promise<readonly ConceptResult[]> {
	let results = titles;
	for (const spelling of spellingsOf(query)) {
		results = merged(titles, await fullText.find(spelling, category), spelling, catalog);
		if (hasHits(results)) break;
	}
	return results;
}

/** Titles, aliases and text together; a query that finds nothing in the text is mended and tried again. */
export async function findEverywhere(
	query: string,
	catalog: SearchCatalog,
	fullText: FullText,
	category?: string,
): Promise<Found> {
	const titles = findByTitle(query, catalog, category);
	const found = (results: readonly ConceptResult[], mended?: string): Found => ({
		results,
		mended,
		nearest: results.length > 0 ? [] : nearest(query, catalog),
	});
	if (isForTitlesOnly(query) && titles.length > 0) return found(titles);
	const results = await withText(titles, query, catalog, fullText, category);
	if (hasHits(results)) return found(results);
	const titleWords = catalog.concepts.flatMap(({ name, aliases }) => [name, ...aliases].flatMap(wordsOf));
	const mended = mendQuery(query, [...titleWords, ...(await fullText.words())]);
	if (mended === undefined) return found(results);
	const again = findByTitle(mended, catalog, category);
	const more = await withText(again.length > 0 ? again : titles, mended, catalog, fullText, category);
	return more.length > 0 ? found(more, mended) : found(results);
}

/** The concepts nearest to a query that found nothing. */
export function nearest(query: string, catalog: SearchCatalog): ConceptResult[] {
	return nearestConcepts(tellingWords(query), catalog.concepts, 3).map((concept) => result(concept, catalog, []));
}

/** Rows a reader can open: hits, and concepts found by their title alone. */
export function countOf(results: readonly ConceptResult[]): number {
	return results.reduce((sum, { hits }) => sum + Math.max(1, hits.length), 0);
}
