/**
 * The contents of all pages: of each section what it is about, without its text. Small enough to be in memory, so that a
 * query has sections at once, while the full text is still on its way.
 */
import { fetchJson } from '../ground/fetching.ts';
import { type IndexedSection, sectionId } from './hits.ts';
import { rank } from './ranking.ts';
import type { FoundText } from './results.ts';
import { stemOf, wordsOf } from './spelling.ts';

/** A section without what it says, by the name of its page. */
export type ListedSection = Omit<IndexedSection, 'slug' | 'content' | 'asked'>;
export type Contents = Readonly<Record<string, readonly ListedSection[]>>;

/** Fetches the contents. Rejects when they cannot be had. */
export function fetchContents(): Promise<Contents> {
	return fetchJson('search/contents.json');
}

/** As many as the full text loads: the rest is far from what is sought. */
const MOST_SECTIONS = 24;
/** Two letters begin many words. */
const SHORTEST_START = 3;
/** What a heading's word says more than one of a term or a lookup. */
const IN_HEADING = 2;

export interface ContentsIndex {
	/** Finds the sections that are about some words, the last of which may be unfinished; a slip finds nothing here. */
	find(words: readonly (readonly string[])[], category: string | undefined): FoundText;
	/** What readers look a section up by, one a line. */
	lookupsOf(slug: string, anchor: string): string;
}

/** Folded words, each as the start of its other forms. A sign alone is none. */
const stemsOf = (text: string): string[] =>
	wordsOf(text)
		.filter((word) => /[\p{L}\p{N}]/u.test(word))
		.map(stemOf);

/**
 * Reads the contents once, for many queries.
 *
 * @param categoryOf Id of a page's category.
 */
export function readContents(contents: Contents, categoryOf: (slug: string) => string | undefined): ContentsIndex {
	const sections = new Map<string, IndexedSection>();
	const worth = new Map<string, Map<string, number>>();
	for (const [slug, listed] of Object.entries(contents)) {
		for (const section of listed) {
			const id = sectionId({ slug, anchor: section.anchor });
			sections.set(id, { slug, content: section.heading, asked: '', ...section });
			const add = (text: string, points: number): void => {
				for (const stem of stemsOf(text)) {
					const having = worth.get(stem) ?? new Map<string, number>();
					worth.set(stem, having.set(id, Math.max(points, having.get(id) ?? 0)));
				}
			};
			add(`${section.topics} ${section.lookups}`, 1);
			add(section.heading, IN_HEADING);
		}
	}
	const having = (word: string, isLast: boolean): ReadonlyMap<string, number> => {
		const whole = worth.get(stemOf(word));
		if (whole || !isLast || word.length < SHORTEST_START) return whole ?? new Map();
		return new Map([...worth].flatMap(([stem, ids]) => (stem.startsWith(word) ? [...ids] : [])));
	};
	const find: ContentsIndex['find'] = (words, category) => {
		const isIn = (id: string): boolean =>
			category === undefined || categoryOf(sections.get(id)?.slug ?? '') === category;
		const scores = words.map((spellings, at) => {
			const found = spellings.flatMap((spelling) => [...having(spelling, at === words.length - 1)]);
			const ids = found.filter(([id]) => isIn(id));
			// The fewer sections have a word, the more it tells.
			const rarity = Math.log(1 + sections.size / Math.max(1, ids.length));
			return new Map(ids.map(([id, points]) => [id, points * rarity]));
		});
		const best = rank(scores).slice(0, MOST_SECTIONS);
		return {
			sections: new Map(
				best.flatMap(({ id }) => {
					const section = sections.get(id);
					return section ? [[id, section]] : [];
				}),
			),
			scores,
		};
	};
	return { find, lookupsOf: (slug, anchor) => sections.get(sectionId({ slug, anchor }))?.lookups ?? '' };
}
