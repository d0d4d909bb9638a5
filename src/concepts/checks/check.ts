import type { Problem } from '../problems.ts';
import type { ConceptSource, ContentSource } from '../reading/content.ts';

/** Looks at one concern of one concept, within all content; steps over what is missing or does not parse. */
export type ConceptCheck = (concept: ConceptSource, content: ContentSource) => Iterable<Problem>;
