/** What the content check finds in a concept by itself is kept from one run to the next: most of its time goes there, and authors change one page at a time. */
import { foundIn, ownProblems } from '../concepts/checkContent.ts';
import type { ConceptSource } from '../concepts/reading/content.ts';
import { codeParts, type Parts, ResultCache } from './resultCache.ts';

const results: Pick<ResultCache, 'getText'> = new ResultCache('problems', codeParts);

/** Everything but code that the problems of a concept by itself come from. */
function partsOf(concept: ConceptSource, today: string): Parts {
	const files = [...concept.files].sort(([a], [b]) => (a < b ? -1 : 1));
	return [today, concept.slug, concept.track, ...files.flat()];
}

/**
 * Has the check know what was found in these concepts before, and finds the rest: then it is quick about them.
 *
 * @param today Day on which they are checked.
 * @param kept Where what was found is kept.
 */
export async function knowProblems(concepts: readonly ConceptSource[], today: string, kept = results): Promise<void> {
	for (const concept of concepts) {
		const find = async () => JSON.stringify(ownProblems(concept, today));
		foundIn(concept, today, JSON.parse(await kept.getText(partsOf(concept, today), find)));
	}
}
