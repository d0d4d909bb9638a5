/** When the prompts of a review come up, as things stand. */
import type { Day } from '../log/studyDay.ts';
import { askedOf, type ReviewInput } from './asked.ts';

export interface ComingDay {
	readonly day: Day;
	/** Prompts that are asked from it on. */
	readonly count: number;
}

/** The days after today on which prompts come up, soonest first. */
export function comingDays(input: ReviewInput): ComingDay[] {
	const days = askedOf(input)
		.map(({ from }) => from)
		.filter((day) => day > input.day);
	return [...Map.groupBy(days, (day) => day)]
		.map(([day, own]) => ({ day, count: own.length }))
		.sort((a, b) => a.day - b.day);
}
