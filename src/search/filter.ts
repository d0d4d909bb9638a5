/** Which rows of the catalog a filter leaves. Pure. */
import { isSought } from './excerpt.ts';
import { type Filter, isEmpty } from './filterAddress.ts';
import { wordsOf } from './spelling.ts';

/** How far a reader is with a concept; `due` is asked beside the others. */
export const readingStates = ['new', 'begun', 'done', 'due'] as const;
export type ReadingState = (typeof readingStates)[number];

/** Fields of the filter: text, track or category, level, state. */
export const catalogFields = ['q', 'area', 'level', 'state'] as const;
export type CatalogFilter = Filter<(typeof catalogFields)[number]>;

export interface Row {
	readonly slug: string;
	/** Title, aliases and description. */
	readonly text: string;
	/** Id of the track, and of the category. */
	readonly areas: readonly string[];
	readonly level: string;
	readonly states: readonly ReadingState[];
}

/** Whether a text has every word of the query, each unfinished or one slip off at most: any text, when nothing is typed. */
export function hasWords(query: string, text: string): boolean {
	const words = wordsOf(text);
	return wordsOf(query).every((sought) => words.some((word) => word.startsWith(sought) || isSought(sought, word)));
}

/** The slugs of the rows that are as the filter asks. */
export function filterRows({ q, area, level, state }: CatalogFilter, rows: readonly Row[]): Set<string> {
	const left = rows.filter(
		(row) =>
			(area === '' || row.areas.includes(area)) &&
			(level === '' || row.level === level) &&
			(state === '' || row.states.some((own) => own === state)) &&
			hasWords(q, row.text),
	);
	return new Set(left.map(({ slug }) => slug));
}

/** What a screen reader is told, and a reader when nothing is left. */
export function filterStatus(filter: CatalogFilter, left: number, all: number): string {
	if (isEmpty(filter)) return '';
	if (left > 0) return `${left} of ${all} concepts`;
	return filter.q.trim() === ''
		? 'No concept is like that.'
		: `No concept’s title or description has “${filter.q.trim()}”${isEmpty({ ...filter, q: '' }) ? '' : ' and is like that'}.`;
}
