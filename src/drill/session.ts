/**
 * A drill as it goes on: one value, changed by events alone. Whatever is not allowed at a moment changes nothing, so that a
 * key pressed twice or an event that comes late does no harm. The value is plain JSON: kept, and read back, it goes on exactly.
 */
import type { Format, QuestionLevel } from '../concepts/interview.ts';
import type { Grade, Marked } from '../concepts/judging.ts';
import { gradesOf, type Trial, trialText } from '../tasks/trial.ts';
import { type Clock, isRunning, newClock, start, stop } from './clock.ts';
import type { ModelMark } from './interviewer/marks.ts';
import type { IndexedQuestion, MaterialCriterion } from './material.ts';
import { FOLLOW_UP_MINUTES, MOST_FOLLOW_UPS, type PlanRequest } from './plan.ts';
import { isBand, type SelfScore } from './scoring.ts';

/** Characters of an answer: more than anybody says or types, and no more than a kept drill may hold. */
export const LONGEST_ANSWER = 100_000;

/** A criterion as it was when it was marked; the site's text may change later. */
export type RubricEntry = Pick<MaterialCriterion, 'id' | 'expectedFrom' | 'dimension' | 'essential'>;

/** What a reader's own model made of an answer, beside the grades that count. */
export interface Interview {
	/** Name of the model. */
	readonly model: string;
	/** By criterion. Those without a doubt became grades where the reader had given none. */
	readonly marks: Readonly<Record<string, ModelMark>>;
	/** Its words to the candidate. */
	readonly remark: string;
	/** The follow-up that it would ask. */
	readonly followUp: string | null;
}

/** The answer to a question or to one of its follow-ups. */
export interface Turn {
	/** Id of the question or of the follow-up. */
	readonly id: string;
	readonly clock: Clock;
	/** What was written or dictated. */
	readonly answer: string;
	/** Clarifications that were asked for, by their position. */
	readonly clarified: readonly number[];
	/** Hints shown. */
	readonly hints: number;
	/** The reader's own score; null while they answer. Nothing is revealed before. */
	readonly committed: SelfScore | null;
	/** Set with the score. */
	readonly rubric: readonly RubricEntry[];
	readonly grades: Readonly<Record<string, Grade>>;
	/** Red flags that the reader found in their answer, by position. */
	readonly redFlags: readonly number[];
	/** Set when the question's task was begun. */
	readonly task?: Trial;
	/** Set when a model graded the answer. */
	readonly interview?: Interview;
}

/** Everything that an answer says: its words, then the program and how it did. */
export function answerText({ answer, task }: Turn): string {
	return [answer, ...(task ? [`${task.code.trimEnd()}\n\n${trialText(task)}`] : [])].join('\n\n').trim();
}

export interface Item {
	readonly concept: string;
	readonly question: string;
	readonly revision: number;
	readonly level: QuestionLevel;
	readonly format: Format;
	readonly minutes: number;
	readonly skipped: boolean;
	/** The question's own answer first; none before it is asked. */
	readonly turns: readonly Turn[];
}

export interface Session {
	readonly formatVersion: 1;
	readonly id: string;
	/** A drill, or one question answered on its concept's page. */
	readonly kind: 'drill' | 'attempt';
	readonly request: PlanRequest;
	readonly startedAt: number;
	/** null while it goes on. */
	readonly finishedAt: number | null;
	/** Index of the question that is asked. */
	readonly at: number;
	readonly items: readonly Item[];
}

export type SessionEvent =
	| { readonly type: 'write'; readonly text: string }
	/** A passage was heard of the answer to a turn. */
	| { readonly type: 'dictate'; readonly turn: string; readonly passage: string }
	/** The program changed, or its tests ran. */
	| { readonly type: 'task'; readonly trial: Trial }
	| { readonly type: 'clarify'; readonly index: number }
	| { readonly type: 'hint' }
	| { readonly type: 'pause'; readonly at: number }
	| { readonly type: 'resume'; readonly at: number }
	| { readonly type: 'commit'; readonly at: number; readonly score: SelfScore; readonly rubric: readonly RubricEntry[] }
	| { readonly type: 'grade'; readonly criterion: string; readonly grade: Grade }
	/** A model has graded the answer of a turn. */
	| { readonly type: 'interview'; readonly turn: string; readonly interview: Interview }
	| { readonly type: 'redFlag'; readonly index: number; readonly said: boolean }
	/** An interviewer asks on. */
	| { readonly type: 'followUp'; readonly at: number; readonly id: string }
	/** To the next question, or to the end after the last. */
	| { readonly type: 'next'; readonly at: number }
	| { readonly type: 'skip'; readonly at: number }
	/** Ends the drill before its last question. */
	| { readonly type: 'finish'; readonly at: number };

function newTurn(id: string, minutes: number, now: number): Turn {
	return {
		id,
		clock: start(newClock(minutes), now),
		answer: '',
		clarified: [],
		hints: 0,
		committed: null,
		rubric: [],
		grades: {},
		redFlags: [],
	};
}

/** A drill over the questions of a plan, its first question asked. */
export function begin(
	{ id, kind, request }: Pick<Session, 'id' | 'kind' | 'request'>,
	questions: readonly IndexedQuestion[],
	now: number,
): Session {
	const items = questions.map(
		({ concept, id: question, revision, level, format, minutes }): Item => ({
			concept,
			question,
			revision,
			level,
			format,
			minutes,
			skipped: false,
			turns: [],
		}),
	);
	return ask({ formatVersion: 1, id, kind, request, startedAt: now, finishedAt: null, at: 0, items }, 0, now);
}

