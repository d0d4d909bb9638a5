/**
 * Recall as other folders use it: `openRecall` gives the reader's history, the functions beside it compute what pages show.
 *
 * A page that only shows counts or rings imports `summary.ts` and `log/studyDay.ts` alone, which bring neither scheduler nor database.
 */

import { databaseName } from '../keeping/keys.ts';
import { newId } from '../keeping/newId.ts';
import { loadPart } from '../loading/loadPart.ts';
import { attempt, isRefusal, type Problem, problem, type Result } from './log/problems.ts';
import { type Clock, deviceClock } from './log/studyDay.ts';
import { createRecall, type Recall } from './recall.ts';
import { fsrsScheduler } from './schedule/scheduler.ts';
import { hasDatabase, indexedDbStore } from './store/indexedDb.ts';

export { type BackupFile, canPickFile } from './backups/autoBackup.ts';
export type { ImportPreview } from './backups/backup.ts';
export type { BackupInput, StorageFacts, WayBack } from './backups/backups.ts';
export { conceptOf, type Rating, type RecallEvent, type Source } from './log/events.ts';
export { HIGHEST_RETENTION, LOWEST_RETENTION } from './log/limits.ts';
export type { Mark } from './log/marks.ts';
export { type Problem, type ProblemKind, type Result, valueIn } from './log/problems.ts';
export type { Session } from './log/schema.ts';
export { defaultSettings, type Settings } from './log/settings.ts';
export type { StagesDone } from './log/stageProgress.ts';
export { type Clock, type Day, dateOf, dayOf, dayOfDate, studyTime } from './log/studyDay.ts';
export {
	type AnkiText,
	fetchAnkiTexts,
	fetchPrompts,
	fetchRecallCatalog,
	type PromptText,
	type RecallCatalog,
	type RecallConcept,
	revisionsOf,
} from './prompts.ts';
export type { Recall } from './recall.ts';
export type { GradedAnswer, PromptRef, Recorded } from './recording.ts';
export type { Revisions } from './schedule/asked.ts';
export { type Card, isAsked } from './schedule/card.ts';
export { type ComingDay, comingDays } from './schedule/coming.ts';
export { dueDay, type Plan, planOn, preview, recallOn } from './schedule/plan.ts';
export {
	type AlmanacDay,
	almanac,
	costOfRetention,
	type ForecastDay,
	forecast,
	isKnown,
	KNOWN,
	type Outlook,
	outlook,
	type Progress,
	type ProgressInput,
	progressByConcept,
	progressOf,
} from './schedule/progress.ts';
export { buildQueue, isStubborn, type Queue, type QueueItem, type Reason } from './schedule/queue.ts';
export {
	type Answer,
	answered,
	answersOf,
	caughtUp,
	type Round,
	type RoundState,
	roundState,
	startRound,
	takenBack,
	withoutPrompt,
} from './schedule/round.ts';
export type { Scheduler } from './schedule/scheduler.ts';
export type { State } from './store/store.ts';

export interface OpenOptions {
	readonly clock?: Clock;
	/** Problems that come without being asked for: an older tab in the way, or this tab having become the older one. */
	readonly onProblem?: (problem: Problem) => void;
}

/**
 * Opens the reader's history. It creates nothing: the database comes with the first thing recorded. Where the browser lets the site
 * keep nothing, the history lives as long as the page and `notice` says so. A problem is one that a reload or closing a tab solves.
 */
export async function openRecall({ clock = deviceClock, onProblem }: OpenOptions = {}): Promise<Result<Recall>> {
	const scheduler = fsrsScheduler();
	const inMemory = (): Promise<Result<Recall>> =>
		attempt(async () => {
			const { memoryStore } = await loadPart(() => import('./store/memory.ts'));
			const notice = problem('storage-blocked');
			return createRecall({ store: memoryStore(scheduler), scheduler, clock, newId, notice });
		});
	if (!hasDatabase()) return inMemory();
	let recall: Recall | undefined;
	const heard = (found: Problem): void => {
		if (found.kind === 'erased-elsewhere') recall?.refresh();
		onProblem?.(found);
	};
	const store = indexedDbStore({ name: databaseName(), scheduler, onProblem: heard });
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
		onProblem,
	});
	return { ok: true, value: recall };
}
