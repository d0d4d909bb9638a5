/** A reader's recall as the pages use it: what they did goes into the log, and what they see is computed from it. */
import type { Renames } from '../keeping/rename.ts';
import { loadPart } from '../loading/loadPart.ts';
import type { Backups } from './backups/backups.ts';
import { whenQuiet } from './backups/whenQuiet.ts';
import { currentOf } from './current.ts';
import { liveEvents, type RecallEvent } from './log/events.ts';
import { attempt, type Failure, failureOf, invalid, type Result } from './log/failures.ts';
import { checkedNow } from './log/record.ts';
import type { SessionRecord } from './log/schema.ts';
import { type Settings, wrongSettings } from './log/settings.ts';
import { type Clock, DAY, type Day, today } from './log/studyDay.ts';
import { type Recording, recordingOf } from './recording.ts';
import type { ReviewInput, Revisions } from './schedule/asked.ts';
import { type Target, targetOn } from './schedule/due.ts';
import type { Scheduler } from './schedule/scheduler.ts';
import type { State, Store } from './store/store.ts';
import { writeSummary } from './summary.ts';
import { summaryOf } from './summaryOf.ts';

/** As `newId` makes them; a backup takes no other ids. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Characters of JSON that one drill may take, written answers included. */
const LONGEST_SESSION = 1_000_000;

/** How long nothing must have changed until the backup file is written, in milliseconds: a sitting is written once, not once an answer. */
const QUIET = 5000;

export interface RecallOptions {
	readonly store: Store;
	readonly scheduler: Scheduler;
	readonly clock: Clock;
	readonly newId: () => string;
	/** Tells other tabs that something changed. They read again; nothing else is said. */
	readonly channel?: Pick<BroadcastChannel, 'postMessage' | 'addEventListener' | 'close'> | undefined;
	readonly manager?: Partial<Pick<StorageManager, 'persist' | 'persisted' | 'estimate'>> | undefined;
	/** Why the history ends with the page, when it does. */
	readonly notice?: Failure | undefined;
	/** Hears of failures that come without being asked for. */
	readonly onFailure?: ((failure: Failure) => void) | undefined;
}

export interface Recall extends Backups, Recording {
	readonly kind: Store['kind'];
	/** To be shown on every page that records: why nothing outlives the page. */
	readonly notice: Failure | undefined;
	readonly scheduler: Scheduler;
	readonly clock: Clock;
	/** The study day it is now. */
	day(): Day;
	/** What the schedule aims at by the settings, today. */
	target(settings: Settings): Target;
	/**
	 * What queue, counts, forecast and progress of a state are computed from.
	 *
	 * @param revisions Of the prompts that the site has. Without them, each counts as it was answered.
	 * @param day Today, unless a page still shows another.
	 */
	input(state: Pick<State, 'cards' | 'settings'>, revisions?: Revisions, day?: Day): ReviewInput;
	/** Cards, stages, marks and settings as they are; kept up to date by what is recorded here, read anew when another tab changed them. */
	load(): Promise<Result<State>>;
	/** Called after every change, of this tab or another. Returns how to stop it. */
	subscribe(listener: () => void): () => void;
	/** Reads anew: what was kept was changed or deleted elsewhere. */
	refresh(): void;
	/** Tells which prompts the site has, so that the counts on other pages leave out what vanished. */
	know(revisions: Revisions): Promise<void>;
	/** Brings everything that is kept under former names of concepts under the names of now; what is imported later, too. */
	rename(renames: Renames): Promise<Result<void>>;

	/** The log of a stretch of study days, both included, without what was taken back: for the calendar and a prompt's history. */
	history(from: Day, to: Day): Promise<Result<RecallEvent[]>>;
	saveSettings(change: Partial<Omit<Settings, 'changed'>>): Promise<Result<Settings>>;

	/** Drills, latest first. Their `data` is what the drill put there. */
	sessions(): Promise<Result<SessionRecord[]>>;
	/** Saves a drill under its id (`newId()`), new or again. Data that is too long is a failure of kind `invalid`. */
	saveSession(id: string, data: unknown): Promise<Result<SessionRecord>>;
	deleteSession(id: string): Promise<Result<void>>;

	/** Asks the browser to keep the data; its own answer. */
	persist(): Promise<boolean | undefined>;
	/** Deletes everything, of every room of the site. Offer a backup first. */
	erase(): Promise<Result<void>>;
	close(): void;
}

