/**
 * The judge: from a question's criteria, marked, to the band of the answer. An interviewer's judge for the drill, and for the check that tries
 * every rubric on it. Pure.
 */
import { count } from '../ground/words.ts';
import { type Dimension, type QuestionLevel, questionLevels } from './interview.ts';

/** The four bands of an interview, from the lowest. */
export const bands = ['strong no hire', 'no hire', 'hire', 'strong hire'] as const;
export type Band = (typeof bands)[number];

/** How far an answer met a criterion. */
export const grades = ['missed', 'partly', 'met'] as const;
export type Grade = (typeof grades)[number];

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

/** Place of a level among all, from the lowest, which is 0. */
export function rankOf(level: QuestionLevel): number {
	return questionLevels.indexOf(level);
}

/** The band of a share of what was expected: 0 to 1. */
export function bandAt(share: number): Band {
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
	const within = criteria.filter(({ expectedFrom }) => rankOf(expectedFrom) <= rankOf(level));
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
