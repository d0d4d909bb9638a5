/**
 * The clock rule: what is done on a day, by how far the interview is. Short preparations leave out concepts, not depth; `timeLeft.ts` says it
 * in words.
 */
import { CODE, THIRD } from '../concepts/stageNumbers.ts';

export interface Pace {
	/** How many concepts are read at all, from the beginning of the list. */
	readonly first: number;
	/** How many are finished in a day. */
	readonly concepts: number;
	/** The last stage of each that is read. */
	readonly lastStage: typeof THIRD | typeof CODE;
	/** Questions of concepts that were read before, beside what is new. */
	readonly questions: number;
	/** How the day ends. */
	readonly drill: 'none' | 'short' | 'long';
}

interface Moment {
	/** Days until the interview, 0 on its own; infinite without a date. */
	readonly left: number;
	/** Days that are not off until then, this one included. */
	readonly ahead: number;
	/** Concepts that are still to be read. */
	readonly unread: number;
	/** Whether one of the first that a short preparation takes is still to be read. */
	readonly lacksFirst: boolean;
}

/** What a preparation of two days takes. */
export const FIRST = 6;
/** Concepts that are said aloud on the day itself. */
export const ALOUD = 8;
/** What a short drill takes. */
export const DRILL_MINUTES = 20;

/** Days until the interview up to which a rule of the table holds. */
const DAYS = 3;
const WEEK = 10;

export function paceOn({ left, ahead, unread, lacksFirst }: Moment): Pace {
	if (left === 0) return { first: 0, concepts: 0, lastStage: THIRD, questions: 0, drill: 'short' };
	if (left <= DAYS && lacksFirst) return { first: FIRST, concepts: 3, lastStage: THIRD, questions: 2, drill: 'short' };
	// Nothing new on the eve.
	if (left === 1) return { first: 0, concepts: 0, lastStage: CODE, questions: 2, drill: 'short' };
	if (left <= WEEK) {
		return { first: 14, concepts: 2, lastStage: CODE, questions: 1, drill: left % 2 === 1 ? 'short' : 'none' };
	}
	// Counted from the end, so that it stays the same day while the days go by.
	if (Number.isFinite(left) ? ahead % 6 === 0 : ahead % 6 === 1) {
		return { first: 0, concepts: 0, lastStage: CODE, questions: 4, drill: 'long' };
	}
	return {
		first: Number.POSITIVE_INFINITY,
		concepts: unread > ahead ? 2 : 1,
		lastStage: CODE,
		questions: 1,
		drill: 'none',
	};
}