export function createRecall(options: RecallOptions): Recall {
	const { store, scheduler, clock, newId, channel, manager, notice, onFailure } = options;
	const listeners = new Set<() => void>();
	let revisions: Revisions | undefined;
	let renames: Renames = {};

	const current = currentOf(store);

	const target = (settings: Settings): Target => targetOn(today(clock), settings);

	const input: Recall['input'] = ({ cards, settings }, known, day = today(clock)) => ({
		cards,
		revisions: known ?? new Map(cards.map(({ prompt, revision }) => [prompt, revision])),
		day,
		target: target(settings),
		scheduler,
	});

	const tellPages = (): void => {
		const state = current.known();
		if (state && store.kind !== 'memory') writeSummary(summaryOf(state, input(state, revisions)));
	};

	const notify = (): void => {
		for (const listener of listeners) listener();
	};

	/** Takes the next state, or reads it anew, and tells everyone. What was written is durable by now, whatever becomes of this. */
	const changed = async (next?: State): Promise<void> => {
		if (next) current.take(next);
		else current.drop();
		channel?.postMessage('changed');
		quiet.soon();
		try {
			await current.read();
			tellPages();
		} catch {
			// The next load says what is wrong.
		}
		notify();
	};

	const refresh = (): void => {
		current.drop();
		notify();
	};
	channel?.addEventListener('message', refresh);

	let loading: Promise<Backups> | undefined;

	/** Has backups do something; they are loaded for it. */
	const withBackups = async <Value>(use: (backups: Backups) => Promise<Result<Value>>): Promise<Result<Value>> => {
		loading ??= loadPart(() => import('./backups/backups.ts')).then(({ backupsOf }) =>
			backupsOf({ ...options, current: current.read, changed, renames: () => renames }),
		);
		try {
			return await use(await loading);
		} catch (error) {
			loading = undefined;
			return { ok: false, failure: failureOf(error) };
		}
	};

	/** The file that the reader picked is written once nothing has changed for a while, or the page is left. */
	const quiet = whenQuiet(QUIET, async () => {
		const wanted = await attempt(async () => (await store.note('backupFile')) !== undefined);
		const written = wanted.ok && wanted.value ? await withBackups((backups) => backups.backUpNow()) : wanted;
		if (!written.ok) onFailure?.(written.failure);
	});

	const persist = async (): Promise<boolean | undefined> => {
		try {
			return await manager?.persist?.();
		} catch {
			return undefined;
		}
	};

	return {
		...recordingOf({ store, clock, newId, current, changed, persist }),
		kind: store.kind,
		notice,
		scheduler,
		clock,
		day: () => today(clock),
		target,
		input,
		load: () =>
			attempt(async () => {
				const loaded = await current.read();
				tellPages();
				return loaded;
			}),
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		refresh,
		rename: (known) =>
			attempt(async () => {
				if (Object.keys(known).length === 0) return;
				const { hasFormer, renamedContents } = await loadPart(() => import('./store/renaming.ts'));
				const { renameKept } = await loadPart(() => import('../keeping/renameKept.ts'));
				renames = known;
				renameKept(known);
				if (!hasFormer(await current.read(), known)) return;
				await store.replace((contents) => renamedContents(contents, known));
				await changed();
			}),
		async know(known) {
			revisions = known;
			tellPages();
		},

		history: (from, to) => attempt(async () => liveEvents(await store.events(from * DAY, (to + 1) * DAY))),
		saveSettings: (change) =>
			attempt(async () => {
				const saved = await store.changeSettings((settings) => {
					const next = { ...settings, ...change, changed: checkedNow(clock) };
					const [wrong] = wrongSettings(next);
					if (!wrong) return next;
					throw invalid(`This value of "${wrong}" cannot be used. The settings stay as they were.`);
				});
				const state = current.known();
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
				const saved: SessionRecord = { id, saved: checkedNow(clock), data: JSON.parse(text) };
				await store.saveSession(saved);
				await changed(current.known());
				return saved;
			}),
		deleteSession: (id) =>
			attempt(async () => {
				await store.deleteSession(id);
				await changed(current.known());
			}),

		exportBackup: () => withBackups((backups) => backups.exportBackup()),
		backedUp: () => withBackups((backups) => backups.backedUp()),
		previewImport: (file) => withBackups((backups) => backups.previewImport(file)),
		importBackup: (file) => withBackups((backups) => backups.importBackup(file)),
		previewWayBack: () => withBackups((backups) => backups.previewWayBack()),
		restoreSnapshot: () => withBackups((backups) => backups.restoreSnapshot()),
		backUpTo: (file) => withBackups((backups) => backups.backUpTo(file)),
		backUpNow: () => withBackups((backups) => backups.backUpNow()),
		storage: () => withBackups((backups) => backups.storage()),
		persist,
		erase: () =>
			attempt(async () => {
				const { eraseKept } = await loadPart(() => import('../keeping/erase.ts'));
				await store.erase();
				await eraseKept();
				writeSummary(undefined);
				await changed();
			}),
		close() {
			quiet.stop();
			channel?.close();
			store.close();
			listeners.clear();
		},
	};
}