/** Puts the question at an index to the reader; ends the drill when there is none. */
function ask(session: Session, index: number, now: number): Session {
	const item = session.items[index];
	if (!item) return { ...session, finishedAt: now };
	const turns = [newTurn(item.question, item.minutes, now)];
	return { ...session, at: index, items: session.items.with(index, { ...item, turns }) };
}

export function currentItem(session: Session): Item | undefined {
	return session.items[session.at];
}

export function currentTurn(session: Session): Turn | undefined {
	return currentItem(session)?.turns.at(-1);
}

/** Whether every criterion has its grade. */
export function isMarked({ committed, rubric, grades }: Turn): boolean {
	return committed !== null && rubric.every(({ id }) => grades[id] !== undefined);
}

/** The criteria of an answer with their grades; those without one are left out. */
export function markedOf({ rubric, grades }: Turn): Marked[] {
	return rubric.flatMap(({ id, dimension, expectedFrom, essential }) => {
		const grade = grades[id];
		return grade ? [{ dimension, expectedFrom, essential, grade }] : [];
	});
}

function withTurn(session: Session, turn: Turn): Session {
	const item = currentItem(session);
	if (!item) return session;
	return { ...session, items: session.items.with(session.at, { ...item, turns: item.turns.with(-1, turn) }) };
}

/** An answer with a passage after it, a space between them. */
function withPassage(answer: string, passage: string): string {
	const gap = answer === '' || /\s$/.test(answer) ? '' : ' ';
	return `${answer}${gap}${passage}`.slice(0, LONGEST_ANSWER);
}

/** The drill after an event; the same object when the event is not allowed now. */
export function reduce(session: Session, event: SessionEvent): Session {
	const item = currentItem(session);
	const turn = currentTurn(session);
	if (session.finishedAt !== null || !item || !turn) return session;
	const answering = turn.committed === null;
	const change = (changes: Partial<Turn>): Session => withTurn(session, { ...turn, ...changes });
	switch (event.type) {
		case 'write':
			return answering ? change({ answer: event.text.slice(0, LONGEST_ANSWER) }) : session;
		case 'task':
			return answering && event.trial.code.length <= LONGEST_ANSWER ? change({ task: event.trial }) : session;
		case 'dictate':
			// What was said before the score was committed may be understood after it.
			return event.turn === turn.id ? change({ answer: withPassage(turn.answer, event.passage) }) : session;
		case 'clarify':
			return answering && !turn.clarified.includes(event.index)
				? change({ clarified: [...turn.clarified, event.index] })
				: session;
		case 'hint':
			return answering ? change({ hints: turn.hints + 1 }) : session;
		case 'pause':
			return isRunning(turn.clock) ? change({ clock: stop(turn.clock, event.at) }) : session;
		case 'resume':
			return answering && !isRunning(turn.clock) ? change({ clock: start(turn.clock, event.at) }) : session;
		case 'commit':
			// A question takes a band, a follow-up a grade.
			return answering && isBand(event.score) === (item.turns.length === 1)
				? change({
						committed: event.score,
						rubric: event.rubric,
						// What the tests can judge is marked; the reader may overrule it.
						grades: gradesOf(turn.task, event.rubric),
						clock: stop(turn.clock, event.at),
					})
				: session;
		case 'grade':
			return !answering && turn.rubric.some(({ id }) => id === event.criterion)
				? change({ grades: { ...turn.grades, [event.criterion]: event.grade } })
				: session;
		case 'interview': {
			// It comes late at times: when the reader has gone on, it is no longer wanted.
			if (answering || event.turn !== turn.id) return session;
			const { interview } = event;
			const taken = turn.rubric.flatMap(({ id }) => {
				const mark = interview.marks[id];
				return mark && !mark.doubt ? [[id, mark.grade] as const] : [];
			});
			return change({ interview, grades: { ...Object.fromEntries(taken), ...turn.grades } });
		}
		case 'redFlag': {
			if (answering) return session;
			const others = turn.redFlags.filter((index) => index !== event.index);
			return change({ redFlags: event.said ? [...others, event.index] : others });
		}
		case 'followUp': {
			const known = item.turns.some(({ id }) => id === event.id);
			if (!isMarked(turn) || known || item.turns.length > MOST_FOLLOW_UPS) return session;
			const turns = [...item.turns, newTurn(event.id, FOLLOW_UP_MINUTES, event.at)];
			return { ...session, items: session.items.with(session.at, { ...item, turns }) };
		}
		case 'next':
			return isMarked(turn) ? ask(session, session.at + 1, event.at) : session;
		case 'skip': {
			// A follow-up that is skipped is not asked; a question that is skipped stays in the report as such.
			const turns = item.turns.length > 1 ? item.turns.slice(0, -1) : [{ ...turn, clock: stop(turn.clock, event.at) }];
			const left: Item = { ...item, turns, skipped: item.turns.length === 1 };
			return ask({ ...session, items: session.items.with(session.at, left) }, session.at + 1, event.at);
		}
		case 'finish':
			return { ...change({ clock: stop(turn.clock, event.at) }), finishedAt: event.at };
	}
}
