/** Tasks that a query names: by a whole title, by the pattern of a solution, or by some words of either beside one for solving. */
import type { SearchConcept, SearchTask } from './catalog.ts';
import { fitOf, wordsOf } from './spelling.ts';
import { tellingWords } from './titles.ts';

/** Who types one of these looks for something to solve. */
const solving = new Set('code coding exercise exercises implement program solve task tasks write'.split(' '));

/** Whether each typed word fits one of a text; with `whole`, the text has no other words either. */
function fits(typed: readonly string[], words: readonly string[], whole: boolean): boolean {
	if (whole && words.length !== typed.length) return false;
	return typed.every((sought) => words.some((word) => fitOf(sought, word)));
}

/** In the catalog's order. */
export function matchTasks(
	query: string,
	tasks: readonly SearchTask[],
	concepts: readonly SearchConcept[],
): SearchTask[] {
	const all = tellingWords(query);
	const typed = all.filter((word) => !solving.has(word));
	if (typed.length === 0) return [];
	return tasks.filter(({ slug, title, pattern }) => {
		const [titled, patterned] = [tellingWords(title), tellingWords(pattern)];
		if (fits(typed, titled, true) || fits(typed, patterned, true)) return true;
		const concept = concepts.find((one) => one.slug === slug);
		const named = [concept?.name ?? '', ...(concept?.aliases ?? [])].flatMap(wordsOf);
		// `write back` names the cache, and asks nobody to write.
		const isToSolve = all.some((word) => solving.has(word) && !named.includes(word));
		return isToSolve && fits(typed, [...titled, ...patterned, ...named], false);
	});
}
