/** Which rows of the catalog a filter leaves. */
import { isSought } from './excerpt.ts';
import { wordsOf } from './spelling.ts';

export interface Row {
	readonly slug: string;
	/** Title, aliases and description. */
	readonly text: string;
}

/** Whether a text has every word of the query, each unfinished or one slip off at most: any text, when nothing is typed. */
export function hasWords(query: string, text: string): boolean {
	const words = wordsOf(text);
	return wordsOf(query).every((sought) => words.some((word) => word.startsWith(sought) || isSought(sought, word)));
}

/** The slugs whose text has the words of the query. */
export function filterRows(query: string, rows: readonly Row[]): Set<string> {
	return new Set(rows.filter(({ text }) => hasWords(query, text)).map(({ slug }) => slug));
}

/** What a screen reader is told, and a reader when nothing is left. */
export function filterStatus(query: string, left: number, all: number): string {
	if (query.trim() === '') return '';
	if (left === 0) return `No concept’s title or description has “${query.trim()}”.`;
	return `${left} of ${all} concepts`;
}

/** The address of the page with the filter in it, or without one. */
export function filteredAddress(address: string, query: string): string {
	const url = new URL(address);
	if (query.trim() === '') url.searchParams.delete('q');
	else url.searchParams.set('q', query.trim());
	return url.href;
}
