/** What is kept of a rubric with an answer: enough to judge it by, and none of its words. */
import type { MaterialCriterion } from './material.ts';
import type { RubricEntry } from './session.ts';

export function entriesOf(rubric: readonly MaterialCriterion[]): RubricEntry[] {
	return rubric.map(({ id, expectedFrom, dimension, essential }) => ({ id, expectedFrom, dimension, essential }));
}
