/** A reader's recall as the pages use it: what they did goes into the log, and what they see is computed from it. */
import { eraseKept } from '../keeping/erase.ts';
import { type BackupFile, writeBackupFile } from './autoBackup.ts';
import type { ImportPreview } from './backup.ts';
import { type Card, isAsked } from './card.ts';
import {
	conceptOf,
	type Draft,
	isPromptEvent,
	LONGEST_ANSWER,
	LONGEST_NOTE,
	liveEvents,
	type PromptEvent,
	type Rating,
	type RecallEvent,
	type Source,
	subjectOf,
} from './events.ts';
import { dueDay, type Plan, planOn } from './plan.ts';
import { attempt, type Problem, problem, RecallError, type Result } from './problems.ts';
import type { Revisions } from './queue.ts';
import { checkedNow, eventsAhead, movedToNow, stamped } from './record.ts';
import type { Scheduler } from './scheduler.ts';
import type { Session } from './schema.ts';
import { type Settings, wrongSettings } from './settings.ts';
import type { Contents, State, Store } from './store/store.ts';
import { type Clock, DAY, type Day, dateOf, HOUR, studyTime, today } from './studyDay.ts';
import { type Summary, writeSummary } from './summary.ts';

/** A prompt as the site has it now. */
export interface PromptRef {
	/** `<slug>/<id>` */
	readonly prompt: string;
	readonly revision: number;
}

/** An answer from memory, graded. */
export interface GradedAnswer extends PromptRef {
	readonly rating: Rating;
	/** Milliseconds from question to grade. */
	readonly duration: number;
	readonly source: Source;
	/** Practice after a miss in the same sitting: the scheduler does not learn from it. */
	readonly isRetry?: boolean;
	/** When it was given, in milliseconds since 1970, if not now. */
	readonly at?: number;
}

/** What was written, durably. */
export interface Recorded {
	/** Give them to `undo` to take them back. */
	readonly events: readonly RecallEvent[];
	/** The new cards of the prompts they are about. */
	readonly cards: readonly Card[];
}

/** What the *Storage* panel says. */
export interface StorageFacts {
	/** `memory`: everything ends with the page. */
	readonly kind: Store['kind'];
	readonly events: number;
	readonly prompts: number;
	readonly sessions: number;
	/** Damaged records set aside; backups carry them. */
	readonly setAside: number;
	/** Bytes that the whole site uses, and may use, by the browser's own estimate. */
	readonly bytes: number | undefined;
	readonly quota: number | undefined;
	/** The browser's own answer to whether it may delete the data when space runs low; undefined when it does not say. */
	readonly persisted: boolean | undefined;
	/** The last backup that left the browser, in milliseconds since 1970. */
	readonly lastBackup: number | undefined;
	/** Events since then. */
	readonly unsaved: number;
	/** A reminder is due: enough has been done since the last backup. */
	readonly remind: boolean;
	/** Backups go to a file by themselves. */
	readonly automatic: boolean;
	/** When the snapshot before the last import was made, if there is one to go back to. */
	readonly snapshot: number | undefined;
}

/** A file that the reader chose. */
export type BackupInput = Pick<Blob, 'size' | 'text'>;

/** As `newId` makes them; a backup takes no other ids. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Characters of JSON that one drill may take, written answers included. */
const LONGEST_SESSION = 1_000_000;

/** Events without a backup after which the reader is reminded. */
export const REMIND_AFTER = 30;

/** Days that the summary for the other pages looks ahead. */
const SUMMARY_DAYS = 60;

export interface RecallOptions {
	readonly store: Store;
	readonly scheduler: Scheduler;
	readonly clock: Clock;
	readonly newId: () => string;
	/** Tells other tabs that something changed. They read again; nothing else is said. */
	readonly channel?: Pick<BroadcastChannel, 'postMessage' | 'addEventListener' | 'close'> | undefined;
	readonly manager?: Partial<Pick<StorageManager, 'persist' | 'persisted' | 'estimate'>> | undefined;
	/** Why the history ends with the page, when it does. */
	readonly notice?: Problem | undefined;
}

export interface Recall {
	readonly kind: Store['kind'];
	/** To be shown on every page that records: why nothing outlives the page. */
	readonly notice: Problem | undefined;
	readonly scheduler: Scheduler;
	readonly clock: Clock;
	/** The study day it is now. */
	day(): Day;
	/** The plan by the settings, today. */
	plan(settings: Settings): Plan;
	/** Cards, stages and settings as they are; kept up to date by what is recorded here, read anew when another tab changed them. */
	load(): Promise<Result<State>>;
	/** Called after every change, of this tab or another. Returns how to stop it. */
	subscribe(listener: () => void): () => void;
	/** Tells which prompts the site has, so that the counts on other pages leave out what vanished. */
	know(revisions: Revisions): Promise<void>;

