/**
 * What may happen to a prompt when its reader keeps to the plan: answers fall as the model says they do, by chance that can be
 * repeated. Averages over a few such walks say what a plan costs and brings.
 */
import { afterAnswer, type Card } from './card.ts';
import { hashOf, randomFrom } from './chance.ts';
import { dueDay, type Plan, recallOn } from './plan.ts';
import type { Scheduler } from './scheduler.ts';
import { DAY, type Day } from './studyDay.ts';

/** How likely a prompt is remembered that was just added, of which nothing is known yet. */
const FIRST_TIME = 0.75;

export interface Walk {
	/** Days on which it was asked, ascending. */
	readonly days: readonly Day[];
	/** The card at the end. */
	readonly card: Card;
}

/** Walks from a day to another, excluded. Walks of one prompt differ by their number. */
export function walk(card: Card, from: Day, to: Day, plan: Plan, scheduler: Scheduler, number = 0): Walk {
	const random = randomFrom(hashOf(`${card.prompt} ${number}`));
	const days: Day[] = [];
	let now = card;
	for (let day = Math.max(from, dueDay(now, plan, scheduler)); day < to; ) {
		const remembered = random() < (recallOn(day, now, scheduler) ?? FIRST_TIME);
		const answer = { rating: remembered ? 3 : 1, revision: now.revision, study: day * DAY, duration: 0 } as const;
		now = afterAnswer(now, answer, scheduler);
		days.push(day);
		day = Math.max(day + 1, dueDay(now, plan, scheduler));
	}
	return { days, card: now };
}
