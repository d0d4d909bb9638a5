/**
 * From marked criteria to the bands of an interview. Every band comes with what it rests on, and there is no total: a strong
 * derivation does not make up for an answer that nobody could follow.
 */
import { type Dimension, dimensions, type QuestionLevel, questionLevels } from '../concepts/interview.ts';
import { count } from '../ground/words.ts';

/** The four bands of an interview, from the lowest. */
export const bands = ['strong no hire', 'no hire', 'hire', 'strong hire'] as const;
export type Band = (typeof bands)[number];

/** How far an answer met a criterion. */
export const grades = ['missed', 'partly', 'met'] as const;
export type Grade = (typeof grades)[number];

/**
 * What a reader says of their own answer before they see the rubric: a band for a question, and for a follow-up, whose one or two
 * criteria carry no band, how far they met it.
 */
export type SelfScore = Band | Grade;

export function isBand(score: SelfScore): score is Band {
	return (bands as readonly string[]).includes(score);
}

/** A criterion with its grade. */
export interface Marked {
	readonly dimension: Dimension;
	readonly expectedFrom: QuestionLevel;
	readonly essential: boolean;
	readonly grade: Grade;
}

const points: Readonly<Record<Grade, number>> = { missed: 0, partly: 0.5, met: 1 };

/** Lowest share of what was expected at which a band begins. */
const begins: Readonly<Record<Band, number>> = { 'strong no hire': 0, 'no hire': 0.3, hire: 0.6, 'strong hire': 0.85 };

/** What a hint takes from the share. */
const HINT = 0.1;

/** Fewer criteria say nothing about a dimension or a level. */
export const LEAST_EVIDENCE = 3;

function rank(level: QuestionLevel): number {
	return questionLevels.indexOf(level);
}

function bandAt(share: number): Band {
	return bands.findLast((band) => share >= begins[band]) ?? bands[0];
}

function lower(band: Band, other: Band): Band {
	return bands.indexOf(band) < bands.indexOf(other) ? band : other;
}

/** Points of what could be had; essential criteria count twice. */
export function shareOf(criteria: readonly Marked[]): number {
	const weight = ({ essential }: Marked): number => (essential ? 2 : 1);
	const total = criteria.reduce((sum, criterion) => sum + weight(criterion), 0);
	const earned = criteria.reduce((sum, criterion) => sum + weight(criterion) * points[criterion.grade], 0);
	return total > 0 ? earned / total : 0;
}

export interface Answer {
	readonly criteria: readonly Marked[];
	readonly hints: number;
	/** How many of the question's red flags the reader found in their own answer. */
	readonly redFlags: number;
}

/** A band and what it rests on. */
export interface Judgement {
	readonly band: Band;
	/** Share of what the level expects, hints taken off: 0 to 1. */
	readonly share: number;
	/** Criteria that the level expects, and how many of them were met. */
	readonly expected: number;
	readonly met: number;
	/** What moved the band beside the share, in words. */
	readonly reasons: readonly string[];
}

/** "a hint", "2 hints". */
const some = (number: number, one: string): string => (number === 1 ? `a ${one}` : count(number, one));

/**
 * Judges one answer as an interviewer for a level would: by what that level is expected to say unasked. Where the
 * rubric expects nothing of the level, its essential criteria stand.
 *
 * A missed essential criterion or a red flag keeps an answer from *hire*. *Strong hire* takes something beyond the
 * level, where the rubric has it, and no hint.
 */
export function judge({ criteria, hints, redFlags }: Answer, level: QuestionLevel): Judgement {
	const within = criteria.filter(({ expectedFrom }) => rank(expectedFrom) <= rank(level));
	const expected = within.length > 0 ? within : criteria.filter(({ essential }) => essential);
	const beyond = criteria.filter((criterion) => !expected.includes(criterion));
	const share = Math.max(0, shareOf(expected) - HINT * hints);
	const reasons: string[] = [];
	let band = bandAt(share);
	const limit = (to: Band, reason: string): void => {
		if (bands.indexOf(band) > bands.indexOf(to)) reasons.push(reason);
		band = lower(band, to);
	};
	if (beyond.length > 0 && !beyond.some(({ grade }) => grade === 'met')) {
		limit('hire', `nothing beyond what ${level} is expected to say`);
	}
	if (hints > 0) {
		limit('hire', some(hints, 'hint'));
		if (bandAt(shareOf(expected)) !== bandAt(share)) reasons.push(some(hints, 'hint'));
	}
	if (expected.some(({ essential, grade }) => essential && grade === 'missed')) {
		limit('no hire', 'an essential criterion missed');
	}
	if (redFlags > 0) limit('no hire', some(redFlags, 'red flag'));
	return {
		band,
		share,
		expected: expected.length,
		met: expected.filter(({ grade }) => grade === 'met').length,
		reasons: [...new Set(reasons)],
	};
}

/** How criteria of one kind were met. */
export interface Tally {
	readonly met: number;
	readonly partly: number;
	readonly missed: number;
}

export function tally(criteria: readonly Marked[]): Tally {
	const graded = (wanted: Grade): number => criteria.filter(({ grade }) => grade === wanted).length;
	return { met: graded('met'), partly: graded('partly'), missed: graded('missed') };
}

/** "1 of 2 met, 1 partly". */
export function tallyText(counts: Tally): string {
	const { met, partly } = counts;
	return [`${met} of ${totalOf(counts)} met`, ...(partly > 0 ? [`${partly} partly`] : [])].join(', ');
}

export function totalOf({ met, partly, missed }: Tally): number {
	return met + partly + missed;
}

/** A dimension or a level of the whole drill; no band where there is too little to say. */
export interface Line {
	readonly band: Band | undefined;
	readonly tally: Tally;
}

export interface Picture {
	readonly dimensions: readonly (Line & {
		readonly dimension: Dimension;
		readonly byLevel: Readonly<Record<QuestionLevel, Tally>>;
	})[];
	readonly levels: readonly (Line & { readonly level: QuestionLevel })[];
}

function line(criteria: readonly Marked[]): Line {
	return {
		tally: tally(criteria),
		band: criteria.length >= LEAST_EVIDENCE ? bandAt(shareOf(criteria)) : undefined,
	};
}

/**
 * A drill by dimension and by level. A dimension's band rests on what the reader's level is expected to say; a level's
 * band on the criteria of that level alone.
 */
export function picture(criteria: readonly Marked[], level: QuestionLevel): Picture {
	return {
		dimensions: dimensions.map((dimension) => {
			const own = criteria.filter((criterion) => criterion.dimension === dimension);
			const byLevel = Object.fromEntries(
				questionLevels.map((name) => [name, tally(own.filter(({ expectedFrom }) => expectedFrom === name))]),
			) as Record<QuestionLevel, Tally>;
			return { dimension, byLevel, ...line(own.filter(({ expectedFrom }) => rank(expectedFrom) <= rank(level))) };
		}),
		levels: questionLevels.map((name) => ({
			level: name,
			...line(criteria.filter(({ expectedFrom }) => expectedFrom === name)),
		})),
	};
}
