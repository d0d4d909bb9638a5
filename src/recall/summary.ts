/**
 * What every page knows of the review without scheduler and database: how many prompts come due on which day, and which stages are
 * done. Written after each change; it is a copy and may be lost.
 */
import { kept } from '../keeping/kept.ts';
import type { Day } from './studyDay.ts';

export interface Summary {
	/** Of each concept in the review: pairs of a study day and the number of prompts that become due on it. */
	readonly due: Readonly<Record<string, readonly (readonly [Day, number])[]>>;
	/** Numbers of the stages marked done, by the concept's slug. */
	readonly stages: Readonly<Record<string, readonly number[]>>;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const isPair = (value: unknown): value is [Day, number] =>
	Array.isArray(value) && value.length === 2 && value.every(Number.isSafeInteger);

const isStage = (value: unknown): value is number =>
	Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 6;

function lists<Item>(value: unknown, isItem: (item: unknown) => item is Item): Record<string, Item[]> {
	if (!isRecord(value)) return {};
	return Object.fromEntries(
		Object.entries(value).map(([slug, list]) => [slug, Array.isArray(list) ? list.filter(isItem) : []]),
	);
}

const place = kept('summary', (value): Summary | undefined =>
	isRecord(value) ? { due: lists(value.due, isPair), stages: lists(value.stages, isStage) } : undefined,
);

/** The summary of the site, or undefined when the reader has not used the review. */
export function readSummary(): Summary | undefined {
	return place.read();
}

/**
 * Keeps a summary, undefined forgets it, and tells the window by a `storage` event, which browsers give to other tabs only. Where
 * storage is blocked or full, pages show no counts: they are a courtesy, the history is elsewhere.
 */
export function writeSummary(summary: Summary | undefined): void {
	if (summary) place.keep(summary);
	else place.forget();
	globalThis.dispatchEvent?.(new Event('storage'));
}

/** Prompts due on a day, of one concept or of all. */
export function dueCount({ due }: Summary, day: Day, concept?: string): number {
	const lists = concept === undefined ? Object.values(due) : [due[concept] ?? []];
	return lists.flat().reduce((sum, [from, count]) => (from <= day ? sum + count : sum), 0);
}

/** Concepts with prompts due on a day, most first. */
export function dueConcepts(summary: Summary, day: Day): { readonly concept: string; readonly due: number }[] {
	return Object.keys(summary.due)
		.map((concept) => ({ concept, due: dueCount(summary, day, concept) }))
		.filter(({ due }) => due > 0)
		.sort((a, b) => b.due - a.due);
}
