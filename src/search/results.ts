/** One list of results by concept: those found by title or alias first, then those found in the text. */
import type { StageNumber } from '../concepts/stages.ts';
import type { SearchCatalog, SearchCategory, SearchConcept } from './catalog.ts';
import { hasSought, markText, type Part } from './excerpt.ts';
import { adjacency, type Hit, hitOf, type IndexedSection, soughtIn } from './hits.ts';
import { rank, type Scores } from './ranking.ts';
import { fitOf, wordsOf } from './spelling.ts';
import { matchTasks } from './tasks.ts';
import { matchTitles, mendQuery, nearestConcepts, plannedAs, type TitleMatch, tellingWords } from './titles.ts';

/** The stage in which questions stand. */
const QUESTIONS: StageNumber = 5;

export interface ConceptResult {
	readonly concept: SearchConcept;
	readonly category: SearchCategory | undefined;
	readonly name: readonly Part[];
	readonly parenthesis: readonly Part[];
	/** The alias it was found by. */
	readonly alias: readonly Part[];
	/** Best first. */
	readonly hits: readonly Hit[];
	/** Whether the query is the name of the concept: then its page is meant, else the best hit. */
	readonly isNamed: boolean;
}

/** What the index says of a query, word by word. */
export interface FoundText {
	/** The best sections by the name that the index gives them. */
	readonly sections: ReadonlyMap<string, IndexedSection>;
	/** For each word, the sections that the index says have it. */
	readonly scores: readonly Scores[];
}

/** The full-text index, in a browser or in a test. Both reject when it cannot be read. */
export interface FullText {
	/** @param words Each word of the query in all its spellings. */
	find(words: readonly (readonly string[])[], category: string | undefined): Promise<FoundText>;
	/** The words it has, folded, the most frequent first. */
	words(): Promise<readonly string[]>;
}

export interface Found {
	readonly results: readonly ConceptResult[];
	/** The query that found them, when the one that was typed found nothing in the text. */
	readonly mended: string | undefined;
	/** Name of the concept in preparation that is meant; what is found then only comes closest. */
	readonly planned: string | undefined;
	/** What to offer when there are no results. */
	readonly nearest: readonly ConceptResult[];
}

