/**
 * A sitting under way, in the check and in the review: its round, the answer that is shown, and what was done, so that each step can be taken
 * back. What is recorded of a step, and when, is told to it.
 */
import type { RecallEvent } from '../log/events.ts';
import type { Reason } from './queue.ts';
import { type Answer, answered, caughtUp, type Round, roundState, startRound, withoutPrompt } from './round.ts';

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
	readonly shown: string | undefined;
	/** The reader ended it before its last prompt. */
	readonly isEnded: boolean;
}

export type SittingEvent =
	/** Shows the answer to the prompt that is asked. */
	| { readonly type: 'reveal' }
	/** Grades it. An answer that is not shown cannot be graded: a second press changes nothing. */
	| { readonly type: 'grade'; readonly answer: Answer; readonly events: readonly RecallEvent[] }
	/** A prompt is not asked any more. */
	| { readonly type: 'suspend'; readonly prompt: string; readonly events: readonly RecallEvent[] }
	/** A prompt starts over: it is asked as it was. */
	| { readonly type: 'reset'; readonly events: readonly RecallEvent[] }
	/** The last step is taken back, and the answer that was graded is shown again. */
	| { readonly type: 'take-back' }
	| { readonly type: 'end' }
	/** Goes on after an end. */
	| { readonly type: 'go-on' }
	/** Something changed elsewhere; see {@link caughtUp}. */
	| { readonly type: 'catch-up'; readonly queue: readonly { readonly prompt: string; readonly reason: Reason }[] }
	/** Answers that were not stored are now: these events, in their order. */
	| { readonly type: 'store'; readonly events: readonly RecallEvent[] };

/** A sitting that begins, with the answer to its first prompt shown if that is `shown`. */
export function beginSitting(round: Round, shown?: string): Sitting {
	return { round, steps: [], shown, isEnded: false };
}

/** A sitting that was broken off, by its answers and what was recorded of each. */
export function resumeSitting(
	prompts: readonly string[],
	given: readonly (Answer & { readonly event?: RecallEvent | undefined })[],
	isEnded = false,
): Sitting {
	const start = startRound(prompts);
	const answers = given.map(({ prompt, rating, duration, time }) => ({ prompt, rating, duration, time }));
	return {
		round: { ...start, answers },
		steps: given.map(({ event }, index) => ({
			before: { ...start, answers: answers.slice(0, index) },
			events: event ? [event] : [],
		})),
		shown: undefined,
		isEnded,
	};
}

/** The sitting after something happened in it. */
export function reduceSitting(sitting: Sitting, event: SittingEvent): Sitting {
	const { round, steps, shown } = sitting;
	const after = (next: Round, events: readonly RecallEvent[]): Sitting => ({
		...sitting,
		round: next,
		steps: [...steps, { before: round, events }],
		shown: undefined,
	});
	switch (event.type) {
		case 'reveal':
			return { ...sitting, shown: roundState(round).current };
		case 'grade': {
			const next = shown === event.answer.prompt ? answered(round, event.answer) : round;
			return next === round ? sitting : after(next, event.events);
		}
		case 'suspend':
			return after(withoutPrompt(round, event.prompt), event.events);
		case 'reset':
			return after(round, event.events);
		case 'take-back': {
			const last = steps.at(-1);
			if (!last) return sitting;
			const { before } = last;
			return { round: before, steps: steps.slice(0, -1), shown: roundState(before).current, isEnded: false };
		}
		case 'end':
		case 'go-on':
			return { ...sitting, shown: undefined, isEnded: event.type === 'end' };
		case 'catch-up':
			return { ...sitting, round: caughtUp(round, event.queue) };
		case 'store': {
			let at = 0;
			const stored = (): RecallEvent[] => event.events.slice(at, ++at);
			return {
				...sitting,
				steps: steps.map((step) => (step.events.length > 0 ? step : { ...step, events: stored() })),
			};
		}
	}
}
