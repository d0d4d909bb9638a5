/**
 * What a reader's own score is, and the picture of a drill from its marked criteria. Every band comes with what it rests on, and there is no total:
 * a strong derivation does not make up for an answer that nobody could follow.
 */
import { type Dimension, dimensions, type QuestionLevel, questionLevels } from '../concepts/interview.ts';
import { type Band, bandAt, bands, type Grade, type Marked, rankOf, shareOf } from '../concepts/judging.ts';

/**
 * What a reader says of their own answer before they see the rubric: a band for a question, and for a follow-up, whose one or two
 * criteria carry no band, how far they met it.
 */
export type SelfScore = Band | Grade;

export function isBand(score: SelfScore): score is Band {
	return (bands as readonly string[]).includes(score);
}

/** Fewer criteria say nothing about a dimension or a level. */
export const LEAST_EVIDENCE = 3;

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
			return { dimension, byLevel, ...line(own.filter(({ expectedFrom }) => rankOf(expectedFrom) <= rankOf(level))) };
		}),
		levels: questionLevels.map((name) => ({
			level: name,
			...line(criteria.filter(({ expectedFrom }) => expectedFrom === name)),
		})),
	};
}
