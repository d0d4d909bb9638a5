/** How many stages a concept has, and their numbers. Whoever counts to six reads it from here, without the names of the stages. */

/** How many there are. */
export const STAGES = 6;

/** Their positions in the walkthrough, from 1. */
export const stageNumbers = [1, 2, 3, 4, 5, STAGES] as const;
export type StageNumber = (typeof stageNumbers)[number];
