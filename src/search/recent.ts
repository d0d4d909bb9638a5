/**
 * The last searches, kept in this browser: a JSON list of texts under `sixfold:recent-searches`, latest first. What does not look
 * like that is ignored, and nothing is kept where storage is blocked.
 */
const KEY = 'sixfold:recent-searches';
const MOST = 5;
const LONGEST = 80;

/** The part of `localStorage` that is used; reading the property itself may throw. */
type Keep = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

function isSearch(value: unknown): value is string {
	return typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST;
}

/** The searches kept, latest first. */
export function recentSearches(keep: () => Keep = () => localStorage): string[] {
	try {
		const stored: unknown = JSON.parse(keep().getItem(KEY) ?? '[]');
		return Array.isArray(stored) ? stored.filter(isSearch).slice(0, MOST) : [];
	} catch {
		return [];
	}
}

/** Puts a search first in the list. */
export function rememberSearch(query: string, keep: () => Keep = () => localStorage): void {
	const search = query.trim().replace(/\s+/g, ' ');
	if (!isSearch(search)) return;
	const others = recentSearches(keep).filter((other) => other.toLowerCase() !== search.toLowerCase());
	try {
		keep().setItem(KEY, JSON.stringify([search, ...others].slice(0, MOST)));
	} catch {
		// Storage is blocked or full: the list ends with the page.
	}
}

export function forgetSearches(keep: () => Keep = () => localStorage): void {
	try {
		keep().removeItem(KEY);
	} catch {
		// Storage is blocked: there was nothing to forget.
	}
}
