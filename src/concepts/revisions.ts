/** When a concept was published and what changed since: the dates that feeds, sitemaps and search engines read. */
import type { Concept } from './schema/concept.ts';

type Dated = Pick<Concept, 'published' | 'changes'>;

/** A publication or a change, dated. */
export interface Revision {
	readonly date: string;
	/** What changed for a reader; undefined for the publication itself. */
	readonly what: string | undefined;
}

/** Everything that happened to a concept, newest first. */
export function revisionsOf({ published, changes }: Dated): Revision[] {
	return [...changes, { date: published, what: undefined }].sort((a, b) => b.date.localeCompare(a.date));
}

/** Day on which the page last became another for a reader. */
export function lastRevised(concept: Dated): string {
	return revisionsOf(concept)[0]?.date ?? concept.published;
}
