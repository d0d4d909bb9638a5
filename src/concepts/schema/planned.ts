/** `content/planned.yaml`: what is known of concepts that the catalog lists and nobody has written yet. */
import { z } from 'zod';
import { conceptLevel } from './concept.ts';
import { id, text } from './text.ts';

export const planned = z.strictObject({
	/** As `categories.yaml` lists it. */
	slug: id,
	title: text,
	level: conceptLevel,
	/** What it will be about, in one sentence. */
	description: text,
	/** What to know before it, as for a concept that is written. */
	prerequisites: z.array(id).default([]),
	/** What it is searched by beside its title. */
	aliases: z.array(text).default([]),
});
export type Planned = z.infer<typeof planned>;

export const plannedList = z.array(planned);
