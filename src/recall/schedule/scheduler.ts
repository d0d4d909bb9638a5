/**
 * What the memory model says, behind one small interface: how an answer changes what is remembered, how likely it is to be
 * remembered after some days, and after how many days that falls to what the reader asked for.
 *
 * Days are the reader's study days and are passed in as whole numbers: the model never sees a clock, so it cannot count UTC days.
 */
import { shareOf } from '../../ground/chance.ts';
import type { Rating } from '../log/events.ts';
import { HIGHEST_RETENTION, LOWEST_RETENTION } from '../log/limits.ts';
import { FSRSAlgorithm, fuzzRange } from './fsrs.ts';

/** What the model keeps of one prompt. */
export interface Memory {
	/** Days until the probability of recall falls to 90 %. Between .001 and 36,500. */
	readonly stability: number;
	/** From 1, easy, to 10. */
	readonly difficulty: number;
}

/** Kept beside the log, so that a history says what it was scheduled by. */
export interface SchedulerIdentity {
	readonly name: string;
	readonly version: string;
	readonly weights: readonly number[];
}

export interface Scheduler {
	readonly identity: SchedulerIdentity;
	/** Memory after an answer; `days` since the last one, 0 or more, is ignored at the first. */
	next(memory: Memory | undefined, rating: Rating, days: number): Memory;
	/** Probability of recall some days after the last answer, between 0 and 1. */
	recall(memory: Memory, days: number): number;
	/**
	 * Days from the last answer to the next, at least 1, spread a little so that prompts learned together part. The spread depends
	 * on the seed alone, so that what a button promises is what happens.
	 *
	 * @param retention Probability of recall wanted when the prompt comes up.
	 * @param elapsed Days that had passed before the last answer.
	 */
	interval(memory: Memory, retention: number, seed: string, elapsed: number): number;
}

/** Exactly the version that package.json pins: the next major one changes the model. */
export const FSRS_VERSION = '5.4.2';

/** Days below which an interval is not spread, and days that none exceeds. */
const SHORTEST_SPREAD = 3;
const LONGEST_INTERVAL = 36_500;

function checked(name: string, value: number, lowest: number, highest: number): number {
	if (value >= lowest && value <= highest) return value;
	throw new RangeError(`${name} is ${value}; expected ${lowest} to ${highest}`);
}

function checkedMemory(memory: Memory): Memory {
	checked('stability', memory.stability, 0.001, 36_500);
	checked('difficulty', memory.difficulty, 1, 10);
	return memory;
}

/** FSRS 6 with its default weights, which beat those that other schedulers fit to a reader. */
export function fsrsScheduler(): Scheduler {
	const model = new FSRSAlgorithm({ enable_short_term: true });
	/** Interval per day of stability, for each of the few retentions that are asked for. */
	const modifiers = new Map<number, number>();
	const modifierFor = (retention: number): number => {
		const known = modifiers.get(retention);
		if (known !== undefined) return known;
		checked('retention', retention, LOWEST_RETENTION, HIGHEST_RETENTION);
		const modifier = model.calculate_interval_modifier(retention);
		modifiers.set(retention, modifier);
		return modifier;
	};
	return {
		identity: { name: 'ts-fsrs', version: FSRS_VERSION, weights: [...model.parameters.w] },
		next(memory, rating, days) {
			checked('rating', rating, 1, 4);
			checked('days', days, 0, 100_000);
			return model.next_state(memory ? checkedMemory(memory) : null, Math.floor(days), rating);
		},
		recall(memory, days) {
			return model.forgetting_curve(checked('days', days, 0, 100_000), checkedMemory(memory).stability);
		},
		interval(memory, retention, seed, elapsed) {
			const exact = Math.round(checkedMemory(memory).stability * modifierFor(retention));
			const days = Math.min(Math.max(1, exact), LONGEST_INTERVAL);
			if (days < SHORTEST_SPREAD) return days;
			const { min_ivl, max_ivl } = fuzzRange(days, elapsed, LONGEST_INTERVAL);
			// A share, not a remainder: of two intervals the longer one must stay the longer.
			return min_ivl + Math.floor(shareOf(seed) * (max_ivl - min_ivl + 1));
		},
	};
}
