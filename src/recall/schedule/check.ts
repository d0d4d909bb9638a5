/** What a check does with its sitting beyond asking: it may be ended early, broken off, and stored when it is over. Pure. */
import type { RecallEvent } from '../log/events.ts';
import { type Answer, startRound } from './round.ts';
import type { Sitting } from './sitting.ts';

/** An answer, and the event that it has become if it is stored. */
export interface CheckAnswer extends Answer {
	readonly event?: RecallEvent | undefined;
}

/** The sitting ended before its last prompt, or gone on with after that. */
export function ended({ round, steps }: Sitting, isEnded: boolean): Sitting {
	return { round, steps, isEnded };
}

/** The sitting whose answers that were not stored are now, as these events, in their order. */
export function stored(sitting: Sitting, events: readonly RecallEvent[]): Sitting {
	let at = 0;
	const next = (): RecallEvent[] => events.slice(at, ++at);
	return {
		...sitting,
		steps: sitting.steps.map((step) => (step.events.length > 0 ? step : { ...step, events: next() })),
	};
}

/** Whether all of its answers are stored. */
export function isStored({ steps }: Sitting): boolean {
	return steps.every(({ events }) => events.length > 0);
}

/** The answers of a sitting, to be kept until it goes on. */
export function answersIn({ round, steps }: Sitting): CheckAnswer[] {
	return round.answers.map((answer, index) => ({ ...answer, event: steps[index]?.events[0] }));
}

/** A sitting that was broken off, by its answers. */
export function resumed(prompts: readonly string[], given: readonly CheckAnswer[]): Sitting {
	const start = startRound(prompts);
	const answers = given.map(({ prompt, rating, duration, time }) => ({ prompt, rating, duration, time }));
	return {
		round: { ...start, answers },
		steps: given.map(({ event }, index) => ({
			before: { ...start, answers: answers.slice(0, index) },
			events: event ? [event] : [],
		})),
	};
}
