/**
 * What is asked in one sitting: prompts one after the other, misses again at the end until each was remembered once. A round is its items and
 * the answers given, nothing else; everything shown follows from them.
 */
import type { Rating } from '../log/events.ts';
import type { Reason } from './queue.ts';

export interface Answer {
	/** `<slug>/<id>` */
	readonly prompt: string;
	readonly rating: Rating;
	/** Milliseconds from question to grade. */
	readonly duration: number;
	/** When it was graded, in milliseconds since 1970. */
	readonly time: number;
}

export interface Round {
	/** Prompts in the order in which they are first asked. */
	readonly prompts: readonly string[];
	/** Prompts missed earlier today: their answers are retries from the start. */
	readonly missed: readonly string[];
	readonly answers: readonly Answer[];
}

export interface RoundState {
	/** The prompt asked now, or undefined when all are done. */
	readonly current: string | undefined;
	/** Whether an answer to it is practice, from which the scheduler must not learn. */
	readonly isRetry: boolean;
	/** Prompts still to be asked after the current one, in order. */
	readonly next: readonly string[];
	/** Of each prompt, in the order of the round, its first answer in this sitting. */
	readonly first: readonly { readonly prompt: string; readonly rating: Rating | undefined }[];
	/** Prompts missed at the first answer, whether or not remembered since. */
	readonly toReread: readonly string[];
	readonly done: boolean;
}

/** A new sitting. Of prompts missed earlier today, `missed`, only retries are asked, at the end. */
export function startRound(prompts: readonly string[], missed: readonly string[] = []): Round {
	return { prompts: [...new Set(prompts)].filter((prompt) => !missed.includes(prompt)), missed, answers: [] };
}

/** Where a sitting stands. */
export function roundState({ prompts, missed, answers }: Round): RoundState {
	const waiting = [...prompts, ...missed];
	const given = new Map<string, Rating>();
	for (const { prompt, rating } of answers) {
		const at = waiting.indexOf(prompt);
		if (at >= 0) waiting.splice(at, 1);
		if (!given.has(prompt)) given.set(prompt, rating);
		if (rating === 1) waiting.push(prompt);
	}
	const [current, ...next] = waiting;
	return {
		current,
		isRetry: current !== undefined && (given.has(current) || missed.includes(current)),
		next,
		first: prompts.map((prompt) => ({ prompt, rating: given.get(prompt) })),
		toReread: prompts.filter((prompt) => given.get(prompt) === 1),
		done: current === undefined,
	};
}

/** The sitting after an answer to its current prompt; an answer to any other, as from a second press, changes nothing. */
export function answered(round: Round, answer: Answer): Round {
	return roundState(round).current === answer.prompt ? { ...round, answers: [...round.answers, answer] } : round;
}

/** The sitting without a prompt that is no longer to be asked: suspended, or answered in another tab. */
export function withoutPrompt(round: Round, prompt: string): Round {
	return {
		prompts: round.prompts.filter((other) => other !== prompt),
		missed: round.missed.filter((other) => other !== prompt),
		answers: round.answers.filter((answer) => answer.prompt !== prompt),
	};
}

/** The answers of a sitting, each with whether it was a retry: what is recorded when the prompts are added to the review. */
export function answersOf(round: Round): (Answer & { readonly isRetry: boolean })[] {
	return round.answers.map((answer, index) => ({
		...answer,
		isRetry:
			round.missed.includes(answer.prompt) ||
			round.answers.slice(0, index).some(({ prompt }) => prompt === answer.prompt),
	}));
}

/**
 * The sitting after something changed elsewhere, by the queue as it is now. What another tab answered, suspended or reset is not
 * asked any more, and what was missed there is only practiced. Prompts with an answer in this sitting stay as they are.
 */
export function caughtUp(round: Round, queue: readonly { readonly prompt: string; readonly reason: Reason }[]): Round {
	const reasons = new Map(queue.map(({ prompt, reason }) => [prompt, reason]));
	const given = new Set(round.answers.map(({ prompt }) => prompt));
	const stays = (prompt: string): boolean => given.has(prompt) || reasons.has(prompt);
	const isMissed = (prompt: string): boolean => !given.has(prompt) && reasons.get(prompt) === 'missed';
	return {
		prompts: round.prompts.filter((prompt) => stays(prompt) && !isMissed(prompt)),
		missed: [...round.missed.filter(stays), ...round.prompts.filter(isMissed)],
		answers: round.answers,
	};
}
