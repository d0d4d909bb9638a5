/** The full-text index of a build, read by Pagefind's engine. Loaded when a reader first types. */
import { loadPart } from '../loading/loadPart.ts';
import { pathTo } from '../paths.ts';
import { fetchVocabulary } from './catalog.ts';
import type { ContentsIndex } from './contents.ts';
import { type IndexedSection, sectionId } from './hits.ts';
import { rank } from './ranking.ts';
import type { FullText } from './results.ts';

interface Fragment {
	readonly raw_url: string;
	readonly content: string;
	readonly meta: Readonly<Record<string, string>>;
}

/** Pagefind, as far as it is used here. */
export interface Engine {
	init(): Promise<void>;
	/** Fetches the parts of the index that a search needs. */
	preload(query: string): Promise<void>;
	search(
		query: string,
		options: { filters: Record<string, string> },
	): Promise<{ results: readonly { id: string; score: number; data(): Promise<Fragment> }[] }>;
}

interface EngineModule {
	createInstance(options: Record<string, unknown>): Engine;
}

/** Enough for the best four of several concepts; each is a small file. */
const MOST_SECTIONS = 24;

/** A long section is not a worse one here, and a word that stands often in it is what it is about. */
const ranking = { pageLength: 0.1, termFrequency: 1, termSimilarity: 2 };

function sectionOf({ raw_url, content, meta }: Fragment, contents: ContentsIndex): IndexedSection {
	const [slug = '', anchor = ''] = raw_url.split('/').filter(Boolean);
	const { chapter = '', label = '', heading = '', topics = '', asked = '' } = meta;
	const lookups = contents.lookupsOf(slug, anchor);
	return { slug, anchor, chapter, label, heading, topics, lookups, asked, content };
}

/**
 * The best sections that can be had, in order. Without a connection, those of pages that are kept: then the search goes on beyond the
 * best, which may all be elsewhere.
 *
 * @returns the sections, and whether none is missing
 * @throws why a section could not be had, when none could.
 */
async function bestOf(
	ranked: readonly (readonly [id: string, load: () => Promise<IndexedSection | undefined>])[],
): Promise<{ found: Map<string, IndexedSection>; isWhole: boolean }> {
	const found = new Map<string, IndexedSection>();
	let why: unknown;
	for (let first = 0; first < ranked.length && found.size < MOST_SECTIONS; first += MOST_SECTIONS) {
		const some = ranked.slice(first, first + MOST_SECTIONS);
		const loaded = await Promise.allSettled(some.map(([, load]) => load()));
		for (const [index, one] of loaded.entries()) {
			if (one.status === 'rejected') why = one.reason;
			else if (one.value && found.size < MOST_SECTIONS) found.set(some[index]?.[0] ?? '', one.value);
		}
		if (why === undefined) break;
	}
	if (found.size === 0 && why !== undefined) throw why;
	return { found, isWhole: why === undefined };
}

/**
 * Reads an index that is open.
 *
 * @param words Fetches the words of all pages, the most frequent first.
 * @param contents Knows what readers look sections up by, which the index does not have.
 */
export function fullTextOf(index: Engine, words: () => Promise<string[]>, contents: ContentsIndex): FullText {
	let vocabulary: Promise<string[]> | undefined;
	// One value a section: what is read from it once is kept with it, and the next letter finds most of them again.
	const sections = new Map<string, IndexedSection>();
	const load = async (
		id: string,
		fragment: (() => Promise<Fragment>) | undefined,
	): Promise<IndexedSection | undefined> => {
		const section = sections.get(id) ?? (fragment && sectionOf(await fragment(), contents));
		if (section) sections.set(id, section);
		return section;
	};
	return {
		async find(words, category) {
			const options = { filters: category === undefined ? {} : { category } };
			const fragments = new Map<string, () => Promise<Fragment>>();
			const scores = await Promise.all(
				words.map(async (spellings) => {
					const found = await Promise.all(spellings.map((spelling) => index.search(spelling, options)));
					const ofWord = new Map<string, number>();
					for (const { id, score, data } of found.flatMap(({ results }) => results)) {
						ofWord.set(id, Math.max(score, ofWord.get(id) ?? 0));
						fragments.set(id, data);
					}
					return ofWord;
				}),
			);
			const { found, isWhole } = await bestOf(rank(scores).map(({ id }) => [id, () => load(id, fragments.get(id))]));
			const listed = contents.find(words, category);
			// Of a page that is not kept, nothing can be shown.
			return {
				sections: isWhole ? withListed(found, listed.sections) : found,
				scores: scores.map((ofWord, at) => new Map([...ofWord, ...(listed.scores[at] ?? [])])),
			};
		},
		prepare(words) {
			Promise.all(words.flat().map((spelling) => index.preload(spelling))).catch(() => undefined);
		},
		words() {
			vocabulary ??= words();
			return vocabulary;
		},
	};
}

/** Adds the sections that only the contents find, without their text. */
function withListed(
	found: ReadonlyMap<string, IndexedSection>,
	listed: ReadonlyMap<string, IndexedSection>,
): ReadonlyMap<string, IndexedSection> {
	const known = new Set([...found.values()].map(sectionId));
	return new Map([...found, ...[...listed].filter(([id]) => !known.has(id))]);
}

/** How the index is opened: in the page, not in a worker, which would be one more file with rules of its own. */
export const engineOptions = { noWorker: true, ranking };

/**
 * Opens the index.
 *
 * @param failures Attempts that failed before. A browser remembers that a module could not be loaded, by its address, so each
 * further attempt asks for another one.
 * @param contents Fetches the contents of all pages.
 * @throws when the engine cannot be loaded; what is returned rejects when the index cannot.
 */
export async function openFullText(failures: number, contents: () => Promise<ContentsIndex>): Promise<FullText> {
	const folder = pathTo('pagefind/');
	const engine = await loadPart<EngineModule>(
		() => import(/* @vite-ignore */ `${folder}pagefind.js${failures > 0 ? `?attempt=${failures}` : ''}`),
	);
	const index = engine.createInstance({ basePath: folder, ...engineOptions });
	const [known] = await Promise.all([contents(), loadPart(() => index.init())]);
	const fullText = fullTextOf(index, fetchVocabulary, known);
	await fullText.words();
	return fullText;
}
