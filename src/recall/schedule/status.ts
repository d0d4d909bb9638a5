/** How each prompt of the site stands with a reader, and what they can do with it: one, or all of a concept at once. */
import type { Day } from '../log/studyDay.ts';
import { type Asking, askedFrom } from './asked.ts';
import type { Card } from './card.ts';

export type PromptStatus =
	/** Not in the review. */
	| { readonly kind: 'outside' }
	/** Asked today. */
	| { readonly kind: 'due' }
	/** In the review, and asked from a later day on. */
	| { readonly kind: 'waiting'; readonly from: Day }
	/** In the review, and not asked until it is resumed. */
	| { readonly kind: 'suspended' };

/** @param revision Of the text that the site has now. */
export function statusOf(card: Card | undefined, revision: number, asking: Asking): PromptStatus {
	if (!card?.enrolled) return { kind: 'outside' };
	const from = askedFrom(card, revision, asking);
	if (from === undefined) return { kind: 'suspended' };
	return from <= asking.day ? { kind: 'due' } : { kind: 'waiting', from };
}

/** What a reader can do with prompts at once. */
export type Action = 'add' | 'suspend' | 'resume' | 'reset';

export const actions: readonly Action[] = ['add', 'suspend', 'resume', 'reset'];

/** Whether an action would change anything about a prompt. */
export function isOpenTo(action: Action, card: Card | undefined): boolean {
	switch (action) {
		case 'add':
			return !card?.enrolled;
		case 'suspend':
			return card?.enrolled === true && !card.suspended;
		case 'resume':
			return card?.enrolled === true && card.suspended;
		case 'reset':
			return card?.enrolled === true && card.memory !== undefined;
	}
}
