/**
 * What every page knows of the review without scheduler and database: how many prompts come due on which day, and which stages are
 * done. Written after each change; it is a copy and may be lost. The text of `summaryFrom` and `countDue` goes into pages
 * (`painting.ts`), so they use nothing but what they are given.
 */
import { SECONDS_A_PROMPT } from '../concepts/readingTime.ts';
import { STAGES } from '../concepts/stageNumbers.ts';
import { kept } from '../keeping/kept.ts';
import { MOST_A_DAY } from './log/settings.ts';
import type { Day } from './log/studyDay.ts';

export interface Summary {
	/** Of each concept in the review: pairs of a study day and the number of prompts that are asked from it on. */
	readonly due: Readonly<Record<string, readonly (readonly [Day, number])[]>>;
	/** Numbers of the stages marked done, by the concept's slug. */
	readonly stages: Readonly<Record<string, readonly number[]>>;
	/** Most prompts a day that the reader wants; those missed on the day come back beyond it. */
	readonly limit: number;
	/** A day, the prompts answered on it, and of these those that were missed and come back. */
	readonly done: readonly [Day, number, number];
	/** What an answer takes, in seconds. */
	readonly seconds: number;
}

/** What is written besides, for the few pages that read it. */
export interface Beside {
	/** Each marked place, and whether there is a note on it; see `marked.ts`. */
	readonly marks: readonly (readonly [concept: string, anchor: string, hasNote: boolean])[];
	/** The reader has a plan until an interview; see `planned.ts`. */
	readonly planned: boolean;
}

/** What is taken for true where nothing that is kept says otherwise. */
export const usual = { stages: STAGES, limit: MOST_A_DAY, seconds: SECONDS_A_PROMPT };

/** A summary from what is kept, whatever it is: what has not its form counts for nothing. */
export function summaryFrom(value: unknown, otherwise: typeof usual): Summary {
	const { due, stages, limit, done, seconds } = (value ?? {}) as Record<string, unknown>;
	const lists = <Item>(record: unknown, isItem: (item: unknown) => boolean): Record<string, Item[]> =>
		Object.fromEntries(
			Object.entries(record ?? {}).map(([slug, list]) => [slug, Array.isArray(list) ? list.filter(isItem) : []]),
		);
	const isCounts = (list: unknown): boolean => Array.isArray(list) && list.every(Number.isSafeInteger);
	return {
		due: lists(due, (pair) => isCounts(pair) && (pair as unknown[]).length === 2),
		stages: lists(stages, (stage) => Number.isInteger(stage) && Number(stage) > 0 && Number(stage) <= otherwise.stages),
		limit: Number.isSafeInteger(limit) ? (limit as number) : otherwise.limit,
		done: isCounts(done) && (done as unknown[]).length === 3 ? (done as [Day, number, number]) : [0, 0, 0],
		seconds: Number(seconds) > 0 ? Number(seconds) : otherwise.seconds,
	};
}

/** Prompts of a concept due on a day; of all, those that are still asked on it. */
export function countDue({ due, limit, done: [on, answered, missed] }: Summary, day: Day, concept?: string): number {
	let count = 0;
	for (const [slug, days] of Object.entries(due)) {
		for (const [from, prompts] of days) if (from <= day && (concept ?? slug) === slug) count += prompts;
	}
	if (concept !== undefined) return count;
	return on === day ? Math.min(count - missed, Math.max(0, limit - answered)) + missed : Math.min(count, limit);
}

/** Written alone: it is read by the script of each page (`painting.ts`), and what stands beside it by those who need that. */
const place = kept<Summary>('summary', () => undefined);

/**
 * Keeps a summary, undefined forgets it, and tells the window by a `storage` event, which browsers give to other tabs only. Where
 * storage is blocked or full, pages show no counts: they are a courtesy, the history is elsewhere.
 */
export function writeSummary(summary: (Summary & Partial<Beside>) | undefined): void {
	if (summary) place.keep(summary);
	else place.forget();
	globalThis.dispatchEvent?.(new Event('storage'));
}
