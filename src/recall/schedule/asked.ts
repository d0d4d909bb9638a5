/** Which prompts of a review are asked, and from which day. Queue, counts, forecast, progress and settings all go by it. */
import type { Day } from '../log/studyDay.ts';
import { type Card, isAsked } from './card.ts';
import { dueDay, type Target } from './due.ts';
import type { Scheduler } from './scheduler.ts';

/** Revisions of the prompts that the site has, by `<slug>/<id>`. */
export type Revisions = ReadonlyMap<string, number>;

/** What the asking depends on besides card and text. */
export interface Asking {
	readonly day: Day;
	readonly target: Target;
	readonly scheduler: Scheduler;
}

/** A review on a day, as all that is shown of it is computed from; `Recall.input` makes it. */
export interface ReviewInput extends Asking {
	readonly cards: readonly Card[];
	/** The prompts that the site has. */
	readonly revisions: Revisions;
}

/** A card whose prompt is asked. */
export interface AskedCard {
	readonly card: Card;
	/** Of the text that the site has now. */
	readonly revision: number;
	/** The day from which; see {@link askedFrom}. */
	readonly from: Day;
}

/** Whether a prompt's text asks something else than when it was last answered. */
export function isRewritten({ memory, revision }: Card, now: number): boolean {
	return memory !== undefined && now > revision;
}

/**
 * The day from which a prompt is asked: one up to `day` means that it is asked today.
 *
 * @param revision Of the text that the site has now; undefined when it has none any more.
 * @returns undefined when it is not asked at all
 */
export function askedFrom(
	card: Card,
	revision: number | undefined,
	{ day, target, scheduler }: Asking,
): Day | undefined {
	if (!isAsked(card) || revision === undefined) return undefined;
	if (card.missed === day || isRewritten(card, revision)) return day;
	return dueDay(card, target, scheduler);
}

/** The cards whose prompts are asked, today or later. */
export function askedOf(input: ReviewInput): AskedCard[] {
	return input.cards.flatMap((card) => {
		const revision = input.revisions.get(card.prompt);
		const from = askedFrom(card, revision, input);
		return revision === undefined || from === undefined ? [] : { card, revision, from };
	});
}
