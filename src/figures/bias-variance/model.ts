/** Polynomials fitted to many training sets of one curve: what the fits have in common, how they differ, and what they miss. */
import { normal } from '../parts/random.ts';

/** Training sets drawn, each fitted once. */
export const SETS = 50;
/** The highest degree that is fitted. */
export const TOP_DEGREE = 15;

export function truth(x: number): number {
	return Math.sin(3 * x + 1);
}

/** Numbers spread evenly from −1 to 1. */
export function evenly(count: number): number[] {
	return Array.from({ length: count }, (_, at) => -1 + (2 * at) / (count - 1));
}

/** New inputs, one in the middle between every two training inputs. */
export function middlesOf(inputs: readonly number[]): number[] {
	return inputs.slice(1).map((x, at) => (x + (inputs[at] ?? x)) / 2);
}

type Vector = Float64Array;

function dot(a: Vector, b: Vector): number {
	let sum = 0;
	for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
	return sum;
}

/** target += factor · source */
function add(target: Vector, source: Vector, factor: number): void {
	for (let at = 0; at < target.length; at++) target[at] = (target[at] ?? 0) + factor * (source[at] ?? 0);
}

/** Sum of the squared differences. */
function distance2(a: Vector, b: Vector): number {
	let sum = 0;
	for (let at = 0; at < a.length; at++) sum += ((a[at] ?? 0) - (b[at] ?? 0)) ** 2;
	return sum;
}

/** Values of the Legendre polynomials up to a degree, by polynomial and input. */
function legendre(inputs: readonly number[], degree: number): Vector[] {
	const table = [Float64Array.from(inputs, () => 1), Float64Array.from(inputs)];
	for (let n = 1; n < degree; n++) {
		const [now, before] = [table[n], table[n - 1]];
		table.push(
			Float64Array.from(inputs, (x, at) => ((2 * n + 1) * x * (now?.[at] ?? 0) - n * (before?.[at] ?? 0)) / (n + 1)),
		);
	}
	return table.slice(0, degree + 1);
}

export interface Basis {
	/** Polynomials of degree 0, 1, … that are orthonormal over the training inputs, by polynomial and input. */
	readonly at: readonly Vector[];
	/** The same polynomials at other inputs. */
	readonly elsewhere: readonly Vector[];
}

/**
 * Powers of x become almost parallel as the degree grows; these are orthonormal to the last digits. Legendre polynomials, made
 * orthogonal twice by Gram and Schmidt; whatever is done to their values at the training inputs is done to those elsewhere.
 *
 * @param degree at most one less than the number of inputs
 */
export function basisOf(inputs: readonly number[], others: readonly number[], degree: number): Basis {
	const values = legendre(inputs, degree);
	const otherValues = legendre(others, degree);
	const at: Vector[] = [];
	const elsewhere: Vector[] = [];
	for (const [n, here] of values.entries()) {
		const there = otherValues[n] ?? new Float64Array();
		for (const _round of [1, 2]) {
			for (const [m, base] of at.entries()) {
				const share = dot(here, base);
				add(here, base, -share);
				add(there, elsewhere[m] ?? base, -share);
			}
		}
		const length = Math.sqrt(dot(here, here));
		at.push(here.map((value) => value / length));
		elsewhere.push(there.map((value) => value / length));
	}
	return { at, elsewhere };
}

/** Coordinates of a training set in the basis: the least-squares fit of degree d is the first d + 1 of them. */
export function coordinatesOf(basis: Basis, targets: Vector): Vector {
	return Float64Array.from(basis.at, (polynomial) => dot(polynomial, targets));
}

/** The polynomial with these coordinates, at the other inputs of the basis. */
function predict(basis: Basis, coordinates: Vector, degree: number, others: number): Vector {
	const predicted = new Float64Array(others);
	for (let n = 0; n <= degree; n++) add(predicted, basis.elsewhere[n] ?? predicted, coordinates[n] ?? 0);
	return predicted;
}

/** Mean squared error at new inputs and the terms that it splits into. */
export interface Terms {
	readonly bias2: number;
	readonly variance: number;
	readonly noise: number;
	/** bias² + variance + noise. */
	readonly sum: number;
}

/** What the terms come to over all training sets, in closed form. */
export function expectedTerms(
	inputs: readonly number[],
	others: readonly number[],
	degree: number,
	sigma: number,
): Terms {
	const basis = basisOf(inputs, others, degree);
	const coordinates = coordinatesOf(basis, Float64Array.from(inputs, truth));
	const mean = predict(basis, coordinates, degree, others.length);
	const spread = basis.elsewhere.reduce((sum, polynomial) => sum + dot(polynomial, polynomial), 0);
	const bias2 = distance2(mean, Float64Array.from(others, truth)) / others.length;
	return termsOf(bias2, (sigma ** 2 * spread) / others.length, sigma ** 2);
}

