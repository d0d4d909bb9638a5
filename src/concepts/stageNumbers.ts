/**
 * The positions of the stages in the walkthrough, from 1, each under the name of what it is for. Whoever needs one, or counts them, reads it from
 * here, without the titles of the stages; numbers alone, so that a script that names one carries no more than that.
 */

export const BIG_PICTURE = 1;
export const INTUITION = 2;
/** The one in which tracks differ, in name too: the math, or the internals. */
export const THIRD = 3;
export const CODE = 4;
export const QUESTIONS = 5;
export const RETRIEVAL = 6;

/** How many there are. */
export const STAGES = 6;

/** Those that an author writes as sections of `index.mdx`; the other two come from YAML. */
export type WrittenStage = typeof BIG_PICTURE | typeof INTUITION | typeof THIRD | typeof CODE;
export type StageNumber = WrittenStage | typeof QUESTIONS | typeof RETRIEVAL;
