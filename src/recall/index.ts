/**
 * Recall as other rooms use it: `openRecall` gives the reader's history, the functions beside it compute what they show. Views that other
 * rooms share are in `views/index.ts`.
 *
 * A page that is painted from a copy of the history, or asks it whether a place is marked or a plan is there, imports `painting.ts`,
 * `marked.ts` or `planned.ts` alone: they bring neither scheduler nor database.
 */

import { databaseName } from '../keeping/keys.ts';
import { newId } from '../keeping/newId.ts';
import { loadPart } from '../loading/loadPart.ts';
import { attempt, type Failure, failure, isRefusal, type Result } from './log/failures.ts';
import { type Clock, deviceClock } from './log/studyDay.ts';
import { createRecall, type Recall } from './recall.ts';
import { fsrsScheduler } from './schedule/scheduler.ts';
import { hasDatabase } from './store/connection.ts';
import { indexedDbStore } from './store/indexedDb.ts';

export type { Answered } from './answered.ts';
export type { RecallEvent } from './log/events.ts';
export { type Failure, type Result, valueIn } from './log/failures.ts';
export { LEAST_MINUTES_A_DAY, MOST_MINUTES_A_DAY, type Preparation } from './log/preparation.ts';
export { isStageEvent, type StagesDone, stagesDone } from './log/stageProgress.ts';
export { type Day, dateOf, dayOf, dayOfDate, studyTime, weekday, weekdays } from './log/studyDay.ts';
export type { Recall } from './recall.ts';
export type { PromptRef } from './recording.ts';
export type { ReviewInput } from './schedule/asked.ts';
export { type Card, isAsked } from './schedule/card.ts';
export { recallOn } from './schedule/due.ts';
export { secondsAnAnswer } from './schedule/pace.ts';
export { forecast, progressOf } from './schedule/progress.ts';
export type { State } from './store/store.ts';

export interface OpenOptions {
	readonly clock?: Clock;
	/** Failures that come without being asked for: an older tab in the way, or this tab having become the older one. */
	readonly onFailure?: (failure: Failure) => void;
}

/**
 * Opens the reader's history. It creates nothing: the database comes with the first thing recorded. Where the browser lets the site
 * keep nothing, the history lives as long as the page and `notice` says so. A failure is one that a reload or closing a tab mends.
 */
export async function openRecall({ clock = deviceClock, onFailure }: OpenOptions = {}): Promise<Result<Recall>> {
	const scheduler = fsrsScheduler();
	const inMemory = (): Promise<Result<Recall>> =>
		attempt(async () => {
			const { memoryStore } = await loadPart(() => import('./store/memory.ts'));
			const notice = failure('storage-blocked');
			return createRecall({ store: memoryStore(scheduler), scheduler, clock, newId, notice });
		});
	if (!hasDatabase()) return inMemory();
	let recall: Recall | undefined;
	const heard = (found: Failure): void => {
		if (found.kind === 'erased-elsewhere') recall?.refresh();
		onFailure?.(found);
	};
	const store = indexedDbStore({ name: databaseName(), scheduler, onFailure: heard });
	let refused = false;
	const opened = await attempt(async () => {
		try {
			return await store.load();
		} catch (error) {
			refused = isRefusal(error);
			throw error;
		}
	});
	if (refused) return inMemory();
	if (!opened.ok) return opened;
	recall = createRecall({
		store,
		scheduler,
		clock,
		newId,
		channel: globalThis.BroadcastChannel && new BroadcastChannel(databaseName()),
		manager: globalThis.navigator?.storage,
		onFailure,
	});
	return { ok: true, value: recall };
}
