/** A change of weights with a chosen spectrum, and the best that two factors of rank r can make of it. */
import { nearly } from '../parts/comparisons.ts';
import { type FigureChecks, figureModel } from '../parts/contract.ts';
import { normal } from '../parts/random.ts';
import { choice, number } from '../parts/settings.ts';
import { fixed } from '../parts/words.ts';

type Vector = readonly number[];
export type Matrix = readonly Vector[];

/** Rows and columns of the change. */
export const SIDE = 16;
/** Numbers of the whole change. */
export const FULL = SIDE * SIDE;
/** Patterns at full strength, where the spectrum has a few strong ones. */
export const STRONG = 4;

const sum = (values: Vector): number => values.reduce((total, one) => total + one, 0);
const dot = (one: Vector, other: Vector): number => sum(one.map((value, at) => value * (other[at] ?? 0)));
const table = (rows: number, columns: number, entry: (row: number, column: number) => number): Matrix =>
	Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => entry(row, column)));

/** The Frobenius norm: the root of the sum of squared entries. */
export const sizeOf = (matrix: Matrix): number => Math.sqrt(sum(matrix.map((row) => dot(row, row))));

/** Orthonormal vectors in random directions, by Gram and Schmidt. */
function directions(seed: number): Matrix {
	const next = normal(seed);
	const found: Vector[] = [];
	while (found.length < SIDE) {
		const drawn: Vector = Array.from({ length: SIDE }, next);
		// Twice, or rounding leaves angles that are not quite right.
		const free = [...found, ...found].reduce((rest, one) => {
			const along = dot(rest, one);
			return rest.map((value, at) => value - along * (one[at] ?? 0));
		}, drawn);
		const length = Math.sqrt(dot(free, free));
		found.push(free.map((value) => value / length));
	}
	return found;
}

const [LEFT, RIGHT] = [directions(1), directions(2)];

const settings = {
	rank: number(0, SIDE, 1, 2),
	spectrum: choice(['four', '1/i'], 'four'),
	floor: number(0, 1, 0.05, 0),
};

/** All that one state of the figure shows. */
export interface Shown {
	readonly rank: number;
	readonly floor: number;
	readonly spectrum: 'four' | '1/i';
	/** Singular values of the change, largest first. */
	readonly strengths: Vector;
	readonly change: Matrix;
	/** The factors, with the root of each strength in both: SIDE × r and r × SIDE. */
	readonly B: Matrix;
	readonly A: Matrix;
	readonly product: Matrix;
	readonly rest: Matrix;
	/** What has the deepest tint, in the change and its parts, and in the factors. */
	readonly reach: number;
	readonly factorReach: number;
	/** Relative error at each rank from 0 to SIDE. */
	readonly errors: Vector;
	readonly error: number;
	/** The same at rank STRONG, and at twice this rank. */
	readonly atStrong: number;
	readonly atTwice: number;
	/** Share of the squared size that is kept, in percent. */
	readonly kept: number;
	/** The strongest pattern that is left out; 0 where none is. */
	readonly next: number;
	/** Numbers in both factors, and at each rank. */
	readonly numbers: number;
}

/** What rounding leaves of an error that is none. */
const NONE = 1e-7;
/** What has the deepest tint: not the largest entry, or most would be pale. */
const deepest = (matrix: Matrix): number => 0.6 * Math.max(...matrix.flat().map(Math.abs));

