/** The last searches, kept in this browser as a list of texts, latest first. What does not look like that is ignored. */
import { kept } from '../keeping/kept.ts';

const MOST = 5;
const LONGEST = 80;

function isSearch(value: unknown): value is string {
	return typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST;
}

const searches = kept('searches', (value) =>
	Array.isArray(value) ? value.filter(isSearch).slice(0, MOST) : undefined,
);

/** The searches kept, latest first. */
export function recentSearches(): string[] {
	return searches.read() ?? [];
}

/** Puts a search first in the list. Where storage is blocked or full, the list ends with the page. */
export function rememberSearch(query: string): void {
	const search = query.trim().replace(/\s+/g, ' ');
	if (!isSearch(search)) return;
	const others = recentSearches().filter((other) => other.toLowerCase() !== search.toLowerCase());
	searches.keep([search, ...others].slice(0, MOST));
}

export function forgetSearches(): void {
	searches.forget();
}
