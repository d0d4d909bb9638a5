/** One list of results by concept: those found by title or alias first, then those found in the text. */
import { QUESTIONS, RETRIEVAL } from '../concepts/stageNumbers.ts';
import { anchorOf } from '../concepts/stages.ts';
import type { PlannedConcept, SearchCatalog, SearchCategory, SearchConcept } from './catalog.ts';
import type { ContentsIndex } from './contents.ts';
import { markText, type Part } from './excerpt.ts';
import { formulaIn, formulaWords } from './formulas.ts';
import { type Hit, hitOf, type IndexedSection, lookupWordsOf, wordsIn } from './hits.ts';
import type { Scores } from './ranking.ts';
import { type Relevance, relevanceTo } from './relevance.ts';
import { wordsOf } from './spelling.ts';
import { matchTasks } from './tasks.ts';
import {
	matchTitles,
	mendQuery,
	namingWords,
	nearestConcepts,
	plannedAs,
	type TitleMatch,
	tellingWords,
} from './titles.ts';

export interface ConceptResult {
	readonly concept: SearchConcept;
	readonly category: SearchCategory | undefined;
	readonly name: readonly Part[];
	readonly parenthesis: readonly Part[];
	/** The alias it was found by. */
	readonly alias: readonly Part[];
	/** Best first. */
	readonly hits: readonly Hit[];
	/** Whether the query names the concept, by its title or an alias. */
	readonly isNamed: boolean;
	/** What of it is named. */
	readonly by: TitleMatch['by'] | undefined;
	/** Whether the page itself is meant, not the best hit. */
	readonly isPage: boolean;
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
	/** Fetches what finding them needs, for a reader who still types. What fails is for `find` to tell. */
	prepare(words: readonly (readonly string[])[]): void;
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
		by: match?.by,
		isPage: match?.isNamed ?? false,
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
const mostOf = (chapter: string): number => (chapter === anchorOf(RETRIEVAL) ? 1 : 2);
/** About how many sections there are: what a word tells is how few of them have it. */
const SECTIONS = 2000;
/** A rare word tells more than a common one, though not by all that it is rarer: a question has chance words. */
const TELLING = 0.6;
/** A concept that answers with several sections is meant rather than one with a chance passage: by its best ones, and how much it adds. */
const OF_ONE = 3;
const SEVERAL = 0.3;

interface FoundHits {
	readonly score: number;
	readonly hits: readonly Hit[];
	/** How the best hit is about what was typed. */
	readonly about: Relevance['about'];
}

/** What the best few sections of each concept score together. */
function sumsByConcept(
	scored: readonly { readonly section: IndexedSection; readonly score: number }[],
): Map<string, number> {
	const all = Map.groupBy(scored, ({ section }) => section.slug);
	const sums = [...all].map(([slug, ones]) => {
		const best = ones
			.map(({ score }) => score)
			.sort((a, b) => b - a)
			.slice(0, OF_ONE);
		return [slug, best.reduce((sum, score) => sum + score, 0)] as const;
	});
	return new Map(sums);
}

/** The sections in which typed words really stand, best first, by concept. */
function hitsByConcept({ sections, scores }: FoundText, query: string, catalog: SearchCatalog): Map<string, FoundHits> {
	const typed = tellingWords(query);
	const sought = typed.map((word, at) => {
		const size = scores[at]?.size ?? 0;
		return { word, weight: size > 0 ? Math.log(1 + SECTIONS / size) ** TELLING : 0 };
	});
	const relevance = relevanceTo(query, sought);
	const naming = new Map(catalog.concepts.map((concept) => [concept.slug, namingWords(concept)]));
	const best = [...sections.values()]
		.map((section) => ({ section, ...relevance(section, naming.get(section.slug) ?? { name: [], all: [] }) }))
		.filter(({ score }) => score > 0);
	const sums = sumsByConcept(best);
	const most = Math.max(...sums.values());
	const concepts = new Map<string, FoundHits & { hits: Hit[]; chapters: string[] }>();
	for (const { section, score: own, about } of best.sort((a, b) => b.score - a.score)) {
		const { slug, chapter } = section;
		const score = own * (1 + (SEVERAL * (sums.get(slug) ?? 0)) / most);
		const concept = concepts.get(slug) ?? { score, about, hits: [], chapters: [] };
		concepts.set(slug, concept);
		const ofChapter = concept.chapters.filter((other) => other === chapter).length;
		// What stands before the first stage is the page itself.
		if (!section.anchor || concept.hits.length === MOST_HITS || ofChapter === mostOf(chapter)) continue;
		concept.hits.push(hitOf(section, typed));
		concept.chapters.push(chapter);
	}
	return concepts;
}

/** Who compares two things that a title lists does not mean the page. */
const compares = /\s(?:or|vs\.?|versus)\s/i;

/** Concepts that the query names, then all others by what their text says. */
function merged(
	titles: readonly ConceptResult[],
	text: FoundText,
	query: string,
	catalog: SearchCatalog,
): ConceptResult[] {
	const typed = tellingWords(query);
	const found = hitsByConcept(text, query, catalog);
	const titled = new Map(titles.map((title) => [title.concept.slug, title]));
	const untitled = catalog.concepts.filter(({ slug }) => found.has(slug) && !titled.has(slug));
	const scored = [...titles, ...untitled.map((concept) => result(concept, catalog, typed))].map((one) => {
		const { score = 0, hits = [], about } = found.get(one.concept.slug) ?? {};
		const isSection = one.by === 'alias' ? about !== undefined : one.by === 'part' && about === 'heading';
		const isPage = one.isNamed && !isSection && !compares.test(query);
		return { result: { ...one, hits, isPage }, score };
	});
	const rest = scored.filter((one) => !one.result.isNamed).sort((a, b) => b.score - a.score);
	return [...scored.filter((one) => one.result.isNamed), ...rest].map((one) => one.result);
}

/** The anchor of what Enter opens of a result: its best section, or none for the page that the query names. */
export function opens({ isPage, hits }: ConceptResult): string | undefined {
	return isPage ? undefined : hits[0]?.anchor;
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

/** Shorter, a word without its ending is the start of many. */
const SHORTEST_STEM = 4;
/** Endings that make another form of a word, not another word. */
const ending = /(?:e?s|ing|e?d|ly|er)$/;

/** Whether a word stands in none of the sections as it was typed or in another form: the index forgives a few letters here and there. */
function isUnknown(typed: string, sections: Iterable<IndexedSection>): boolean {
	const stem = typed.replace(ending, '');
	const spellings = [...spellingsOf(typed), ...(stem.length >= SHORTEST_STEM ? [stem] : [])];
	for (const section of sections) {
		// Most words stand as typed in the first section already, at each letter that a reader types.
		for (const word of wordsIn(section)) if (spellings.some((spelling) => word.startsWith(spelling))) return false;
		if (lookupWordsOf(section).some((word) => spellings.some((spelling) => word.startsWith(spelling)))) return false;
	}
	return true;
}

/** The words that the index is asked for, each in its spellings. */
function wordsSought(query: string): string[][] {
	const typed = tellingWords(query);
	// Also of `d_k`, whose spellings count as one word: where it is written as in a formula, it counts twice.
	const runTogether = formulaWords(formulaIn(query)).filter((word) => !typed.includes(word));
	return [...typed.map(spellingsOf), ...runTogether.map((word) => [word])];
}

/** Begins to fetch what `findEverywhere` will need, while typing has not rested yet. */
export function prepare(query: string, fullText: FullText): void {
	if (!isForTitlesOnly(query)) fullText.prepare(wordsSought(query));
}

interface FoundOnce {
	readonly results: readonly ConceptResult[];
	readonly unknown: readonly string[];
}

/** What a query finds in titles and text, and its words that nothing has as they were typed. */
async function findOnce(
	query: string,
	catalog: SearchCatalog,
	fullText: FullText,
	category: string | undefined,
): Promise<FoundOnce> {
	const typed = tellingWords(query);
	const titles = titled(query, catalog, category);
	if (isForTitlesOnly(query) && titles.length > 0) return { results: titles, unknown: [] };
	const text = await fullText.find(wordsSought(query), category);
	const unknown = typed.filter((word, at) => text.scores[at]?.size === 0 || isUnknown(word, text.sections.values()));
	return { results: withTasks(query, merged(titles, text, query, catalog), catalog, category), unknown };
}

/** What titles and the contents of all pages give, at once: as the full text will, as far as they go. */
export function findAtOnce(
	query: string,
	catalog: SearchCatalog,
	contents: Pick<ContentsIndex, 'find'>,
	category?: string,
): readonly ConceptResult[] {
	const titles = titled(query, catalog, category);
	if (isForTitlesOnly(query)) return titles;
	const text = contents.find(wordsSought(query), category);
	return withTasks(query, merged(titles, text, query, catalog), catalog, category);
}

/** Only such words are in the vocabulary: of another one it says nothing that it lacks it. */
const vocabularyWord = /^[a-z]{5,}$/;

interface Mended {
	readonly query: string;
	/** The words that were mended, as they were typed. */
	readonly words: readonly string[];
	readonly found: FoundOnce;
}

/** What mending a query finds, or undefined when there is nothing to mend. */
async function findMended(
	query: string,
	isSuspect: (word: string, known: readonly string[]) => boolean,
	...[catalog, fullText, category]: readonly [SearchCatalog, FullText, string | undefined]
): Promise<Mended | undefined> {
	const named = [...catalog.concepts, ...catalog.planned];
	const known = [
		...named.flatMap(({ name, aliases }) => [name, ...aliases].flatMap(wordsOf)),
		...(await fullText.words()),
	];
	const suspects = tellingWords(query).filter((word) => isSuspect(word, known));
	const mended = suspects.length > 0 ? mendQuery(query, known, suspects) : undefined;
	return mended === undefined
		? undefined
		: { query: mended, words: suspects, found: await findOnce(mended, catalog, fullText, category) };
}

/**
 * Titles, aliases and text together. Words that nothing has are mended, and the query is tried again: at the same time as the query
 * itself, where no page says such a word twice, because each try is two round trips.
 */
export async function findEverywhere(
	query: string,
	catalog: SearchCatalog,
	fullText: FullText,
	category?: string,
): Promise<Found> {
	const sources = [catalog, fullText, category] as const;
	const isRare = (word: string, known: readonly string[]): boolean =>
		vocabularyWord.test(word) && !known.some((one) => one.startsWith(word));
	const named = plannedAs(query, catalog.planned, catalog.concepts);
	const [first, guess, other] = await Promise.all([
		findOnce(query, ...sources),
		findMended(query, isRare, ...sources),
		named && findByOtherNames(named, ...sources),
	]);
	// A title that is named with a slip is the page all the same.
	const isPage = first.results.some(({ by, isNamed }) => isNamed && by === 'name');
	const isMissing = (word: string): boolean => first.unknown.includes(word);
	const isGuessed = guess?.words.length === first.unknown.length && guess.words.every(isMissing);
	const tried =
		isPage || first.unknown.length === 0
			? undefined
			: isGuessed
				? guess
				: await findMended(query, isMissing, ...sources);
	// A guess is not built on nothing: with another word that nothing has, and none that something has, it is none.
	const isBuilt = tried && (tried.found.unknown.length === 0 || hasHits(first.results));
	const mended = tried && isBuilt && tried.found.results.length > 0 ? tried : undefined;
	const planned = mended ? plannedAs(mended.query, catalog.planned, catalog.concepts) : named;
	const own = (mended?.found ?? first).results;
	const isSilent = planned !== undefined && !hasHits(own);
	const results = isSilent ? (other ?? (await findByOtherNames(planned, ...sources))) : own;
	return {
		results,
		mended: mended?.query,
		planned: planned?.name,
		nearest: results.length > 0 ? [] : nearest(query, catalog),
	};
}

/** Where no page says the name of a concept in preparation, its other names lead to the closest passages. */
async function findByOtherNames(
	{ name, aliases }: PlannedConcept,
	...sources: readonly [SearchCatalog, FullText, string | undefined]
): Promise<readonly ConceptResult[]> {
	const { results } = await findOnce([name, ...aliases].join(' '), ...sources);
	return results.filter(({ hits }) => hits.length > 0);
}

/** The concepts nearest to a query that found nothing. */
export function nearest(query: string, catalog: SearchCatalog): ConceptResult[] {
	return nearestConcepts(tellingWords(query), catalog.concepts, 3).map((concept) => result(concept, catalog, []));
}

/** Rows a reader can open: hits, and concepts found by their title alone. */
export function countOf(results: readonly ConceptResult[]): number {
	return results.reduce((sum, { hits }) => sum + Math.max(1, hits.length), 0);
}