export const model = figureModel({
	settings,
	compute: ({ rank, spectrum, floor }): Shown => {
		const strengths = Array.from({ length: SIDE }, (_, at) =>
			Math.max(floor, spectrum === '1/i' ? 1 / (at + 1) : Number(at < STRONG)),
		);
		const factor = (of: Matrix, row: number, pattern: number): number =>
			Math.sqrt(strengths[pattern] ?? 0) * (of[pattern]?.[row] ?? 0);
		const made = (patterns: number): Matrix =>
			table(SIDE, SIDE, (row, column) =>
				sum(Array.from({ length: patterns }, (_, at) => factor(LEFT, row, at) * factor(RIGHT, column, at))),
			);
		const [change, product] = [made(SIDE), made(rank)];
		const squares = strengths.map((one) => one * one);
		const errors = Array.from({ length: SIDE + 1 }, (_, at) => Math.sqrt(sum(squares.slice(at)) / sum(squares)));
		const error = errors[rank] ?? 0;
		return {
			...{ rank, spectrum, floor, strengths, change, product, errors, error },
			B: table(SIDE, rank, (row, at) => factor(LEFT, row, at)),
			A: table(rank, SIDE, (at, column) => factor(RIGHT, column, at)),
			rest: table(SIDE, SIDE, (row, column) => (change[row]?.[column] ?? 0) - (product[row]?.[column] ?? 0)),
			reach: deepest(change),
			factorReach: deepest(
				[LEFT, RIGHT].flatMap((of) => table(SIDE, SIDE, (row, pattern) => factor(of, row, pattern))),
			),
			atStrong: errors[STRONG] ?? 0,
			atTwice: errors[Math.min(SIDE, 2 * rank)] ?? 0,
			kept: 100 * (1 - error * error),
			next: strengths[rank] ?? 0,
			numbers: 2 * SIDE * rank,
		};
	},
	builtIn:
		'The change ΔW is given here, with strengths that you choose and random patterns. LoRA never sees it: it descends on the loss of its task. The factors drawn are one pair of many with the same product. At width 16 a rank is dear; at width 4,096, rank 8 has 0.4% of the numbers.',
	name: ({ rank }) => `A change of ${SIDE} × ${SIDE} and the best of rank ${rank}`,
	finding: ({ rank, error, numbers }) =>
		rank === 0
			? 'Without a rank there is no update, and all of ΔW is left.'
			: error < NONE
				? `Rank ${rank} gives all of ΔW: nothing is left.`
				: `Rank ${rank} leaves an error of ${fixed(error, 3)}, with ${numbers} numbers where ΔW has ${FULL}.`,
	caption: ({ kept, next }) =>
		next > 0
			? `Of the squared size it has ${fixed(kept, 1)}%; the strongest pattern left out has a strength of ${fixed(next, 2)}.`
			: `Of the squared size it has ${fixed(kept, 1)}%, and no pattern with any strength is left out.`,
	description: ({ strengths, rank, error }) =>
		`Bars of the ${SIDE} singular values, ${strengths.map((one) => fixed(one, 2)).join(', ')}, cut after the first ${rank}. Beneath, four tables of tinted squares: ΔW, ${SIDE} by ${SIDE}; the factors B, ${SIDE} by ${rank}, and A, ${rank} by ${SIDE}, beside and above their product; and the rest, whose size is ${fixed(error, 3)} of that of ΔW.`,
	readings: ({ error, numbers, kept, next }) => [
		{ name: 'Relative error', value: fixed(error, 3) },
		{ name: 'Numbers in B and A', value: numbers, note: `of ${FULL} in ΔW` },
		{ name: 'Squared size kept', value: `${fixed(kept, 1)}%` },
		{ name: 'Strongest left out', value: fixed(next, 2) },
	],
	table: ({ strengths, errors, rank }) => ({
		caption: 'What each rank leaves and takes',
		columns: ['Rank', 'Singular value', 'Relative error', 'Numbers'],
		rows: errors.map((error, at) => [
			at,
			at === 0 ? '' : fixed(strengths[at - 1] ?? 0, 2),
			fixed(error, 3),
			2 * SIDE * at,
		]),
		current: rank,
	}),
	presets: [
		{
			name: 'Enough rank',
			values: { rank: 4 },
			lesson: ({ rank, error, numbers }) =>
				`As many columns as there are strong patterns: rank ${rank} leaves ${fixed(error, 3)}, with ${numbers} numbers for ${FULL}. By eye, ΔW does not look simpler than any other table.`,
		},
		{
			name: 'A floor under the rest',
			values: { rank: 8, floor: 0.25 },
			lesson: ({ atStrong, error, floor, rank }) =>
				`Weak patterns of strength ${fixed(floor, 2)} add up. Rank ${STRONG} leaves ${fixed(atStrong, 3)}; twice the numbers, rank ${rank}, still leave ${fixed(error, 3)}.`,
		},
		{
			name: 'A slow decay',
			values: { rank: 4, spectrum: '1/i' },
			lesson: ({ error, atTwice, rank }) =>
				`Each pattern is weaker than the one before, none is missing. Rank ${rank} leaves ${fixed(error, 3)}, twice that rank ${fixed(atTwice, 3)}: more rank helps, ever less.`,
		},
		{
			name: 'All alike',
			values: { rank: 8, floor: 1 },
			lesson: ({ error, numbers }) =>
				`The factors have ${numbers} numbers, as many as ΔW itself, and ${fixed(error, 3)} is left. Such a change has no low-rank version.`,
		},
		{
			name: 'Rank to spare',
			values: { rank: 16 },
			lesson: ({ numbers, error, atStrong }) =>
				`The factors have ${numbers} numbers for the ${FULL} of ΔW. The error, ${fixed(error, 3)}, was ${fixed(atStrong, 3)} at rank ${STRONG} already: the columns after it are empty.`,
		},
	],
});

