/** Every prompt of the site as the page of all prompts lists it: with what the reader's history says of it, and what can be done about it. */
import { count } from '../../../ground/words.ts';
import type { Result } from '../../log/failures.ts';
import type { RecallConcept } from '../../prompts.ts';
import type { Recall } from '../../recall.ts';
import type { Recorded } from '../../recording.ts';
import type { Card } from '../../schedule/card.ts';
import { type Action, type PromptStatus, statusOf } from '../../schedule/status.ts';
import type { Reader } from '../progress/reader.ts';

/** One prompt of the site, and what the reader's history says of it. */
export interface Item {
	readonly prompt: string;
	readonly revision: number;
	readonly card: Card | undefined;
	readonly status: PromptStatus;
}

/** The prompts of a concept, in its order. */
export function itemsOf({ input }: Reader, cards: ReadonlyMap<string, Card>, { slug, prompts }: RecallConcept): Item[] {
	return Object.entries(prompts).map(([id, revision]) => {
		const prompt = `${slug}/${id}`;
		const card = cards.get(prompt);
		return { prompt, revision, card, status: statusOf(card, revision, input) };
	});
}

/** Records an action for prompts at once. */
export function run(recall: Recall, action: Action, items: readonly Item[]): Promise<Result<Recorded>> {
	const prompts = items.map(({ prompt }) => prompt);
	switch (action) {
		case 'add':
			return recall.enrol(items.map(({ prompt, revision }) => ({ prompt, revision })));
		case 'suspend':
			return recall.suspend(prompts);
		case 'resume':
			return recall.resume(prompts);
		case 'reset':
			return recall.reset(prompts);
	}
}

/** "14 prompts, 9 in your review, 2 due". */
export function countWords(items: readonly Item[]): string {
	const number = (kind: PromptStatus['kind']): number => items.filter(({ status }) => status.kind === kind).length;
	const [outside, due, suspended] = [number('outside'), number('due'), number('suspended')];
	return [
		count(items.length, 'prompt'),
		...(outside < items.length ? [`${items.length - outside} in your review`] : []),
		...(due > 0 ? [`${due} due`] : []),
		...(suspended > 0 ? [`${suspended} suspended`] : []),
	].join(', ');
}

export const filters = {
	all: 'All prompts',
	review: 'In your review',
	due: 'Due today',
	outside: 'Not in your review',
	suspended: 'Suspended',
	flagged: 'With a note of yours',
} as const;
export type Filter = keyof typeof filters;

export function passes({ status: { kind }, card }: Item, filter: Filter): boolean {
	if (filter === 'all') return true;
	if (filter === 'flagged') return card?.note !== undefined;
	return filter === 'review' ? kind !== 'outside' : kind === filter;
}
