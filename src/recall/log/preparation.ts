/** What a reader prepares with: the concepts they chose, and the time they have. Kept with the settings; `preparation/` makes the calendar. */
import type { QuestionLevel } from '../../concepts/interview.ts';

export interface Preparation {
	/** Id of the path that it was begun with; null for an own choice. */
	readonly path: string | null;
	/** Slugs in the order in which they are read; what comes last is left out first. */
	readonly concepts: readonly string[];
	/** The level that is interviewed for. */
	readonly level: QuestionLevel;
	/** Minutes of a day that is not off. */
	readonly minutes: number;
	/** Weekdays off, 0 for Monday to 6 for Sunday. */
	readonly daysOff: readonly number[];
	/** Dates off, `2026-05-04`. */
	readonly datesOff: readonly string[];
}

export const LEAST_MINUTES_A_DAY = 15;
export const MOST_MINUTES_A_DAY = 480;

/** More than any catalog has; a list that is longer is none of ours. */
const LONGEST_LIST = 1000;

const isListOf = (value: unknown, form: RegExp, type = 'string'): boolean =>
	Array.isArray(value) &&
	value.length <= LONGEST_LIST &&
	value.every((item) => typeof item === type && form.test(item));

/** Whether a value has the form of a preparation, exactly. A level that nobody interviews for is harmless, and its list is not loaded. */
export function isPreparation(value: unknown): value is Preparation {
	const { path, concepts, level, minutes, daysOff, datesOff, ...rest } = (value ?? {}) as Record<string, unknown>;
	return (
		Object.keys(rest).length === 0 &&
		isListOf([path ?? ''], /^[a-z0-9-]*$/) &&
		isListOf(concepts, /^[a-z0-9-]+$/) &&
		isListOf([level], /^[a-z]+$/) &&
		Number.isInteger(minutes) &&
		Number(minutes) >= LEAST_MINUTES_A_DAY &&
		Number(minutes) <= MOST_MINUTES_A_DAY &&
		isListOf(daysOff, /^[0-6]$/, 'number') &&
		// A week without a day to work on has no calendar.
		new Set(daysOff as unknown[]).size < 7 &&
		isListOf(datesOff, /^\d{4}-\d\d-\d\d$/)
	);
}
