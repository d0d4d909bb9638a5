/** The feed's items: every publication and every change of a concept, newest first. */
import type { ConceptSummary } from '../concepts/catalog.ts';
import { revisionsOf } from '../concepts/revisions.ts';

export interface RevisionItem {
	readonly title: string;
	readonly description: string;
	readonly date: string;
	readonly concept: ConceptSummary;
	/** Permanent, and different for each revision of a concept: what a feed reader remembers as read. */
	readonly id: string;
}

export function revisionItems(concepts: readonly ConceptSummary[]): RevisionItem[] {
	return concepts
		.flatMap((concept) =>
			revisionsOf(concept).map(({ date, what }, index, all): RevisionItem => {
				const sameDay = all.slice(index + 1).filter((other) => other.date === date).length;
				return {
					title: what ? `${concept.title}, revised` : concept.title,
					description: what ?? concept.description,
					date,
					concept,
					id: [concept.slug, date, ...(sameDay > 0 ? [sameDay] : [])].join('/'),
				};
			}),
		)
		.sort((a, b) => b.date.localeCompare(a.date));
}
