/** `content/lookups.yaml`: by concept and section, the words that readers look it up by and the page does not say. */
import { z } from 'zod';
import { id, text } from './text.ts';

/** Words by the id of a section of one concept. */
const sectionLookups = z.record(id, z.array(text).min(1));
export type SectionLookups = z.infer<typeof sectionLookups>;

/** Sections by the slug of their concept. */
export const lookups = z.record(id, sectionLookups);
export type Lookups = z.infer<typeof lookups>;
