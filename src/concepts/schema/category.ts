/** `content/categories.yaml`: the catalog's order, and every slug that is published or planned. */
import { z } from 'zod';
import { trackNames } from '../tracks.ts';
import { id, text } from './text.ts';

/** Names the third stage and decides which checks hold. */
export const track = z.enum(trackNames);

/** Colours whose contrast and distance are tested; see `src/styles/tokens.css`. */
export const accent = z.enum(['prussian', 'verdigris', 'ochre', 'madder', 'mulberry', 'moss', 'sepia', 'indigo']);
export type Accent = z.infer<typeof accent>;

export const category = z.strictObject({
	/** Permanent: part of `/categories/<id>/`. */
	id,
	title: text,
	track,
	/** One line beside the category's title in the catalog. */
	description: text,
	accent,
	/** Slugs in catalog order. One without a folder is planned: a valid prerequisite, never shown. */
	concepts: z.array(id).min(1),
});
export type Category = z.infer<typeof category>;

export const categories = z.array(category).min(1);
