/**
 * What to answer today, and in which order: what is most likely forgotten first, prompts of one concept apart, at most as many as the
 * reader wants in a day. What does not fit waits; nothing piles up as a debt.
 */
import { conceptOf } from '../log/events.ts';
import type { Day } from '../log/studyDay.ts';
import { askedFrom, isRewritten, type ReviewInput } from './asked.ts';
import { type Card, isAsked } from './card.ts';
import { dueDay, recallOn } from './due.ts';
import { secondsAnAnswer } from './pace.ts';

/** Why a prompt is asked today. */
export type Reason =
	/** The chance of recall has fallen to what the reader asked for. */
	| 'due'
	/** Added to the review and never answered. */
	| 'new'
	/** Asked once more, to be fresh on the day of the interview. */
	| 'interview'
	/** It was missed today and has not been remembered since. */
	| 'missed'
	/** Its text asks something else than when it was last answered. */
	| 'rewritten';

export interface QueueItem {
	readonly prompt: string;
	readonly concept: string;
	readonly card: Card;
	readonly reason: Reason;
	/** Probability that it is remembered today; undefined for a prompt without an answer. */
	readonly recall: number | undefined;
	/** Days since it became due. */
	readonly overdue: number;
	/** Missed again and again: its section is worth reading once more. */
	readonly stubborn: boolean;
}

export interface Queue {
	/** What is to be answered now, in order. */
	readonly items: readonly QueueItem[];
	/** Due today as well, and more than the reader wants in a day. */
	readonly waiting: number;
	/** Prompts answered today. */
	readonly answered: number;
	/** In the review, but no longer on the site. Their history is kept. */
	readonly vanished: readonly Card[];
	/** Minutes that the items will take, at the pace of earlier answers. */
	readonly minutes: number;
	/** The next day on which something becomes due, after today. */
	readonly next: { readonly day: Day; readonly count: number } | undefined;
}

export interface QueueInput extends ReviewInput {
	readonly dailyLimit: number;
}

/** Misses within this many days that make a prompt stubborn. */
const STUBBORN_MISSES = 3;
const STUBBORN_DAYS = 60;

export function isStubborn({ misses }: Card, day: Day): boolean {
	return misses.filter((miss) => day - miss < STUBBORN_DAYS).length >= STUBBORN_MISSES;
}

/** Why a prompt is asked that is. */
function reasonOf(card: Card, revision: number, { target, day, scheduler }: QueueInput): Reason {
	if (card.missed === day) return 'missed';
	if (isRewritten(card, revision)) return 'rewritten';
	if (!card.memory) return 'new';
	if (target.interview === undefined) return 'due';
	return dueDay(card, { ...target, interview: undefined }, scheduler) > day ? 'interview' : 'due';
}

/** Lowest recall first; new prompts after all that can be forgotten. */
function byUrgency(a: QueueItem, b: QueueItem): number {
	return (a.recall ?? 2) - (b.recall ?? 2) || (a.prompt < b.prompt ? -1 : 1);
}

/**
 * Keeps the order as far as prompts of one concept do not follow each other while there are others. A concept with more than half of
 * what is left comes first, or its prompts would meet at the end.
 */
export function apart(items: readonly QueueItem[]): QueueItem[] {
	const placed = items.map((item, place) => ({ item, place }));
	const concepts = [...Map.groupBy(placed, ({ item }) => item.concept).values()].map((own) => own.reverse());
	const ordered: QueueItem[] = [];
	let last: (typeof concepts)[number] | undefined;
	for (let left = items.length; left > 0; left--) {
		let chosen: (typeof concepts)[number] | undefined;
		let best = Number.POSITIVE_INFINITY;
		for (const own of concepts) {
			const next = own.at(-1);
			if (!next || (own === last && own.length < left)) continue;
			const place = 2 * own.length > left ? -1 : next.place;
			if (place < best) [chosen, best] = [own, place];
		}
		const next = chosen?.pop();
		if (next) ordered.push(next.item);
		last = chosen;
	}
	return ordered;
}

export function buildQueue(input: QueueInput): Queue {
	const { cards, revisions, day, dailyLimit, scheduler } = input;
	const due: QueueItem[] = [];
	const missed: QueueItem[] = [];
	const vanished: Card[] = [];
	const coming = new Map<Day, number>();
	let answered = 0;
	for (const card of cards) {
		if (card.last?.day === day) answered++;
		if (!isAsked(card)) continue;
		const revision = revisions.get(card.prompt);
		if (revision === undefined) {
			vanished.push(card);
			continue;
		}
		const from = askedFrom(card, revision, input) ?? day;
		if (from > day) {
			coming.set(from, (coming.get(from) ?? 0) + 1);
			continue;
		}
		const reason = reasonOf(card, revision, input);
		const recall = recallOn(day, card, scheduler);
		const item: QueueItem = {
			prompt: card.prompt,
			concept: conceptOf(card.prompt),
			card,
			reason,
			recall,
			overdue: reason === 'due' || reason === 'new' ? Math.max(0, day - from) : 0,
			stubborn: isStubborn(card, day),
		};
		(reason === 'missed' ? missed : due).push(item);
	}
	const room = Math.max(0, dailyLimit - answered);
	const chosen = due.sort(byUrgency).slice(0, room);
	const items = [...apart(chosen), ...missed.sort(byUrgency)];
	const nextDay = Math.min(...coming.keys());
	return {
		items,
		waiting: due.length - chosen.length,
		answered,
		vanished,
		minutes: Math.ceil((items.length * secondsAnAnswer(cards)) / 60),
		next: Number.isFinite(nextDay) ? { day: nextDay, count: coming.get(nextDay) ?? 0 } : undefined,
	};
}
