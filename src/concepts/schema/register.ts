/** `ids.yaml` of a concept: its register of permanent ids. Written by `npm run check -- --record`, never by hand. */
import { z } from 'zod';
import { date, id } from './text.ts';

export const idKind = z.enum(['question', 'follow-up', 'criterion', 'prompt', 'break']);
export type IdKind = z.infer<typeof idKind>;

export const registered = z.strictObject({
	kind: idKind,
	/** Of the prompt, or of the question that a follow-up or criterion belongs to; breaks have the first only. */
	revision: z.number().int().min(1),
	/** Start of the SHA-256 of the text, spaces and line ends evened out. */
	hash: z.string().regex(/^[0-9a-f]{12}$/, 'expected 12 hexadecimal digits'),
	/** Day on which the id was given up. It is kept, so that it is never given again. */
	retired: date.optional(),
});
export type Registered = z.infer<typeof registered>;

/** An id of the concept, or one that belongs to a question, behind the question's: `why-scale/keeps-variance`. */
const idPath = z
	.string()
	.regex(/^[a-z0-9-]+(?:\/[a-z0-9-]+)?$/, "expected an id, or a question's and one of its own joined by a slash");

export const register = z.strictObject({
	/** Every slug that the concept was published under, today's first. */
	slugs: z.array(id).min(1),
	/** Day on which the whole concept was given up. */
	retired: date.optional(),
	ids: z.record(idPath, registered),
});
export type Register = z.infer<typeof register>;