function termsOf(bias2: number, variance: number, noise: number): Terms {
	return { bias2, variance, noise, sum: bias2 + variance + noise };
}

/** One degree, measured over the training sets. */
export interface Measured extends Terms {
	readonly degree: number;
	/** Mean squared error on fresh targets, with noise of their own: the sum, but for the luck of the draw. */
	readonly test: number;
	/** Mean squared error on the targets that were fitted. */
	readonly train: number;
}

/** What is drawn by chance. */
export interface Draw {
	/** Standard deviation of the noise. */
	readonly sigma: number;
	/** Training inputs, evenly spaced. */
	readonly points: number;
	/** Which fifty training sets. */
	readonly draw: number;
}

/** Fifty training sets with the fits of every degree that the points can determine. */
export interface Sweep {
	readonly inputs: readonly number[];
	/** Targets of the first training set. */
	readonly targets: Vector;
	readonly degrees: readonly Measured[];
	/** Where curves are drawn. */
	readonly grid: readonly number[];
	/** Of the grid. */
	readonly basis: Basis;
	/** By training set. */
	readonly coordinates: readonly Vector[];
}

/** Points of a drawn curve. */
const GRID = 41;

/** Draws the training sets, fits every degree to each, and measures the error between the training inputs. */
export function sweep({ sigma, points, draw }: Draw): Sweep {
	const inputs = evenly(points);
	const middles = middlesOf(inputs);
	const grid = evenly(GRID);
	const { at, elsewhere } = basisOf(inputs, [...middles, ...grid], Math.min(TOP_DEGREE, points - 1));
	const next = normal(draw);
	const noisy = (xs: readonly number[]) => Float64Array.from(xs, (x) => truth(x) + sigma * next());
	const sets = Array.from({ length: SETS }, () => noisy(inputs));
	const fresh = Array.from({ length: SETS }, () => noisy(middles));
	const between = { at, elsewhere: elsewhere.map((values) => values.subarray(0, middles.length)) };
	const coordinates = sets.map((targets) => coordinatesOf(between, targets));
	return {
		inputs,
		targets: sets[0] ?? new Float64Array(),
		degrees: measure(between, {
			sets,
			fresh,
			coordinates,
			curve: Float64Array.from(middles, truth),
			noise: sigma ** 2,
		}),
		grid,
		basis: { at, elsewhere: elsewhere.map((values) => values.subarray(middles.length)) },
		coordinates,
	};
}

interface Fitted {
	readonly sets: readonly Vector[];
	readonly fresh: readonly Vector[];
	readonly coordinates: readonly Vector[];
	/** The truth where the error is measured. */
	readonly curve: Vector;
	readonly noise: number;
}

/** Fits grow by one polynomial a degree, so that all degrees cost no more than the last. */
function measure(basis: Basis, { sets, fresh, coordinates, curve, noise }: Fitted): Measured[] {
	const predictions = sets.map(() => new Float64Array(curve.length));
	const unexplained = sets.map((targets) => dot(targets, targets));
	const count = SETS * curve.length;
	return basis.elsewhere.map((polynomial, degree) => {
		const mean = new Float64Array(curve.length);
		for (const [set, predicted] of predictions.entries()) {
			const coordinate = coordinates[set]?.[degree] ?? 0;
			add(predicted, polynomial, coordinate);
			add(mean, predicted, 1 / SETS);
			// What an orthogonal projection leaves over; rounding must not take it below zero.
			unexplained[set] = Math.max(0, (unexplained[set] ?? 0) - coordinate ** 2);
		}
		const over = (others: (set: number) => Vector) =>
			predictions.reduce((sum, predicted, set) => sum + distance2(predicted, others(set)), 0) / count;
		const train = unexplained.reduce((sum, rest) => sum + rest, 0) / SETS / (basis.at[0]?.length ?? 1);
		const variance = over(() => mean);
		const test = over((set) => fresh[set] ?? mean);
		return { degree, ...termsOf(distance2(mean, curve) / curve.length, variance, noise), test, train };
	});
}

/** The fits of one degree as curves over the grid, and their mean. */
export function curvesOf(
	{ basis, coordinates, grid }: Sweep,
	degree: number,
): { readonly curves: readonly Vector[]; readonly mean: Vector } {
	const curves = coordinates.map((own) => predict(basis, own, degree, grid.length));
	const mean = new Float64Array(grid.length);
	for (const curve of curves) add(mean, curve, 1 / SETS);
	return { curves, mean };
}
