/**
 * A sitting under way, in the check and in the review: its round, the answer that is shown, and what was done, so that each step can be taken
 * back. Pure: it is told what was recorded of a step.
 */
import type { RecallEvent } from '../log/events.ts';
import { type Answer, answered, type Round, roundState } from './round.ts';

/** Something that can be taken back. */
export interface Step {
	/** The round as it was before. */
	readonly before: Round;
	/** What was recorded of it; nothing of an answer that is not stored, or not yet. */
	readonly events: readonly RecallEvent[];
}

export interface Sitting {
	readonly round: Round;
	readonly steps: readonly Step[];
	/** The prompt whose answer is shown. One that takes its place begins unanswered. */
	readonly shown?: string | undefined;
	/** The reader ended it before its last prompt. */
	readonly isEnded?: boolean;
}

/** The sitting with the answer to its current prompt shown. */
export function revealed(sitting: Sitting): Sitting {
	return { ...sitting, shown: roundState(sitting.round).current };
}

/** The sitting after a step that can be taken back: it goes on with another round, and no answer is shown. */
export function stepped({ round: before, steps }: Sitting, round: Round, events: readonly RecallEvent[]): Sitting {
	return { round, steps: [...steps, { before, events }] };
}

/** The sitting after an answer. One that is not shown cannot be graded: a second press changes nothing. */
export function graded(sitting: Sitting, answer: Answer, events: readonly RecallEvent[]): Sitting {
	const { round, shown } = sitting;
	const next = shown === answer.prompt ? answered(round, answer) : round;
	return next === round ? sitting : stepped(sitting, next, events);
}

/** The sitting without its last step, with the answer shown that was graded by it. */
export function takenBack(sitting: Sitting): Sitting {
	const last = sitting.steps.at(-1);
	return last ? revealed({ round: last.before, steps: sitting.steps.slice(0, -1) }) : sitting;
}
