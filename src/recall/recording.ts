/** What a reader does, on its way into the log: each step is written before anything is said of it. */
import { loadPart } from '../loading/loadPart.ts';
import type { Current } from './current.ts';
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
import { attempt, type Result } from './log/failures.ts';
import { LONGEST_ANSWER, LONGEST_NOTE, LONGEST_TITLE } from './log/limits.ts';
import type { Mark } from './log/marks.ts';
import { MOST_AHEAD, stamped } from './log/record.ts';
import { type Clock, DAY, HOUR, studyTime, today } from './log/studyDay.ts';
import type { Card } from './schedule/card.ts';
import type { State, Store } from './store/store.ts';

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

export interface Recording {
	/**
	 * Adds prompts to the review, with the answers of a check that was just done. Those that are in it already stay as they are.
	 *
	 * @param done The stage that is done by it, kept in the same step: whoever leaves at once has both.
	 * @returns also the browser's answer to whether it will keep the data, asked at the first time; undefined otherwise. It comes later, or never:
	 * Firefox asks the reader, who need not answer.
	 */
	enrol(
		prompts: readonly PromptRef[],
		answers?: readonly GradedAnswer[],
		done?: { readonly concept: string; readonly stage: number },
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
	/** Moves answers that were given under a clock that was ahead to now; the way on after a failure of kind `clock`. */
	moveAheadToNow(): Promise<Result<Recorded>>;
}

interface RecordingInput {
	readonly store: Store;
	readonly clock: Clock;
	readonly newId: () => string;
	readonly current: Current;
	/** To be called after each change, with the state that follows from it if that is known. */
	readonly changed: (next?: State) => Promise<void>;
	/** Asks the browser to keep the data; its own answer. */
	readonly persist: () => Promise<boolean | undefined>;
}

export function recordingOf({ store, clock, newId, current, changed, persist }: RecordingInput): Recording {
	const record = async (drafts: readonly Draft[]): Promise<Recorded> => {
		const before = { state: current.known(), drops: current.drops() };
		const subjects = [...new Set(drafts.map(subjectOf))];
		const recorded = await store.append(subjects, (logs) => stamped(drafts, logs, clock, newId));
		// What was recorded meanwhile is in the state by now; what was read meanwhile may hold these events or not.
		const state = current.known();
		const isKnown = before.state && state && before.drops === current.drops() && recorded.events.every(isPromptEvent);
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
		enrol: (prompts, answers = [], done = undefined) =>
			attempt(async () => {
				const { cards } = await current.read();
				const enrolled = new Set(cards.filter((card) => card.enrolled).map(({ prompt }) => prompt));
				const started = new Map(answers.toReversed().map(({ prompt, at }) => [prompt, at]));
				const drafts = prompts
					.filter(({ prompt }) => !enrolled.has(prompt))
					.map(({ prompt, revision }): Draft => {
						const at = started.get(prompt);
						return { kind: 'enrol', prompt, revision, ...(at !== undefined && { at }) };
					});
				const stage: Draft[] = done ? [{ kind: 'stage-done', ...done }] : [];
				const recorded = await record([...drafts, ...answers.map(draftOf), ...stage]);
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
	};
}
