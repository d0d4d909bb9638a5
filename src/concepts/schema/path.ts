/** `content/paths.yaml`: by role, the concepts to learn in order, with a sentence why each. */
import { z } from 'zod';
import { formats, questionLevels } from '../interview.ts';
import { id, text } from './text.ts';

/** A step names a concept of the catalog, or the title of one that the catalog does not list yet. */
export const pathStep = z.strictObject({
	concept: id.optional(),
	title: text.optional(),
	/** What it is good for on this path, in a sentence. */
	why: text,
});

export const path = z.strictObject({
	/** Permanent: part of `/paths/<id>/`. */
	id,
	title: text,
	/** What it prepares for, in a sentence or two. */
	lead: text,
	/** At which level its drills ask. */
	level: z.enum(questionLevels).default('mid'),
	/** What its drills ask, where that is not everything. */
	formats: z.array(z.enum(formats)).default([]),
	/** In the order in which they pay: what is last is left out first. */
	steps: z.array(pathStep).min(1),
});
export type Path = z.infer<typeof path>;

export const paths = z.array(path);
