/** What the log says of one prompt: a card, computed by replaying its events. Undoing is replaying without what was undone. */
import { type AnswerEvent, liveEvents, type PromptEvent, type Rating } from '../log/events.ts';
import { type Day, dayOf } from '../log/studyDay.ts';
import type { Memory, Scheduler } from './scheduler.ts';

/** Raised whenever replaying the same events gives another card than before; cards kept by older code are then rebuilt. */
export const CARD_VERSION = 2;

/** Misses that are remembered to tell that a prompt does not stick. */
const MISSES_KEPT = 5;

export interface Card {
	/** `<slug>/<id>` */
	readonly prompt: string;
	/** Revision of the text that the memory belongs to. */
	readonly revision: number;
	/** The reader added it to the review. */
	readonly enrolled: boolean;
	readonly suspended: boolean;
	/** The reader's note, when the prompt is flagged. */
	readonly note?: string;
	/** Day from which it is asked for the first time, set when it is added or reset. */
	readonly from: Day;
	/** Absent until the first answer, and after a reset. */
	readonly memory?: Memory;
	/** The last answer that the scheduler learned from. Present together with `memory`. */
	readonly last?: {
		readonly day: Day;
		readonly rating: Rating;
		/** Days since the answer before it. */
		readonly elapsed: number;
		/** Milliseconds from question to grade. */
		readonly duration: number;
	};
	/** Answers that the scheduler learned from since the start or the last reset. */
	readonly answers: number;
	/** Days of the last few misses, of a prompt that was remembered before, oldest first. */
	readonly misses: readonly Day[];
	/** The last answer was a miss on this day, and it has not been remembered since: it comes back in the same sitting. */
	readonly missed?: Day;
	/** Events of the log about this prompt, those taken back included. */
	readonly events: number;
}

/** Whether a card is asked at all. */
export function isAsked({ enrolled, suspended }: Card): boolean {
	return enrolled && !suspended;
}

function without<Key extends keyof Card>(card: Card, ...keys: readonly Key[]): Omit<Card, Key> {
	const rest = { ...card };
	for (const key of keys) delete rest[key];
	return rest;
}

function emptyCard(prompt: string): Card {
	return {
		prompt,
		revision: 1,
		enrolled: false,
		suspended: false,
		from: 0,
		answers: 0,
		misses: [],
		events: 0,
	};
}

/**
 * The card after an answer from memory.
 *
 * A raised revision means that the prompt asks something else now: what was remembered or missed of the old text is no evidence, so
 * its memory starts anew with the first answer to the new one. An answer to an older text than the card's, from a page that was open
 * for long, changes nothing.
 */
export function afterAnswer(
	card: Card,
	answer: Pick<AnswerEvent, 'rating' | 'revision' | 'study' | 'duration'>,
	scheduler: Scheduler,
): Card {
	if (answer.revision < card.revision && card.memory) return card;
	const day = dayOf(answer.study);
	const isNewText = answer.revision > card.revision;
	const { memory, last } = isNewText ? (without(card, 'memory', 'last') as Card) : card;
	const misses = isNewText ? [] : card.misses;
	const elapsed = last ? Math.max(0, day - last.day) : 0;
	const isMiss = answer.rating === 1;
	return {
		...without(card, 'missed'),
		revision: answer.revision,
		memory: scheduler.next(memory, answer.rating, elapsed),
		last: { day, rating: answer.rating, elapsed, duration: answer.duration },
		answers: memory ? card.answers + 1 : 1,
		misses: isMiss && memory ? [...misses, day].slice(-MISSES_KEPT) : misses,
		...(isMiss && { missed: day }),
	};
}

function afterEvent(card: Card, event: PromptEvent, scheduler: Scheduler): Card {
	switch (event.kind) {
		case 'review':
			return afterAnswer(card, event, scheduler);
		case 'retry':
			return event.rating > 1 ? without(card, 'missed') : card;
		case 'enrol':
			return card.enrolled
				? card
				: { ...card, enrolled: true, from: dayOf(event.study), ...(!card.memory && { revision: event.revision }) };
		case 'reset':
			return { ...without(card, 'memory', 'last', 'missed'), from: dayOf(event.study), answers: 0, misses: [] };
		case 'suspend':
			return { ...card, suspended: true };
		case 'resume':
			return { ...card, suspended: false };
		case 'flag':
			return event.note ? { ...card, note: event.note } : without(card, 'note');
		case 'undo':
			return card;
	}
}

/**
 * Replays the events of one prompt, in any order given.
 *
 * @returns undefined when there are none
 */
export function cardOf(events: readonly PromptEvent[], scheduler: Scheduler): Card | undefined {
	const [first] = events;
	if (!first) return undefined;
	const replayed = liveEvents(events).reduce(
		(card, event) => afterEvent(card, event, scheduler),
		emptyCard(first.prompt),
	);
	return { ...replayed, events: events.length };
}

/** Replays a whole log. */
export function cardsOf(events: readonly PromptEvent[], scheduler: Scheduler): Card[] {
	return [...Map.groupBy(events, ({ prompt }) => prompt).values()].flatMap((own) => cardOf(own, scheduler) ?? []);
}
