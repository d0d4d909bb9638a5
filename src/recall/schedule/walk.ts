/**
 * What may happen to a prompt when its reader keeps to the schedule: answers fall as the model says they do, by chance that can be
 * repeated. Averages over a few such walks say what a target costs and brings.
 */
import { hashOf } from '../../ground/chance.ts';
import { uniform } from '../../ground/uniform.ts';
import { DAY, type Day } from '../log/studyDay.ts';
import { isRewritten } from './asked.ts';
import { afterAnswer, type Card } from './card.ts';
import { dueDay, recallOn, type Target } from './due.ts';
import type { Scheduler } from './scheduler.ts';

/** How likely a prompt is remembered of which nothing is known yet: it was just added, or asks something else now. */
const FIRST_TIME = 0.75;

export interface WalkInput {
	readonly card: Card;
	/** Of the text that is asked. */
	readonly revision: number;
	/** Day on which it is asked first. */
	readonly first: Day;
	/** The day on which the walk ends, excluded. */
	readonly end: Day;
	readonly target: Target;
	readonly scheduler: Scheduler;
	/** Walks of one prompt differ by their number. */
	readonly number: number;
}

export interface Walk {
	/** Days on which it was asked, ascending. */
	readonly days: readonly Day[];
	/** The card at the end. */
	readonly card: Card;
}

export function walk({ card, revision, first, end, target, scheduler, number }: WalkInput): Walk {
	const random = uniform(hashOf(`${card.prompt} ${number}`));
	const days: Day[] = [];
	let now = card;
	for (let day = first; day < end; day = Math.max(day + 1, dueDay(now, target, scheduler))) {
		const chance = isRewritten(now, revision) ? undefined : recallOn(day, now, scheduler);
		const remembered = random() < (chance ?? FIRST_TIME);
		const answer = { rating: remembered ? 3 : 1, revision, study: day * DAY, duration: 0 } as const;
		now = afterAnswer(now, answer, scheduler);
		days.push(day);
	}
	return { days, card: now };
}
