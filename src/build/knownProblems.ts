/** What the content check finds is kept from one run to the next: most of its time goes there, and authors change one page at a time. */
import { foundAmong, foundIn, ownProblems, problemsAmong, surroundingsOf } from '../concepts/checkContent.ts';
import { stateOf } from '../concepts/checks/check.ts';
import { startGraphviz } from '../concepts/graphviz.ts';
import type { Problem } from '../concepts/problems.ts';
import type { ConceptSource, ContentSource, Surface } from '../concepts/reading/content.ts';
import { codeParts, type Parts, ResultCache } from '../resultCache.ts';

type Kept = Pick<ResultCache, 'getText'>;
const results: Kept = new ResultCache('problems', codeParts);

/** What is known of a concept by itself. */
interface Own {
	readonly problems: readonly Problem[];
	readonly surface: Surface;
}

/** Everything but code that what is known of a concept by itself comes from. */
function partsOf({ slug, track, files }: ConceptSource): Parts {
	return [slug, track, ...[...files].sort(([a], [b]) => (a < b ? -1 : 1)).flat()];
}

/**
 * Has the check know what was found before, and finds the rest: then it is quick, and parses what has changed.
 *
 * @param named The concepts to be checked; what others are around them is known in any case.
 * @param kept Where what was found is kept.
 */
export async function knowProblems(
	content: ContentSource,
	named: readonly ConceptSource[] = content.concepts,
	kept = results,
): Promise<void> {
	const { today } = content;
	for (const concept of new Set([...content.concepts, ...named])) {
		const find = async (): Promise<string> => {
			await startGraphviz();
			const own: Own = { problems: ownProblems(concept, today), surface: concept.surface };
			return JSON.stringify(own);
		};
		const text = await kept.getText(['alone', today, ...partsOf(concept)], find);
		const { problems, surface }: Own = JSON.parse(text);
		foundIn.know(concept, today, problems);
		concept.surface = surface;
	}
	for (const concept of named) {
		const among = stateOf(concept, surroundingsOf(concept, content));
		const find = async () => JSON.stringify(problemsAmong(concept, content, among));
		foundAmong.know(concept, among, JSON.parse(await kept.getText(['among', among, ...partsOf(concept)], find)));
	}
}
