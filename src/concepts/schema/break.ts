/** `listings/<name>.breaks.yaml`: small changes to a listing, and what it prints then. */
import { z } from 'zod';
import { id, text } from './text.ts';

export const listingBreak = z.strictObject({
	/** Permanent, and the middle of the name of its output: `<name>.<id>.out`. */
	id,
	/** What is changed, in a few words. */
	title: text,
	/** Code of the listing, as it stands there; must occur exactly once. */
	find: z.string().min(1),
	/** Code to put in its place. */
	replace: z.string(),
	/** What it then prints, and why. */
	expect: text,
});
export type Break = z.infer<typeof listingBreak>;

export const breaks = z.array(listingBreak).min(1);