export const checks: FigureChecks<Shown> = {
	lessons: {
		'Enough rank': ({ rank, error, strengths }) => error < NONE && rank === strengths.filter((one) => one > 0).length,
		'A floor under the rest': ({ atStrong, error, rank }) =>
			rank === 2 * STRONG && atStrong > 0.3 && error > 0.75 * atStrong,
		'A slow decay': ({ errors, strengths, rank }) => {
			const gains = errors.slice(1, -1).map((one, at) => (errors[at] ?? 0) - one);
			return (
				rank * 2 <= SIDE &&
				strengths.every((one, at) => at === 0 || (one > 0 && one < (strengths[at - 1] ?? 0))) &&
				gains.slice(0, 2 * rank).every((gain, at) => at === 0 || gain < (gains[at - 1] ?? 0))
			);
		},
		'All alike': ({ numbers, error, strengths }) =>
			numbers === FULL && error > 0.7 && strengths.every((one) => one === strengths[0]),
		'Rank to spare': ({ rank, error, atStrong, B }) =>
			rank === SIDE && error < NONE && atStrong < NONE && B.every((row) => row.slice(STRONG).every((one) => one === 0)),
	},
	// Entry by entry, from what is drawn; the strengths by the size of the whole; two spectra in closed form.
	comparisons: ({ change, B, A, product, rest, strengths, error, rank, spectrum, floor }) => {
		const multiplied = B.map((row) =>
			Array.from({ length: SIDE }, (_, column) => sum(row.map((b, at) => b * (A[at]?.[column] ?? 0)))),
		);
		const apart = sizeOf(multiplied.map((row, at) => row.map((value, column) => value - (product[at]?.[column] ?? 0))));
		const closed =
			floor === 1
				? Math.sqrt(1 - rank / SIDE)
				: floor === 0 && spectrum === 'four'
					? Math.sqrt(Math.max(0, 1 - rank / STRONG))
					: undefined;
		return [
			nearly('error, by entries', error, sizeOf(rest) / sizeOf(change), 1e-9, 1),
			nearly('size of the change', sizeOf(change), Math.sqrt(dot(strengths, strengths))),
			nearly('B times A', apart, 0, 1e-9, 1),
			...(closed === undefined ? [] : [nearly('error, in closed form', error, closed, 1e-9, 1)]),
		];
	},
};
