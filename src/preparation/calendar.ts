/**
 * The days until an interview: what to read, answer, review and drill on each. Pure: the same history on the same day gives the same
 * calendar. A day is planned from what is left and from how far the interview is, from nothing else, so that the calendar of tomorrow is
 * today's without today, and a missed day moves what it held.
 */
import { THIRD } from '../concepts/stageNumbers.ts';
import { type Day, dateOf, type Preparation, type StagesDone, weekday } from '../recall/index.ts';
import type { MaterialConcept } from './material.ts';
import { Done } from './parts.ts';
import { Planner } from './planner.ts';

/** What is done in one go. */
export type Work =
	/** Prompts that the schedule asks. */
	| { readonly kind: 'review'; readonly prompts: number }
	/** Stages 1 to 4. */
	| { readonly kind: 'read'; readonly concept: string; readonly stages: readonly number[] }
	| { readonly kind: 'answer'; readonly concept: string; readonly questions: readonly string[] }
	| { readonly kind: 'check'; readonly concept: string; readonly prompts: number }
	/** "In one breath", the equation or the table of costs, the red flags. */
	| { readonly kind: 'aloud'; readonly concepts: readonly string[] }
	| { readonly kind: 'drill'; readonly concepts: readonly string[] };

export type Item = Work & {
	readonly minutes: number;
	/** It does not fit into the day: the rest of it comes next. */
	readonly goesOn?: boolean;
};

export interface CalendarDay {
	readonly day: Day;
	/** Days until the interview. */
	readonly left: number;
	readonly isOff: boolean;
	readonly items: readonly Item[];
}

/** What a reader has done before the first day. */
export interface Known {
	readonly stages: StagesDone;
	/** Questions that were answered, as `slug/id`. */
	readonly answered: ReadonlySet<string>;
}

export interface CalendarInput {
	/** The first day. */
	readonly from: Day;
	/** Undefined for no date: the next four weeks are planned. */
	readonly interview: Day | undefined;
	readonly preparation: Preparation;
	readonly concepts: ReadonlyMap<string, MaterialConcept>;
	readonly known: Known;
	/** Answers to expect of the review as it stands, by days from the first. */
	readonly reviews: readonly number[];
	/** Answers to expect of one new prompt, by days from its check; the check itself is not among them. */
	readonly newPrompt: readonly number[];
	/** Most prompts a day. */
	readonly dailyLimit: number;
	/** What an answer takes, in seconds. */
	readonly seconds: number;
}

export interface Calendar {
	readonly days: readonly CalendarDay[];
	/** Chosen concepts that are not read by then, in order. */
	readonly leftOut: readonly string[];
	/** Concepts that were not chosen, read because what was chosen builds on them. */
	readonly inserted: readonly string[];
	/** Unread concepts that a chosen one builds on and that the calendar has no time for. */
	readonly missing: readonly { readonly concept: string; readonly needs: readonly string[] }[];
}

/** Days that are planned without a date. */
const OPEN_DAYS = 28;
/** What a list builds on is read as well when there is more time than this. */
const DAYS_FOR_NEEDS = 7;

/** Whether a reader takes a day off. The day of the interview is none. */
export function isOff(day: Day, { daysOff, datesOff }: Preparation, interview: Day | undefined): boolean {
	return day !== interview && (daysOff.includes(weekday(day)) || datesOff.includes(dateOf(day)));
}

/** The calendar for concepts in an order. */
function planned(order: readonly MaterialConcept[], input: CalendarInput): Pick<Calendar, 'days' | 'leftOut'> {
	const { from, interview, preparation } = input;
	const count = (interview ?? from + OPEN_DAYS - 1) - from + 1;
	const planner = new Planner(order, input, count);
	const offDays = Array.from({ length: count }, (_, index) => isOff(from + index, preparation, interview));
	const days = offDays.map((isOff, index): CalendarDay => {
		const day = from + index;
		const left = interview === undefined ? Number.POSITIVE_INFINITY : interview - day;
		if (isOff) {
			planner.pass(index);
			return { day, left, isOff, items: [] };
		}
		const ahead = offDays.filter((off, at) => !off && at >= index && from + at !== interview).length;
		return { day, left, isOff, items: planner.work({ index, left, ahead }) };
	});
	return { days, leftOut: planner.unread.map(({ slug }) => slug) };
}

/** The chosen concepts, each behind what it builds on, as far as that is unread. */
function withNeeds(chosen: readonly string[], { concepts, known }: CalendarInput): string[] {
	const done = new Done(known);
	const ordered = new Set<string>();
	const place = (slug: string): void => {
		if (ordered.has(slug)) return;
		for (const need of concepts.get(slug)?.needs ?? []) {
			if (!chosen.includes(need) && !done.isRead(need, THIRD)) place(need);
		}
		ordered.add(slug);
	};
	for (const slug of chosen) place(slug);
	return [...ordered];
}

export function calendar(input: CalendarInput): Calendar {
	const { concepts, preparation, known, from, interview } = input;
	const chosen = preparation.concepts.filter((slug) => concepts.has(slug));
	const listOf = (slugs: readonly string[]) => slugs.flatMap((slug) => concepts.get(slug) ?? []);
	const plain = planned(listOf(chosen), input);
	const extended = withNeeds(chosen, input);
	const hasTime = interview === undefined || interview - from > DAYS_FOR_NEEDS;
	if (hasTime && extended.length > chosen.length) {
		const wide = planned(listOf(extended), input);
		// Nothing that was chosen gives way to what was not.
		if (wide.leftOut.every((slug) => plain.leftOut.includes(slug))) {
			return { ...wide, inserted: extended.filter((slug) => !chosen.includes(slug)), missing: [] };
		}
	}
	const done = new Done(known);
	const missing = listOf(chosen).flatMap(({ slug, needs }) => {
		const unread = needs.filter((need) => !chosen.includes(need) && !done.isRead(need, THIRD));
		return done.isRead(slug, THIRD) || unread.length === 0 ? [] : { concept: slug, needs: unread };
	});
	return { ...plain, inserted: [], missing };
}
