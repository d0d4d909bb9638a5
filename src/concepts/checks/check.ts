import type { Problem } from '../problems.ts';
import type { ConceptSource, ContentSource } from '../reading/content.ts';

/**
 * Looks at one concern of one concept by itself; steps over what is missing or does not parse. What it finds is kept until a file of the
 * concept changes.
 */
export type OwnCheck = (concept: ConceptSource, day: Pick<ContentSource, 'today'>) => Iterable<Problem>;

/** Looks at one concern of one concept within all content, so it runs again with each change of any. */
export type ConceptCheck = (concept: ConceptSource, content: ContentSource) => Iterable<Problem>;
