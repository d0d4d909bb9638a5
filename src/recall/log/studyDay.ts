/**
 * Study time: the local wall clock, read so that its days turn at 4 in the morning. An answer given at 1 am belongs to the
 * evening before it. Everything that counts days counts study days; milliseconds are never compared across days.
 */

import { EARLIEST, LATEST } from './limits.ts';

/** A study day: whole days since 1 January 1970, on the reader's own calendar. */
export type Day = number;

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Hour of the local clock at which a study day begins. */
const TURN_HOUR = 4;

/** What time it is, and where. Injected, so that tests may travel. */
export interface Clock {
	/** Milliseconds since 1970 in UTC. */
	now(): number;
	/** How far the local clock is ahead of UTC at a moment, in milliseconds. */
	offset(time: number): number;
}

/** The clock of this device. */
export const deviceClock: Clock = {
	now: () => Date.now(),
	offset: (time) => -new Date(time).getTimezoneOffset() * 60_000,
};

/** Study time of a moment: milliseconds whose UTC days are the reader's study days. */
export function studyTime(time: number, clock: Clock): number {
	return time + clock.offset(time) - TURN_HOUR * HOUR;
}

/** The study day that a study time falls on. */
export function dayOf(study: number): Day {
	return Math.floor(study / DAY);
}

/**
 * The study day of a moment, by how far the local clock is ahead of UTC then. Its text goes into pages (`painting.ts`), so it uses nothing
 * but what it is given.
 */
export function studyDayAt(time: number, offset: number): Day {
	const hour = 3_600_000;
	return Math.floor((time + offset - 4 * hour) / (24 * hour));
}

/** The study day it is now. Of a clock that cannot be right, the nearest day that can be scheduled: pages still show what there is. */
export function today(clock: Clock): Day {
	const now = Math.min(LATEST, Math.max(EARLIEST, clock.now() || 0));
	return dayOf(studyTime(now, clock));
}

/** A study day as a date of the calendar, `2026-05-04`. */
export function dateOf(day: Day): string {
	return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The days of a week in their order, as `weekday` counts them. */
export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** 0 for Monday to 6 for Sunday. Day 0 was a Thursday. */
export function weekday(day: Day): number {
	return (((day + 3) % 7) + 7) % 7;
}

/** The study day of a calendar date such as `2026-05-04`, or undefined when it is none. */
export function dayOfDate(date: string): Day | undefined {
	const time = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) : Number.NaN;
	return Number.isNaN(time) || dateOf(time / DAY) !== date ? undefined : time / DAY;
}
