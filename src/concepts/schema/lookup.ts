/** `lookups.yaml` of a concept: by section, the words that readers look it up by and the page does not say. */
import { z } from 'zod';
import { id, text } from './text.ts';

/** Words by the id of a section. */
export const lookups = z.record(id, z.array(text).min(1));
export type Lookups = z.infer<typeof lookups>;