	/**
	 * Adds prompts to the review, with the answers of a check that was just done. Those that are in it already stay as they are.
	 *
	 * @returns also the browser's answer to whether it will keep the data, asked at the first time; undefined otherwise
	 */
	enrol(
		prompts: readonly PromptRef[],
		answers?: readonly GradedAnswer[],
	): Promise<Result<Recorded & { readonly persisted: boolean | undefined }>>;
	answer(answer: GradedAnswer): Promise<Result<Recorded>>;
	/** Takes events back, by replay. What was taken back already stays so. */
	undo(events: readonly RecallEvent[]): Promise<Result<Recorded>>;
	/** What the reader did today that holds, latest first: what can be undone after a reload. */
	recent(): Promise<Result<PromptEvent[]>>;
	suspend(prompts: readonly string[]): Promise<Result<Recorded>>;
	resume(prompts: readonly string[]): Promise<Result<Recorded>>;
	reset(prompts: readonly string[]): Promise<Result<Recorded>>;
	/** Flags a prompt with a note; an empty note takes the flag away. */
	flag(prompt: string, note: string): Promise<Result<Recorded>>;
	/** Marks a stage, 1 to 6, of a concept done or not. */
	markStage(concept: string, stage: number, done: boolean): Promise<Result<Recorded>>;
	/** Moves answers that were given under a clock that was ahead to now; the way on after a problem of kind `clock`. */
	moveAheadToNow(): Promise<Result<Recorded>>;

	/** The log of a stretch of study days, both included, without what was taken back: for the calendar and a prompt's history. */
	history(from: Day, to: Day): Promise<Result<RecallEvent[]>>;
	saveSettings(change: Partial<Omit<Settings, 'changed'>>): Promise<Result<Settings>>;

	/** Drills, latest first. Their `data` is what the drill put there. */
	sessions(): Promise<Result<Session[]>>;
	/** Saves a drill under its id (`newId()`), new or again. Data that is too long is a problem of kind `invalid`. */
	saveSession(id: string, data: unknown): Promise<Result<Session>>;
	deleteSession(id: string): Promise<Result<void>>;

	/** The backup's text, and a name for its file. Call `backedUp` once it is with the reader. */
	exportBackup(): Promise<Result<{ readonly name: string; readonly text: string }>>;
	/** Remembers that a backup left the browser now. */
	backedUp(): Promise<Result<void>>;
	/** What importing a backup would change. Changes nothing. */
	previewImport(file: BackupInput): Promise<Result<ImportPreview>>;
	/** Merges a backup into the history, all or nothing, after a snapshot of what was. */
	importBackup(file: BackupInput): Promise<Result<ImportPreview>>;
	/** Goes back to the snapshot before the last import: what was recorded since is lost. */
	restoreSnapshot(): Promise<Result<void>>;
	/** Backups go to this file from now on; undefined ends it. The reader has picked it, so it may be written now. */
	backUpTo(file: BackupFile | undefined): Promise<Result<void>>;
	/** Writes the backup to the file that was picked, if there is one and the browser still allows it. */
	backUpNow(): Promise<Result<'written' | 'no-file'>>;
	storage(): Promise<Result<StorageFacts>>;
	/** Asks the browser to keep the data; its own answer. */
	persist(): Promise<boolean | undefined>;
	/** Deletes everything. Offer a backup first. */
	erase(): Promise<Result<void>>;
	close(): void;
}

/** What the other pages are told; see {@link Summary}. Undefined when there is nothing to tell. */
export function summaryOf(
	{ cards, stages }: Pick<State, 'cards' | 'stages'>,
	day: Day,
	plan: Plan,
	scheduler: Scheduler,
	revisions?: Revisions,
): Summary | undefined {
	const due = new Map<string, Map<Day, number>>();
	for (const card of cards.filter(isAsked)) {
		const revision = revisions?.get(card.prompt);
		if (revisions && revision === undefined) continue;
		const rewritten = card.memory !== undefined && revision !== undefined && revision > card.revision;
		const from = rewritten || card.missed === day ? day : Math.max(day, dueDay(card, plan, scheduler));
		if (from > day + SUMMARY_DAYS) continue;
		const days = due.get(conceptOf(card.prompt)) ?? new Map<Day, number>();
		due.set(conceptOf(card.prompt), days.set(from, (days.get(from) ?? 0) + 1));
	}
	if (due.size === 0 && Object.keys(stages).length === 0) return undefined;
	return {
		due: Object.fromEntries([...due].map(([concept, days]) => [concept, [...days].sort(([a], [b]) => a - b)])),
		stages,
	};
}

