/** When the prompts of a review come up, as things stand. */
import { type Card, isAsked } from './card.ts';
import { dueDay, type Plan } from './plan.ts';
import type { Revisions } from './queue.ts';
import type { Scheduler } from './scheduler.ts';
import type { Day } from './studyDay.ts';

export interface ComingDay {
	readonly day: Day;
	/** Prompts that become due on it. */
	readonly count: number;
}

/** The days after today on which prompts become due, soonest first. */
export function comingDays(
	cards: readonly Card[],
	revisions: Revisions,
	today: Day,
	plan: Plan,
	scheduler: Scheduler,
): ComingDay[] {
	const days = cards
		.filter((card) => isAsked(card) && revisions.has(card.prompt))
		.map((card) => dueDay(card, plan, scheduler))
		.filter((day) => day > today);
	return [...Map.groupBy(days, (day) => day)]
		.map(([day, own]) => ({ day, count: own.length }))
		.sort((a, b) => a.day - b.day);
}