function result(
	concept: SearchConcept,
	catalog: SearchCatalog,
	typed: readonly string[],
	match?: TitleMatch,
): ConceptResult {
	return {
		concept,
		category: catalog.categories.find(({ id }) => id === concept.category),
		name: markText(concept.name, typed),
		parenthesis: markText(concept.parenthesis ?? '', typed),
		alias: markText(match?.alias ?? '', typed),
		hits: [],
		isNamed: match?.isNamed ?? false,
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

function titled(query: string, catalog: SearchCatalog, category: string | undefined): ConceptResult[] {
	const typed = tellingWords(query);
	return matchTitles(query, inCategory(catalog, category)).map((match) => result(match.concept, catalog, typed, match));
}

/** Puts the tasks that are named at the head of their concepts, and these before all others but one that is named itself. */
function withTasks(
	query: string,
	results: readonly ConceptResult[],
	catalog: SearchCatalog,
	category: string | undefined,
): ConceptResult[] {
	const typed = tellingWords(query);
	const tasks = matchTasks(query, catalog.tasks, catalog.concepts);
	const slugs = new Set(tasks.map(({ slug }) => slug));
	const known = new Map(results.map((one) => [one.concept.slug, one]));
	const solved = inCategory(catalog, category)
		.filter(({ slug }) => slugs.has(slug))
		.map((concept): ConceptResult => {
			const one = known.get(concept.slug) ?? result(concept, catalog, typed);
			const named = tasks
				.filter(({ slug }) => slug === concept.slug)
				.map(({ question, title, pattern }): Hit => {
					const excerpt = markText(`${title} (${pattern})`, typed);
					return { anchor: `q-${question}`, stage: QUESTIONS, label: 'Task', excerpt };
				});
			const others = one.hits.filter(({ anchor }) => !named.some((hit) => hit.anchor === anchor));
			return { ...one, hits: one.isNamed ? [...others, ...named] : [...named, ...others] };
		});
	const first = new Map(solved.map((one) => [one.concept.slug, one]));
	const isNamed = ({ concept, isNamed: own }: ConceptResult): boolean =>
		own || first.get(concept.slug)?.isNamed === true;
	const rest = results.filter((one) => !isNamed(one) && !first.has(one.concept.slug));
	const ahead = results.filter(isNamed).map((one) => first.get(one.concept.slug) ?? one);
	return [...ahead, ...solved.filter((one) => !one.isNamed), ...rest];
}

/** What titles, aliases and tasks alone give, at once. */
export function findByTitle(query: string, catalog: SearchCatalog, category?: string): ConceptResult[] {
	return withTasks(query, titled(query, catalog, category), catalog, category);
}

const MOST_HITS = 4;
/** More of one chapter would hide what the other stages say; one prompt stands for all. */
const mostOf = (chapter: string): number => (chapter === 'retrieval' ? 1 : 2);
/** A title or alias that has the words among others says more than a text, but less than a text that is about nothing else. */
const PARTIAL_TITLE = 1.5;

/** A prompt asks what a section explains, and a reference only names it. */
const chapterShare: Readonly<Record<string, number>> = { retrieval: 0.4, references: 0.5 };
/** What words that stand together as in the query add, and words that stand in the heading. */
const TOGETHER = 0.5;
const IN_HEADING = 0.5;

/** The sections in which typed words really stand, best first, by concept. */
function hitsByConcept(
	{ sections, scores }: FoundText,
	typed: readonly string[],
): Map<string, { score: number; hits: Hit[] }> {
	// The index also returns words that share little more than their first letters with what was typed.
	const real = new Map([...sections].map(([id, section]) => [id, soughtIn(section, typed)]));
	const confirmed = scores.map(
		(ofWord, at) => new Map([...ofWord].filter(([id]) => real.get(id)?.includes(typed[at] ?? ''))),
	);
	const concepts = new Map<string, { score: number; hits: Hit[]; chapters: string[] }>();
	const best = rank(confirmed).flatMap(({ id, score }) => {
		const section = sections.get(id);
		if (!section) return [];
		const heading = typed.filter((sought) => hasSought(section.heading, [sought])).length / typed.length;
		const more = 1 + TOGETHER * adjacency(section, typed) + IN_HEADING * heading;
		return [{ section, score: score * (chapterShare[section.chapter] ?? 1) * more }];
	});
	for (const { section, score } of best.sort((a, b) => b.score - a.score)) {
		const { slug, chapter } = section;
		const concept = concepts.get(slug) ?? { score, hits: [], chapters: [] };
		concepts.set(slug, concept);
		const ofChapter = concept.chapters.filter((other) => other === chapter).length;
		// What stands before the first stage is the page itself.
		if (!section.anchor || concept.hits.length === MOST_HITS || ofChapter === mostOf(chapter)) continue;
		concept.hits.push(hitOf(section, typed));
		concept.chapters.push(chapter);
	}
	return concepts;
}

/** Concepts that the query names, then all others by what their text says. */
function merged(
	titles: readonly ConceptResult[],
	text: FoundText,
	typed: readonly string[],
	catalog: SearchCatalog,
): ConceptResult[] {
	const found = hitsByConcept(text, typed);
	const best = Math.max(0, ...[...found.values()].map(({ score }) => score));
	const titled = new Map(titles.map((title) => [title.concept.slug, title]));
	const untitled = catalog.concepts.filter(({ slug }) => found.has(slug) && !titled.has(slug));
	const scored = [...titles, ...untitled.map((concept) => result(concept, catalog, typed))].map((one) => {
		const { score = 0, hits = [] } = found.get(one.concept.slug) ?? {};
		const factor = titled.has(one.concept.slug) ? PARTIAL_TITLE : 1;
		return { result: { ...one, hits }, score: factor * Math.max(score, factor > 1 ? best / 2 : 0) };
	});
	const rest = scored.filter((one) => !one.result.isNamed).sort((a, b) => b.score - a.score);
	return [...scored.filter((one) => one.result.isNamed), ...rest].map((one) => one.result);
}

/** A single plain letter is the start of a title: in the text it would be everywhere. */
function isForTitlesOnly(query: string): boolean {
	return /^[a-z]$/i.test(query.trim());
}

/** A word as typed and, with scripts run together, as the index spells formulas: `d_k` and `dk`. */
function spellingsOf(word: string): string[] {
	return word.includes('_') ? [word, word.replaceAll('_', '')] : [word];
}

function hasHits(results: readonly ConceptResult[]): boolean {
	return results.some(({ hits }) => hits.length > 0);
}

/** Whether a word stands in none of the sections as it was typed, and in some with a slip mended: the index forgives a few letters here and there. */
function isSlip(typed: string, sections: Iterable<IndexedSection>): boolean {
	let isMended = false;
	for (const { content } of sections) {
		for (const word of wordsOf(content)) {
			const fit = fitOf(typed, word);
			// Most words stand as typed in the first section already, at each letter that a reader types.
			if (fit === 'exact' || fit === 'start') return false;
			if (fit === 'mistyped') isMended = true;
		}
	}
	return isMended;
}

/** What a query finds in titles and text, and its words that nothing has as they were typed. */
async function findOnce(
	query: string,
	catalog: SearchCatalog,
	fullText: FullText,
	category: string | undefined,
): Promise<{ results: readonly ConceptResult[]; unknown: readonly string[] }> {
	const typed = tellingWords(query);
	const titles = titled(query, catalog, category);
	if (isForTitlesOnly(query) && titles.length > 0) return { results: titles, unknown: [] };
	const text = await fullText.find(typed.map(spellingsOf), category);
	const unknown = typed.filter((word, at) => text.scores[at]?.size === 0 || isSlip(word, text.sections.values()));
	return { results: withTasks(query, merged(titles, text, typed, catalog), catalog, category), unknown };
}

/** Titles, aliases and text together. Words that nothing has are mended, and the query is tried again. */
export async function findEverywhere(
	query: string,
	catalog: SearchCatalog,
	fullText: FullText,
	category?: string,
): Promise<Found> {
	const found = (results: readonly ConceptResult[], mended?: string): Found => ({
		results,
		mended,
		planned: plannedAs(mended ?? query, catalog.planned)?.name,
		nearest: results.length > 0 ? [] : nearest(query, catalog),
	});
	const { results, unknown } = await findOnce(query, catalog, fullText, category);
	const isNamed = results.some((one) => one.isNamed && one.hits.length > 0);
	if (isNamed || (unknown.length === 0 && hasHits(results))) return found(results);
	const titleWords = [...catalog.concepts, ...catalog.planned].flatMap(({ name, aliases }) =>
		[name, ...aliases].flatMap(wordsOf),
	);
	const mended = mendQuery(query, [...titleWords, ...(await fullText.words())]);
	if (mended === undefined) return found(results);
	const again = (await findOnce(mended, catalog, fullText, category)).results;
	return again.length > 0 ? found(again, mended) : found(results);
}

/** The concepts nearest to a query that found nothing. */
export function nearest(query: string, catalog: SearchCatalog): ConceptResult[] {
	return nearestConcepts(tellingWords(query), catalog.concepts, 3).map((concept) => result(concept, catalog, []));
}

/** Rows a reader can open: hits, and concepts found by their title alone. */
export function countOf(results: readonly ConceptResult[]): number {
	return results.reduce((sum, { hits }) => sum + Math.max(1, hits.length), 0);
}
