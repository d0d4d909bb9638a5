/** Where a reader stands: what is remembered today, what comes, what was done, and what an interview date asks for. */
import { mean } from '../../ground/mean.ts';
import { conceptOf, isAnswer, type RecallEvent } from '../log/events.ts';
import { type Day, dayOf } from '../log/studyDay.ts';
import { askedOf, type ReviewInput } from './asked.ts';
import type { Card } from './card.ts';
import { recallOn } from './due.ts';
import type { Scheduler } from './scheduler.ts';
import { walk } from './walk.ts';

/** Probability of recall from which a prompt counts as known, if its last answer was no miss. */
const KNOWN = 0.8;

/** Walks that an average is taken over: enough for whole numbers, and quick. */
const WALKS = 8;

export interface Progress {
	/** Prompts that the site has. */
	readonly prompts: number;
	/** Of these, in the review. */
	readonly enrolled: number;
	/** Of these, answered at least once. */
	readonly answered: number;
	/** Of these, remembered last time and likely to be remembered today. */
	readonly known: number;
	/** Of those in the review, due today. */
	readonly due: number;
	/** Mean probability of recall today, over the prompts answered; undefined without any. */
	readonly recall: number | undefined;
	/** The first day after today on which a prompt becomes due. */
	readonly next: Day | undefined;
}

function isKnown(card: Card, day: Day, scheduler: Scheduler): boolean {
	return card.last?.rating !== 1 && (recallOn(day, card, scheduler) ?? 0) >= KNOWN;
}

/** Progress over a set of prompts, such as those of a concept: `only` says which of the site's count. */
export function progressOf(input: ReviewInput, only: (prompt: string) => boolean = () => true): Progress {
	const { cards, revisions, day, scheduler } = input;
	const here = cards.filter(({ prompt, enrolled }) => enrolled && revisions.has(prompt) && only(prompt));
	const days = askedOf({ ...input, cards: here }).map(({ from }) => from);
	const next = Math.min(...days.filter((due) => due > day));
	return {
		prompts: [...revisions.keys()].filter(only).length,
		enrolled: here.length,
		answered: here.filter(({ memory }) => memory).length,
		known: here.filter((card) => isKnown(card, day, scheduler)).length,
		due: days.filter((due) => due <= day).length,
		recall: mean(here.flatMap((card) => recallOn(day, card, scheduler) ?? [])),
		next: Number.isFinite(next) ? next : undefined,
	};
}

/** Progress of each concept that the site has prompts of, by its slug, in the order of `revisions`. */
export function progressByConcept(input: ReviewInput): Map<string, Progress> {
	const cards = Map.groupBy(input.cards, ({ prompt }) => conceptOf(prompt));
	const prompts = Map.groupBy(input.revisions, ([prompt]) => conceptOf(prompt));
	return new Map(
		[...prompts].map(([concept, own]) => [
			concept,
			progressOf({ ...input, cards: cards.get(concept) ?? [], revisions: new Map(own) }),
		]),
	);
}

export interface ForecastDay {
	readonly day: Day;
	/** Prompts that become due on this day as things stand; today's include all that is overdue. */
	readonly due: number;
	/** Answers to expect, with those that come again in the meantime. */
	readonly expected: number;
}

/** The coming days, today first. */
export function forecast(input: ReviewInput, days = 30): ForecastDay[] {
	const { day, target, scheduler } = input;
	const due = new Array<number>(days).fill(0);
	const expected = new Array<number>(days).fill(0);
	for (const { card, revision, from } of askedOf(input)) {
		const first = Math.max(day, from);
		if (first < day + days) due[first - day] = (due[first - day] ?? 0) + 1;
		for (let number = 0; number < WALKS; number++) {
			for (const on of walk({ card, revision, first, end: day + days, target, scheduler, number }).days) {
				expected[on - day] = (expected[on - day] ?? 0) + 1 / WALKS;
			}
		}
	}
	return due.map((count, index) => ({ day: day + index, due: count, expected: expected[index] ?? 0 }));
}

/** What each retention would cost: answers a day, on average over the coming days, for the prompts in the review. */
export function costOfRetention(
	input: ReviewInput,
	retentions: readonly number[],
	days = 90,
): { readonly retention: number; readonly perDay: number }[] {
	return retentions.map((retention) => {
		const expected = forecast({ ...input, target: { ...input.target, retention } }, days);
		return { retention, perDay: expected.reduce((sum, day) => sum + day.expected, 0) / days };
	});
}

export interface AlmanacDay {
	readonly day: Day;
	/** Answers, retries excluded. */
	readonly answers: number;
	/** Of these, remembered. */
	readonly remembered: number;
	/** Answers to prompts missed before in the same sitting. */
	readonly retries: number;
}

/** What was done on each day of a stretch, both ends included, by its events that hold. */
export function almanac(events: readonly RecallEvent[], from: Day, to: Day): AlmanacDay[] {
	const byDay = Map.groupBy(events.filter(isAnswer), ({ study }) => dayOf(study));
	return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => {
		const own = byDay.get(from + index) ?? [];
		const answers = own.filter(({ kind }) => kind === 'review');
		return {
			day: from + index,
			answers: answers.length,
			remembered: answers.filter(({ rating }) => rating > 1).length,
			retries: own.length - answers.length,
		};
	});
}

/** One prompt on the day of the interview. */
export interface Outlook {
	readonly prompt: string;
	/** Probability that it is remembered then when nothing is answered any more; undefined when it was never answered. */
	readonly untouched: number | undefined;
	/** The same when the schedule is kept to. */
	readonly kept: number;
	/** Days on which the schedule asks it until then, as it looks today. */
	readonly days: number;
}

/**
 * What will be remembered on a day to come, of every prompt in the review, what fades most first: what to study for an interview.
 * `target.interview` decides whether the schedule aims at that day.
 */
export function outlook(input: ReviewInput, on: Day): Outlook[] {
	const { day, target, scheduler } = input;
	return askedOf(input)
		.map(({ card, revision, from }): Outlook => {
			const walks = Array.from({ length: WALKS }, (_, number) =>
				walk({ card, revision, first: Math.max(day, from), end: on, target, scheduler, number }),
			);
			return {
				prompt: card.prompt,
				untouched: recallOn(on, card, scheduler),
				kept: mean(walks.map((walked) => recallOn(on, walked.card, scheduler) ?? 0)) ?? 0,
				days: Math.round(mean(walks.map(({ days }) => days.length)) ?? 0),
			};
		})
		.sort((a, b) => (a.untouched ?? 0) - (b.untouched ?? 0) || (a.prompt < b.prompt ? -1 : 1));
}

/** How many prompts the interview of the target brings up on another day than they would come without it. */
export function movedByInterview(input: ReviewInput): number {
	const without = askedOf({ ...input, target: { ...input.target, interview: undefined } });
	return askedOf(input).filter(({ from }, index) => from !== without[index]?.from).length;
}
