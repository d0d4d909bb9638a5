/** What a wrong address was probably about. */
import type { SearchCatalog, SearchConcept } from './catalog.ts';
import { wordsOf } from './spelling.ts';
import { matchTitles, nearestConcepts } from './titles.ts';

/** Parts of addresses that say nothing about what was looked for. */
const structure = new Set([
	'concept',
	'concepts',
	'category',
	'categories',
	'html',
	'htm',
	'index',
	'md',
	'php',
	'www',
]);

const MOST = 3;

function decoded(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}

/** The telling words of an address: `/sixfold/concepts/Atention_mechanism.html` is about "atention mechanism". */
export function wordsOfPath(path: string, base: string): string[] {
	const inner = path.startsWith(base) ? path.slice(base.length) : path;
	return wordsOf(decoded(inner).replaceAll('_', ' ')).filter((word) => !structure.has(word));
}

/** The concepts that a reader with these words most likely wants, the likeliest first. */
export function suggestConcepts(words: readonly string[], catalog: SearchCatalog): SearchConcept[] {
	if (words.length === 0) return [];
	const matches = matchTitles(words.join(' '), catalog.concepts).map(({ concept }) => concept);
	return [...new Set([...matches, ...nearestConcepts(words, catalog.concepts, MOST)])].slice(0, MOST);
}
