/** A reader's recall as the pages use it: what they did goes into the log, and what they see is computed from it. */
import type { Renames } from '../keeping/rename.ts';
import { loadPart } from '../loading/loadPart.ts';
import type { Backups } from './backups/backups.ts';
import { whenQuiet } from './backups/whenQuiet.ts';
import {
	type Draft,
	isPromptEvent,
	liveEvents,
	type PromptEvent,
	type Rating,
	type RecallEvent,
	type Source,
	subjectOf,
} from './log/events.ts';
import { LONGEST_ANSWER, LONGEST_NOTE, LONGEST_TITLE } from './log/limits.ts';
import type { Mark } from './log/marks.ts';
import { attempt, invalid, type Problem, problemOf, type Result } from './log/problems.ts';
import { checkedNow, MOST_AHEAD, stamped } from './log/record.ts';
import type { Session } from './log/schema.ts';
import { type Settings, wrongSettings } from './log/settings.ts';
import { type Clock, DAY, type Day, HOUR, studyTime, today } from './log/studyDay.ts';
import type { Revisions } from './schedule/asked.ts';
import type { Card } from './schedule/card.ts';
import { type Plan, planOn } from './schedule/plan.ts';
import type { Scheduler } from './schedule/scheduler.ts';
import type { State, Store } from './store/store.ts';
import { writeSummary } from './summary.ts';
import { summaryOf } from './summaryOf.ts';

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
	readonly notice?: Problem | undefined;
	/** Hears of problems that come without being asked for. */
	readonly onProblem?: ((problem: Problem) => void) | undefined;
}

export interface Recall extends Backups {
	readonly kind: Store['kind'];
	/** To be shown on every page that records: why nothing outlives the page. */
	readonly notice: Problem | undefined;
	readonly scheduler: Scheduler;
	readonly clock: Clock;
	/** The study day it is now. */
	day(): Day;
	/** The plan by the settings, today. */
	plan(settings: Settings): Plan;
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

	/**
	 * Adds prompts to the review, with the answers of a check that was just done. Those that are in it already stay as they are.
	 *
	 * @returns also the browser's answer to whether it will keep the data, asked at the first time; undefined otherwise. It comes later, or never:
	 * Firefox asks the reader, who need not answer.
	 */
	enrol(
		prompts: readonly PromptRef[],
		answers?: readonly GradedAnswer[],
	): Promise<Result<Recorded & { readonly persisted: Promise<boolean | undefined> | undefined }>>;
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
	/** Marks a place of a concept's page, or changes what is said of it. */
	mark(mark: Pick<Mark, 'concept' | 'anchor' | 'title' | 'note'>): Promise<Result<Recorded>>;
	unmark(concept: string, anchor: string): Promise<Result<Recorded>>;
	/** Prompts parked in the future by a clock that was ahead: their last answer, or their adding, lies days after now. */
	ahead(state: State): readonly Card[];
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

	/** Asks the browser to keep the data; its own answer. */
	persist(): Promise<boolean | undefined>;
	/** Deletes everything, of every room of the site. Offer a backup first. */
	erase(): Promise<Result<void>>;
	close(): void;
}

