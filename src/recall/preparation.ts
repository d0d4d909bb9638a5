/** What a reader prepares with: the concepts they chose, and the time they have. Kept with the settings; `preparation/` makes the calendar. */
import { type QuestionLevel, questionLevels } from '../concepts/interview.ts';
import { dayOfDate } from './studyDay.ts';

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

const isListOf = (value: unknown, isItem: (item: unknown) => boolean): boolean =>
	Array.isArray(value) && value.length <= LONGEST_LIST && value.every(isItem);

const isSlug = (value: unknown): boolean => typeof value === 'string' && /^[a-z0-9-]{1,200}$/.test(value);

const checks: { readonly [Field in keyof Preparation]: (value: unknown) => boolean } = {
	path: (value) => value === null || isSlug(value),
	concepts: (value) => isListOf(value, isSlug),
	level: (value) => questionLevels.some((level) => level === value),
	minutes: (value) =>
		Number.isInteger(value) && Number(value) >= LEAST_MINUTES_A_DAY && Number(value) <= MOST_MINUTES_A_DAY,
	// A week without a day to work on has no calendar.
	daysOff: (value) =>
		isListOf(value, (day) => Number.isInteger(day) && Number(day) >= 0 && Number(day) < 7) &&
		new Set(value as number[]).size < 7,
	datesOff: (value) => isListOf(value, (date) => typeof date === 'string' && dayOfDate(date) !== undefined),
};

/** Whether a value has the form of a preparation, exactly. */
export function isPreparation(value: unknown): value is Preparation {
	if (typeof value !== 'object' || value === null) return false;
	const record = value as Readonly<Record<string, unknown>>;
	return (
		Object.keys(record).every((field) => Object.hasOwn(checks, field)) &&
		Object.entries(checks).every(([field, holds]) => holds(record[field]))
	);
}
