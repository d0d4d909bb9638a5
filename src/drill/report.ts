/** What a drill says about its answers: bands with their evidence, judgement, time, and what to read. Pure: from the kept drill alone. */
import type { Dimension } from '../concepts/interview.ts';
import { dimensions } from '../concepts/interview.ts';
import { type Band, type Grade, type Judgement, judge, type Marked, shareOf } from '../concepts/judging.ts';
import { mean } from '../ground/mean.ts';
import { passedIn } from '../tasks/trial.ts';
import { distance, gap } from './calibration.ts';
import { isBand, type Picture, picture } from './scoring.ts';
import { type Item, isMarked, markedOf, type RubricEntry, type Session, type Turn } from './session.ts';

/** An answer that was scored and marked. */
export interface MarkedAnswer {
	readonly item: Item;
	readonly turn: Turn;
}

/** The answer to a question, judged. A follow-up's one or two criteria carry no band. */
export interface Judged extends MarkedAnswer {
	readonly self: Band;
	readonly judgement: Judgement;
	/** Bands by which the reader's own score is too high; negative when it is too low. */
	readonly gap: number;
}

/** A criterion that was not met, and where it stands. */
export interface Lacking {
	readonly item: Item;
	/** Id of the question or follow-up whose rubric it belongs to. */
	readonly turn: string;
	readonly criterion: RubricEntry;
	readonly grade: Exclude<Grade, 'met'>;
}

export interface Report {
	/** All answers in order, follow-ups after their question. */
	readonly answers: readonly MarkedAnswer[];
	/** The questions among them. */
	readonly judged: readonly Judged[];
	readonly skipped: readonly Item[];
	readonly picture: Picture;
	/** The gaps of the questions, in order. */
	readonly gaps: readonly number[];
	/** Time used for answers and time planned for the same, ms. */
	readonly used: number;
	readonly planned: number;
	readonly hints: number;
	readonly lacking: readonly Lacking[];
}

function answersOf(session: Session): MarkedAnswer[] {
	return session.items.flatMap((item) => item.turns.filter(isMarked).map((turn) => ({ item, turn })));
}

function judgedOf(answers: readonly MarkedAnswer[], session: Session): Judged[] {
	return answers.flatMap(({ item, turn }) => {
		if (turn.committed === null || !isBand(turn.committed)) return [];
		const answer = { criteria: markedOf(turn), hints: turn.hints, redFlags: turn.redFlags.length };
		const judgement = judge(answer, session.request.level);
		return [{ item, turn, self: turn.committed, judgement, gap: gap(turn.committed, judgement.band) }];
	});
}

function lackingIn({ item, turn }: MarkedAnswer): Lacking[] {
	return turn.rubric.flatMap((criterion) => {
		const grade = turn.grades[criterion.id];
		return grade === 'missed' || grade === 'partly' ? [{ item, turn: turn.id, criterion, grade }] : [];
	});
}

/** The report of a drill, finished or not. */
export function reportOf(session: Session): Report {
	const answers = answersOf(session);
	const judged = judgedOf(answers, session);
	return {
		answers,
		judged,
		skipped: session.items.filter(({ skipped }) => skipped),
		picture: picture(
			answers.flatMap(({ turn }) => markedOf(turn)),
			session.request.level,
		),
		gaps: judged.map(({ gap: bands }) => bands),
		// A clock that is marked stands.
		used: answers.reduce((sum, { turn }) => sum + turn.clock.used, 0),
		planned: answers.reduce((sum, { turn }) => sum + turn.clock.allowed, 0),
		hints: answers.reduce((sum, { turn }) => sum + turn.hints, 0),
		// What an answer fails without comes first.
		lacking: answers.flatMap(lackingIn).sort((a, b) => weight(b) - weight(a)),
	};
}

function weight({ criterion, grade }: Lacking): number {
	return (criterion.essential ? 2 : 0) + (grade === 'missed' ? 1 : 0);
}

/** Fewer drills show no trend. */
export const LEAST_FOR_TREND = 3;

/** A drill as a point of the trends. */
export interface TrendPoint {
	readonly id: string;
	readonly at: number;
	/** Bands between the reader's score and the rubric's, on average. */
	readonly distance: number;
	/** The same with its direction: what is too high and what is too low cancel out. */
	readonly lean: number;
	/** Time used by time planned; undefined where there was no clock. */
	readonly pace: number | undefined;
	/** Share of what could be had by dimension; undefined where nothing was asked. */
	readonly shares: Readonly<Record<Dimension, number | undefined>>;
}

/** The drills that have answers as points, the earliest first. */
export function trendOf(sessions: readonly Session[]): TrendPoint[] {
	return sessions
		.flatMap((session): TrendPoint[] => {
			const { answers, gaps, used, planned } = reportOf(session);
			const [off, lean] = [distance(gaps), mean(gaps)];
			if (off === undefined || lean === undefined) return [];
			const criteria = answers.flatMap(({ turn }) => markedOf(turn));
			const share = (own: readonly Marked[]): number | undefined => (own.length > 0 ? shareOf(own) : undefined);
			const shares = Object.fromEntries(
				dimensions.map((name) => [name, share(criteria.filter(({ dimension }) => dimension === name))]),
			) as Record<Dimension, number | undefined>;
			const pace = used > 0 ? used / planned : undefined;
			return [{ id: session.id, at: session.startedAt, distance: off, lean, pace, shares }];
		})
		.sort((a, b) => a.at - b.at);
}

/**
 * Part of a question's criteria that were not met when it was last answered, by `slug/id`: partly met counts half. Of an answer without marks
 * the tests of its task say what they can: the part that failed.
 */
export function missedParts(sessions: readonly Session[]): Map<string, number> {
	const parts = new Map<string, number>();
	for (const session of sessions.toSorted((a, b) => a.startedAt - b.startedAt)) {
		for (const { concept, question, turns } of session.items) {
			const task = turns[0]?.task;
			if (task && task.runs > 0 && task.of > 0) parts.set(`${concept}/${question}`, 1 - passedIn(task) / task.of);
		}
		for (const { item, turn } of reportOf(session).judged) {
			parts.set(`${item.concept}/${item.question}`, 1 - shareOf(markedOf(turn)));
		}
	}
	return parts;
}

/** The rubric's bands of a drill's questions by concept and id; follow-ups are left out. */
export function bandsOf(session: Session): Map<string, Map<string, Band>> {
	const bands = new Map<string, Map<string, Band>>();
	for (const { item, judgement } of reportOf(session).judged) {
		const own = bands.get(item.concept) ?? new Map<string, Band>();
		bands.set(item.concept, own.set(item.question, judgement.band));
	}
	return bands;
}

/** Which drills a history shows. */
export interface HistoryFilter {
	readonly kind: Session['kind'] | 'any';
	/** Slug, or '' for all. */
	readonly concept: string;
	/** Level interviewed for, or '' for all. */
	readonly level: string;
}

export function filtered(sessions: readonly Session[], { kind, concept, level }: HistoryFilter): Session[] {
	return sessions.filter(
		(session) =>
			(kind === 'any' || session.kind === kind) &&
			(concept === '' || session.items.some((item) => item.concept === concept)) &&
			(level === '' || session.request.level === level),
	);
}
