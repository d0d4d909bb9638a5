/** When the prompts of a review come up, as things stand. */
import type { Day } from '../log/studyDay.ts';
import { askedFrom } from './asked.ts';
import type { ProgressInput } from './progress.ts';

export interface ComingDay {
	readonly day: Day;
	/** Prompts that are asked from it on. */
	readonly count: number;
}

/** The days after today on which prompts come up, soonest first. */
export function comingDays(input: ProgressInput): ComingDay[] {
	const { cards, revisions, day: today } = input;
	const days = cards
		.flatMap((card) => askedFrom(card, revisions.get(card.prompt), input) ?? [])
		.filter((day) => day > today);
	return [...Map.groupBy(days, (day) => day)]
		.map(([day, own]) => ({ day, count: own.length }))
		.sort((a, b) => a.day - b.day);
}