export function createRecall(options: RecallOptions): Recall {
	const { store, scheduler, clock, newId, channel, manager, notice, onProblem } = options;
	const listeners = new Set<() => void>();
	let state: State | undefined;
	/** The reading under way, if there is one. */
	let reading: Promise<State> | undefined;
	/** How often what was read has been given up: what another tab wrote is not in it. */
	let dropped = 0;
	let revisions: Revisions | undefined;
	let renames: Renames = {};

	const plan = (settings: Settings): Plan => planOn(today(clock), settings);

	const tellPages = (): void => {
		if (!state || store.kind === 'memory') return;
		writeSummary(summaryOf(state, { day: today(clock), plan: plan(state.settings), scheduler }, revisions));
	};

	const drop = (): void => {
		state = undefined;
		reading = undefined;
		dropped++;
	};

	const current = async (): Promise<State> => {
		if (state) return state;
		const own = reading ?? store.load();
		reading = own;
		try {
			const loaded = await own;
			if (reading === own) state = loaded;
		} finally {
			if (reading === own) reading = undefined;
		}
		// Given up in the meantime: what was read may be old.
		return state ?? current();
	};

	const notify = (): void => {
		for (const listener of listeners) listener();
	};

	/** Takes the next state, or reads it anew, and tells everyone. What was written is durable by now, whatever becomes of this. */
	const changed = async (next?: State): Promise<void> => {
		if (next) state = next;
		else drop();
		channel?.postMessage('changed');
		quiet.soon();
		try {
			await current();
			tellPages();
		} catch {
			// The next load says what is wrong.
		}
		notify();
	};

	const refresh = (): void => {
		drop();
		notify();
	};
	channel?.addEventListener('message', refresh);

	let loading: Promise<Backups> | undefined;

	/** Has backups do something; they are loaded for it. */
	const withBackups = async <Value>(use: (backups: Backups) => Promise<Result<Value>>): Promise<Result<Value>> => {
		loading ??= loadPart(() => import('./backups/backups.ts')).then(({ backupsOf }) =>
			backupsOf({ ...options, current, changed, renames: () => renames }),
		);
		try {
			return await use(await loading);
		} catch (error) {
			loading = undefined;
			return { ok: false, problem: problemOf(error) };
		}
	};

	/** The file that the reader picked is written once nothing has changed for a while, or the page is left. */
	const quiet = whenQuiet(QUIET, async () => {
		const wanted = await attempt(async () => (await store.note('backupFile')) !== undefined);
		const written = wanted.ok && wanted.value ? await withBackups((backups) => backups.backUpNow()) : wanted;
		if (!written.ok) onProblem?.(written.problem);
	});

	const persist = async (): Promise<boolean | undefined> => {
		try {
			return await manager?.persist?.();
		} catch {
			return undefined;
		}
	};

	const record = async (drafts: readonly Draft[]): Promise<Recorded> => {
		const before = { state, dropped };
		const subjects = [...new Set(drafts.map(subjectOf))];
		const recorded = await store.append(subjects, (logs) => stamped(drafts, logs, clock, newId));
		// What was recorded meanwhile is in the state by now; what was read meanwhile may hold these events or not.
		const isKnown = before.state && state && before.dropped === dropped && recorded.events.every(isPromptEvent);
		if (!isKnown || !state) {
			await changed();
			return recorded;
		}
		const cards = new Map(state.cards.map((card) => [card.prompt, card]));
		for (const card of recorded.cards) cards.set(card.prompt, card);
		await changed({ ...state, cards: [...cards.values()], events: state.events + recorded.events.length });
		return recorded;
	};

	const recordAll = (prompts: readonly string[], kind: 'suspend' | 'resume' | 'reset'): Promise<Result<Recorded>> =>
		attempt(() => record(prompts.map((prompt) => ({ kind, prompt }))));

	const draftOf = ({ isRetry, ...answer }: GradedAnswer): Draft => ({
		...answer,
		kind: isRetry ? 'retry' : 'review',
		duration: Math.min(LONGEST_ANSWER, Math.max(0, Math.round(answer.duration) || 0)),
	});

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
		refresh,
		rename: (known) =>
			attempt(async () => {
				if (Object.keys(known).length === 0) return;
				const { hasFormer, renamedContents } = await loadPart(() => import('./store/renaming.ts'));
				const { renameKept } = await loadPart(() => import('../keeping/renameKept.ts'));
				renames = known;
				renameKept(known);
				if (!hasFormer(await current(), known)) return;
				await store.replace((contents) => renamedContents(contents, known));
				await changed();
			}),
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
				return { ...recorded, persisted: enrolled.size === 0 ? persist() : undefined };
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
		mark: ({ title, note, ...place }) =>
			attempt(() =>
				record([
					{
						kind: 'mark',
						...place,
						title: title.slice(0, LONGEST_TITLE),
						note: note.trim().slice(0, LONGEST_NOTE),
					},
				]),
			),
		unmark: (concept, anchor) => attempt(() => record([{ kind: 'unmark', concept, anchor }])),
		ahead({ cards }) {
			const limit = today(clock) + MOST_AHEAD / DAY;
			return cards.filter((card) => Math.max(card.from, card.last?.day ?? card.from) > limit);
		},
		moveAheadToNow: () =>
			attempt(async () => {
				const { eventsAhead, movedToNow } = await loadPart(() => import('./log/ahead.ts'));
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
				await changed(state);
				return saved;
			}),
		deleteSession: (id) =>
			attempt(async () => {
				await store.deleteSession(id);
				await changed(state);
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
