/** What a model's grade for a criterion is, as it is kept with the answer. */
import type { Grade } from '../../concepts/judging.ts';

/** Why a grade is not taken: there is no quote, it is not in the answer, it is too short to say anything, or it serves for everything. */
export const doubts = ['unquoted', 'invented', 'short', 'reused'] as const;
export type Doubt = (typeof doubts)[number];

/** A model's grade for a criterion, with what it rests on. */
export interface ModelMark {
	readonly grade: Grade;
	/** Verbatim from the answer; what the model claimed to quote where that is doubted; empty for what was missed. */
	readonly quote: string;
	/** Why the grade does not count. */
	readonly doubt?: Doubt;
}