function invalid(message: string): RecallError {
	return new RecallError({ kind: 'invalid', message });
}

export function createRecall(options: RecallOptions): Recall {
	const { store, scheduler, clock, newId, channel, manager, notice } = options;
	const listeners = new Set<() => void>();
	let state: State | undefined;
	let revisions: Revisions | undefined;

	const plan = (settings: Settings): Plan => planOn(today(clock), settings);

	const tellPages = (): void => {
		if (!state || store.kind === 'memory') return;
		writeSummary(summaryOf(state, today(clock), plan(state.settings), scheduler, revisions));
	};

	const current = async (): Promise<State> => {
		state ??= await store.load();
		return state;
	};

	const notify = (): void => {
		for (const listener of listeners) listener();
	};

	/** Reads the state anew and tells everyone. What was written is durable by now, whatever becomes of this. */
	const changed = async (next?: State): Promise<void> => {
		state = next;
		channel?.postMessage('changed');
		try {
			await current();
			tellPages();
		} catch {
			// The next load says what is wrong.
		}
		notify();
	};

	channel?.addEventListener('message', () => {
		state = undefined;
		notify();
	});

	const record = async (drafts: readonly Draft[]): Promise<Recorded> => {
		const before = state;
		const subjects = [...new Set(drafts.map(subjectOf))];
		const recorded = await store.append(subjects, (logs) => stamped(drafts, logs, clock, newId));
		const known = new Map(before?.cards.map((card) => [card.prompt, card]));
		for (const card of recorded.cards) known.set(card.prompt, card);
		const isOnlyPrompts = recorded.events.every(isPromptEvent);
		await changed(
			before && isOnlyPrompts
				? { ...before, cards: [...known.values()], events: before.events + recorded.events.length }
				: undefined,
		);
		return recorded;
	};

	const recordAll = (prompts: readonly string[], kind: 'suspend' | 'resume' | 'reset'): Promise<Result<Recorded>> =>
		attempt(() => record(prompts.map((prompt) => ({ kind, prompt }))));

	const draftOf = ({ isRetry, ...answer }: GradedAnswer): Draft => ({
		...answer,
		kind: isRetry ? 'retry' : 'review',
		duration: Math.min(LONGEST_ANSWER, Math.max(0, Math.round(answer.duration) || 0)),
	});

	const backup = async (): Promise<{ name: string; text: string; events: number }> => {
		const { backupName, backupText } = await import('./backup.ts');
		const contents = await store.contents();
		return {
			name: backupName(dateOf(today(clock))),
			text: backupText(contents, scheduler.identity, clock.now()),
			events: contents.events.length,
		};
	};

	const opened = async (file: BackupInput): Promise<Contents> => {
		const { readBackupFile } = await import('./backup.ts');
		const read = await readBackupFile(file);
		if (!read.ok) throw new RecallError(read.problem);
		return read.value;
	};

	const persist = async (): Promise<boolean | undefined> => {
		try {
			return await manager?.persist?.();
		} catch {
			return undefined;
		}
	};

	const noteBackup = async (events: number): Promise<void> => store.keepNote('backup', { time: clock.now(), events });

	return {
		kind: store.kind,
		notice,
		scheduler,
		clock,
		day: () => today(clock),
		plan,
		load: () =>
			attempt(async () => {
				const loaded = await current();
				tellPages();
				return loaded;
			}),
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		async know(known) {
			revisions = known;
			tellPages();
		},

		enrol: (prompts, answers = []) =>
			attempt(async () => {
				const { cards } = await current();
				const enrolled = new Set(cards.filter((card) => card.enrolled).map(({ prompt }) => prompt));
				const started = new Map(answers.toReversed().map(({ prompt, at }) => [prompt, at]));
				const drafts = prompts
					.filter(({ prompt }) => !enrolled.has(prompt))
					.map(({ prompt, revision }): Draft => {
						const at = started.get(prompt);
						return { kind: 'enrol', prompt, revision, ...(at !== undefined && { at }) };
					});
				const recorded = await record([...drafts, ...answers.map(draftOf)]);
				return { ...recorded, persisted: enrolled.size === 0 ? await persist() : undefined };
			}),
		answer: (answer) => attempt(() => record([draftOf(answer)])),
		undo: (events) =>
			attempt(() =>
				record(events.filter(isPromptEvent).map(({ prompt, id }) => ({ kind: 'undo', prompt, target: id }))),
			),
		recent: () =>
			attempt(async () => {
				const from = today(clock) * DAY;
				const events = (await store.events(from, from + DAY)).filter(isPromptEvent);
				return liveEvents(events).sort((a, b) => b.time - a.time || b.study - a.study);
			}),
		suspend: (prompts) => recordAll(prompts, 'suspend'),
		resume: (prompts) => recordAll(prompts, 'resume'),
		reset: (prompts) => recordAll(prompts, 'reset'),
		flag: (prompt, note) => attempt(() => record([{ kind: 'flag', prompt, note: note.trim().slice(0, LONGEST_NOTE) }])),
		markStage: (concept, stage, done) =>
			attempt(() => record([{ kind: done ? 'stage-done' : 'stage-undone', concept, stage }])),
		moveAheadToNow: () =>
			attempt(async () => {
				const from = studyTime(clock.now(), clock) - 24 * HOUR;
				return record(movedToNow(eventsAhead((await store.events(from)).filter(isPromptEvent), clock)));
			}),

		history: (from, to) => attempt(async () => liveEvents(await store.events(from * DAY, (to + 1) * DAY))),
		saveSettings: (change) =>
			attempt(async () => {
				const saved = await store.changeSettings((settings) => {
					const next = { ...settings, ...change, changed: checkedNow(clock) };
					const [wrong] = wrongSettings(next);
					if (!wrong) return next;
					throw invalid(`This value of "${wrong}" cannot be used. The settings stay as they were.`);
				});
				await changed(state && { ...state, settings: saved });
				return saved;
			}),

		sessions: () => attempt(async () => (await store.sessions()).sort((a, b) => b.saved - a.saved)),
		saveSession: (id, data) =>
			attempt(async () => {
				if (!UUID.test(id)) throw invalid(`"${id}" is no id for a drill.`);
				const text = JSON.stringify(data) ?? 'null';
				if (text.length > LONGEST_SESSION) {
					throw invalid('This drill is too long to be saved. Shorten its notes and try again.');
				}
				const saved: Session = { id, saved: checkedNow(clock), data: JSON.parse(text) };
				await store.saveSession(saved);
				return saved;
			}),
		deleteSession: (id) => attempt(() => store.deleteSession(id)),

		exportBackup: () => attempt(backup),
		backedUp: () => attempt(async () => noteBackup((await current()).events)),
		previewImport: (file) =>
			attempt(async () => {
				const { previewImport } = await import('./backup.ts');
				const incoming = await opened(file);
				return previewImport(await store.contents(), incoming);
			}),
		importBackup: (file) =>
			attempt(async () => {
				const { backupText, merged, previewImport } = await import('./backup.ts');
				const incoming = await opened(file);
				const time = checkedNow(clock);
				let preview: ImportPreview | undefined;
				await store.replace(
					(contents) => {
						preview = previewImport(contents, incoming);
						return merged(contents, incoming);
					},
					(contents) => ({ time, text: backupText(contents, scheduler.identity, time) }),
				);
				await changed();
				if (!preview) throw new RecallError(problem('storage-failed'));
				return preview;
			}),
		restoreSnapshot: () =>
			attempt(async () => {
				const snapshot = await store.note('snapshot');
				if (!snapshot) throw invalid('There is no snapshot to go back to.');
				const contents = await opened(new Blob([snapshot.text]));
				await store.replace(() => contents);
				await store.keepNote('snapshot', undefined);
				await changed();
			}),
		backUpTo: (file) =>
			attempt(async () => {
				await store.keepNote('backupFile', file);
				if (!file) return;
				const { text, events } = await backup();
				await writeBackupFile(file, text);
				await noteBackup(events);
			}),
		backUpNow: () =>
			attempt(async () => {
				const file = (await store.note('backupFile')) as BackupFile | undefined;
				if (!file) return 'no-file';
				const { text, events } = await backup();
				await writeBackupFile(file, text);
				await noteBackup(events);
				return 'written';
			}),
		storage: () =>
			attempt(async () => {
				const { events, cards, setAside } = await current();
				const [last, file, snapshot, sessions] = await Promise.all([
					store.note('backup'),
					store.note('backupFile'),
					store.note('snapshot'),
					store.sessions(),
				]);
				const estimate = await manager?.estimate?.().catch(() => undefined);
				const persisted = await manager?.persisted?.().catch(() => undefined);
				const unsaved = Math.max(0, events - (last?.events ?? 0));
				return {
					kind: store.kind,
					events,
					prompts: cards.filter(({ enrolled }) => enrolled).length,
					sessions: sessions.length,
					setAside,
					bytes: estimate?.usage,
					quota: estimate?.quota,
					persisted,
					lastBackup: last?.time,
					unsaved,
					remind: unsaved >= REMIND_AFTER,
					automatic: file !== undefined,
					snapshot: snapshot?.time,
				};
			}),
		persist,
		erase: () =>
			attempt(async () => {
				await store.erase();
				eraseKept();
				writeSummary(undefined);
				await changed();
			}),
		close() {
			channel?.close();
			store.close();
			listeners.clear();
		},
	};
}
