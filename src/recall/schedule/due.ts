/**
 * When each prompt comes up. Nothing of this is stored: the day follows from the card and the settings, so that a new retention or
 * interview date moves all days at once, and so that what a button shows before an answer is what the answer does.
 */
import { shareOf } from '../../ground/chance.ts';
import type { Rating } from '../log/events.ts';
import type { Settings } from '../log/settings.ts';
import { type Day, dayOf, dayOfDate } from '../log/studyDay.ts';
import { afterAnswer, type Card } from './card.ts';
import type { Memory, Scheduler } from './scheduler.ts';

/** What the schedule aims at: what due days depend on besides the cards. */
export interface Target {
	/** Probability of recall wanted when a prompt comes up. */
	readonly retention: number;
	/** Day of an interview that is still to come. */
	readonly interview: Day | undefined;
}

/** Probability of recall on the day of the interview that counts as fresh. */
export const FRESH = 0.95;

/** Days before an interview in which what is not fresh is asked once more. */
const FINAL_DAYS = 7;

/** The target that settings ask for on a day: an interview in the past is over. */
export function targetOn(day: Day, { retention, interview }: Settings): Target {
	const date = interview === null ? undefined : dayOfDate(interview);
	return { retention, interview: date !== undefined && date >= day ? date : undefined };
}

/**
 * The last asking before an interview: on one of the days from which remembering still lasts until then, each prompt on its own
 * day of them, so that they do not all fall on the eve. What fades within a day is asked on the eve.
 */
function finalDay(card: Card, memory: Memory, last: Day, interview: Day, scheduler: Scheduler): Day {
	const eve = interview - 1;
	const lasts = (day: Day): boolean =>
		scheduler.recall(scheduler.next(memory, 3, day - last), interview - day) >= FRESH;
	let earliest = Math.max(last + 1, interview - FINAL_DAYS);
	while (earliest < eve && !lasts(earliest)) earliest++;
	return earliest >= eve ? Math.max(eve, last) : earliest + Math.floor(shareOf(card.prompt) * (interview - earliest));
}

/** The day from which a prompt is due. */
export function dueDay(card: Card, { retention, interview }: Target, scheduler: Scheduler): Day {
	const { memory, last } = card;
	if (!memory || !last) return card.from;
	const due = last.day + scheduler.interval(memory, retention, `${card.prompt} ${card.answers}`, last.elapsed);
	if (interview === undefined || due < interview || last.day >= interview - 1) return due;
	return scheduler.recall(memory, interview - last.day) >= FRESH
		? due
		: finalDay(card, memory, last.day, interview, scheduler);
}

/** Probability that a prompt is remembered on a day; undefined before its first answer. */
export function recallOn(day: Day, { memory, last }: Card, scheduler: Scheduler): number | undefined {
	return memory && last ? scheduler.recall(memory, Math.max(0, day - last.day)) : undefined;
}

/**
 * The days until a prompt would come up again, for each grade. Recording the grade at the same study time, with the same revision,
 * gives exactly these.
 */
export function preview(
	card: Card,
	at: { readonly study: number; readonly revision: number },
	target: Target,
	scheduler: Scheduler,
): Record<Rating, number> {
	const days = (rating: Rating): number =>
		dueDay(afterAnswer(card, { ...at, rating, duration: 0 }, scheduler), target, scheduler) - dayOf(at.study);
	return { 1: days(1), 2: days(2), 3: days(3), 4: days(4) };
}
