/** Polynomials fitted to many training sets of one curve: what the fits have in common, how they differ, and what they miss. */
import { nearly } from '../parts/comparisons.ts';
import { type FigureChecks, figureModel } from '../parts/contract.ts';
import { normal } from '../parts/random.ts';
import { remembered } from '../parts/remembered.ts';
import { number } from '../parts/settings.ts';
import { count, fixed } from '../parts/words.ts';

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
function coordinatesOf(basis: Basis, targets: Vector): Vector {
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

/** One degree: its terms in closed form, and the errors of the fifty fits. */
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
			noiseless: coordinatesOf(between, Float64Array.from(inputs, truth)),
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
	/** Of the truth at the training inputs: least squares is linear, so the mean of all fits is the fit to it. */
	readonly noiseless: Vector;
	/** The truth where the error is measured. */
	readonly curve: Vector;
	readonly noise: number;
}

/** Fits grow by one polynomial a degree, so that all degrees cost no more than the last. */
function measure(basis: Basis, { sets, fresh, coordinates, noiseless, curve, noise }: Fitted): Measured[] {
	const predictions = sets.map(() => new Float64Array(curve.length));
	const expected = new Float64Array(curve.length);
	const unexplained = sets.map((targets) => dot(targets, targets));
	const [points, others] = [basis.at[0]?.length ?? 1, curve.length];
	let leverage = 0;
	return basis.elsewhere.map((polynomial, degree) => {
		add(expected, polynomial, noiseless[degree] ?? 0);
		leverage += dot(polynomial, polynomial);
		let missed = 0;
		for (const [set, predicted] of predictions.entries()) {
			const coordinate = coordinates[set]?.[degree] ?? 0;
			add(predicted, polynomial, coordinate);
			missed += distance2(predicted, fresh[set] ?? predicted);
			// What an orthogonal projection leaves over; rounding must not take it below zero.
			unexplained[set] = Math.max(0, (unexplained[set] ?? 0) - coordinate ** 2);
		}
		return {
			degree,
			...termsOf(distance2(expected, curve) / others, (noise * leverage) / others, noise),
			test: missed / SETS / others,
			train: unexplained.reduce((sum, rest) => sum + rest, 0) / SETS / points,
		};
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

/** Which fifty training sets can be drawn. */
export const DRAWS = 999;

const settings = {
	degree: number(0, TOP_DEGREE, 1, 3),
	noise: number(0, 1, 0.05, 0.5),
	points: number(8, 80, 1, 20),
	draw: number(1, DRAWS, 1, 1),
};

/** All that one state of the figure shows. */
export interface Shown extends Sweep, ReturnType<typeof curvesOf> {
	/** The degree that was asked for, and the highest that the points can hold. */
	readonly asked: number;
	readonly chosen: Measured;
	readonly parameters: number;
	readonly points: number;
	readonly sigma: number;
	/** The degree with the smallest sum. */
	readonly best: number;
}

/** Errors to three digits; what is off every scale as a whole number. */
const said = (value: number): string => (value < 10 ? fixed(value, 3) : Math.round(value).toLocaleString('en-US'));

const swept = remembered((sigma: number, points: number, draw: number) => sweep({ sigma, points, draw }));

export const model = figureModel({
	settings,
	compute: ({ degree: asked, noise: sigma, points, draw }): Shown => {
		const all = swept(sigma, points, draw);
		const { degrees } = all;
		// As many parameters as points: no higher degree can be told apart.
		const chosen = degrees[asked] ?? degrees.at(-1);
		if (!chosen) throw new Error(`nothing is fitted to ${points} points`);
		const best = degrees.reduce((least, one) => (one.sum < least.sum ? one : least)).degree;
		const parameters = chosen.degree + 1;
		return { ...all, ...curvesOf(all, chosen.degree), asked, chosen, parameters, points, sigma, best };
	},
	builtIn:
		'All training sets have the same evenly spaced inputs; only the noise in their targets is new. The true curve is known, so the terms are exact expectations, taken between the training inputs.',
	name: ({ chosen: { degree } }) => `Fits of degree ${degree}, and the error at every degree`,
	finding: ({ chosen: { degree, bias2, variance, noise }, asked, points }) => {
		if (asked > degree) return `${points} points hold no more than degree ${degree}, which goes through all of them.`;
		if (noise === 0) return `Without noise all ${SETS} fits are the same, and only bias is left.`;
		if (variance > 10) return `At degree ${degree} no two fits agree: the variance is off the chart.`;
		if (bias2 > 2 * variance) return `Degree ${degree} errs by bias: the fits miss together by more than they differ.`;
		if (variance > 2 * bias2)
			return `Degree ${degree} errs by variance: the fits differ by more than their mean misses.`;
		return `Degree ${degree} pays about as much for bias as for variance.`;
	},
	caption: ({ chosen: { bias2, variance, noise, sum, test, train }, best }) =>
		`In expectation, squared bias ${said(bias2)}, variance ${said(variance)} and noise ${said(noise)} add up to ${said(sum)}. These ${SETS} fits err by ${said(test)} on fresh targets; the rest is the luck of the draw. On the points they were fitted to they err by ${said(train)}. The sum is smallest at degree ${best}.`,
	description: ({ chosen: { degree }, degrees, points }) =>
		`${SETS} fits of degree ${degree}, each to ${points} noisy points of the curve sin(3x + 1), with their mean and the true curve. Beside it the error at every degree as a column of noise, squared bias and variance. Sums by degree: ${degrees.map((one) => `${one.degree}: ${said(one.sum)}`).join(', ')}.`,
	readings: ({ chosen: { bias2, variance, noise, sum, test } }) => [
		{ name: 'Squared bias', value: said(bias2), note: '+' },
		{ name: 'Variance', value: said(variance), note: '+' },
		{ name: 'Noise', value: said(noise), note: '=' },
		{ name: 'Sum', value: said(sum) },
		{ name: 'Measured', value: said(test) },
	],
	table: ({ degrees, chosen, points }) => ({
		caption: `Mean squared errors, expected and of ${SETS} fits to ${count(points, 'point')} each`,
		columns: ['Degree', 'Squared bias', 'Variance', 'Noise', 'Sum', 'Measured', 'Training'],
		rows: degrees.map(({ degree, bias2, variance, noise, sum, test, train }) => [
			degree,
			...[bias2, variance, noise, sum, test, train].map(said),
		]),
		current: chosen.degree,
	}),
	presets: [
		{
			name: 'Too stiff',
			values: { degree: 1 },
			lesson: ({ chosen: { train, test, bias2 } }) =>
				`Training error is ${said(train)}, and test error ${said(test)}: close, and both bad. The mean of the fits misses the curve, squared bias ${said(bias2)}, and more points would not help.`,
		},
		{
			name: 'Too free',
			values: { degree: 14 },
			lesson: ({ chosen: { train, test } }) =>
				`Training error fell to ${said(train)} while test error rose to ${said(test)}. The fits swing most at the ends, where points hold them on one side only.`,
		},
		{
			name: 'As free, with four times the points',
			values: { degree: 14, points: 80 },
			lesson: ({ parameters, chosen: { variance, bias2 } }) =>
				`The same ${parameters} parameters, and the variance is ${said(variance)}; squared bias was and is ${said(bias2)}. Data is a cure for variance.`,
		},
		{
			name: 'No noise',
			values: { degree: 2, noise: 0 },
			lesson: ({ chosen: { variance, bias2 } }) =>
				`The inputs are the same in every set, so without noise every fit is the same: variance ${said(variance)}. Were the inputs drawn anew, the fits would differ still. Squared bias, ${said(bias2)}, stays: it belongs to the model.`,
		},
	],
});

/** Solves a small system by Gauss and Jordan, the largest pivot first; right-hand sides stand in the rows after the matrix. */
function solve(rows: number[][]): number[][] {
	for (let at = 0; at < rows.length; at++) {
		const pivot = rows.reduce(
			(best, row, i) => (i >= at && Math.abs(row[at] ?? 0) > Math.abs(rows[best]?.[at] ?? 0) ? i : best),
			at,
		);
		[rows[at], rows[pivot]] = [rows[pivot] ?? [], rows[at] ?? []];
		const own = rows[at] ?? [];
		for (const row of rows) {
			const share = (row[at] ?? 0) / (own[at] ?? 1);
			if (row !== own)
				for (let column = at; column < row.length; column++)
					row[column] = (row[column] ?? 0) - share * (own[column] ?? 0);
		}
	}
	return rows.map((row, at) => row.slice(rows.length).map((value) => value / (row[at] ?? 1)));
}

/** Squared bias and variance by the normal equations over Chebyshev polynomials, which share nothing with the basis of the figure. */
function byNormalEquations(
	inputs: readonly number[],
	degree: number,
	sigma: number,
): Pick<Terms, 'bias2' | 'variance'> {
	const row = (x: number): number[] =>
		Array.from({ length: degree + 1 }, (_, k) => Math.cos(k * Math.acos(Math.max(-1, Math.min(1, x)))));
	const [at, others] = [inputs.map(row), middlesOf(inputs)];
	const product = (a: readonly number[], b: readonly number[]): number =>
		a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
	const column = (k: number): number[] => at.map((values) => values[k] ?? 0);
	const solved = solve(
		Array.from({ length: degree + 1 }, (_, k) => [
			...Array.from({ length: degree + 1 }, (__, j) => product(column(k), column(j))),
			product(column(k), inputs.map(truth)),
			...others.map((x) => row(x)[k] ?? 0),
		]),
	);
	const terms = others.map((x, i) => ({
		missed:
			(product(
				row(x),
				solved.map(([coefficient = 0]) => coefficient),
			) -
				truth(x)) **
			2,
		leverage: product(
			row(x),
			solved.map((values) => values[i + 1] ?? 0),
		),
	}));
	return {
		bias2: terms.reduce((sum, { missed }) => sum + missed, 0) / others.length,
		variance: (sigma ** 2 * terms.reduce((sum, { leverage }) => sum + leverage, 0)) / others.length,
	};
}

export const checks: FigureChecks<Shown> = {
	lessons: {
		'Too stiff': ({ chosen: { train, test, bias2, noise } }) =>
			test < 1.3 * train &&
			bias2 > noise &&
			expectedTerms(evenly(80), middlesOf(evenly(80)), 1, 0.5).bias2 > 0.95 * bias2,
		'Too free': ({ chosen: { train, test }, degrees, curves, mean }) => {
			const swing = (at: number): number =>
				curves.reduce((sum, curve) => sum + ((curve[at] ?? 0) - (mean[at] ?? 0)) ** 2, 0);
			const middle = (mean.length - 1) / 2;
			const stiff = degrees[3] ?? { train: 0, test: 0 };
			return train < stiff.train && test > 2 * stiff.test && swing(1) > 10 * swing(middle);
		},
		'As free, with four times the points': ({ chosen: { variance, bias2, degree }, points, sigma }) => {
			const fewer = expectedTerms(evenly(20), middlesOf(evenly(20)), degree, sigma);
			return points > 20 && 10 * variance < fewer.variance && Math.abs(bias2 - fewer.bias2) < 0.001;
		},
		'No noise': ({ chosen: { variance, bias2 } }) => variance < 1e-12 && bias2 > 0.05,
	},
	comparisons: ({ inputs, chosen, sigma }) => {
		const { degree, bias2, variance, noise, sum, test } = chosen;
		const exact = byNormalEquations(inputs, degree, sigma);
		// What fifty sets leave to luck: of the fits, and of their fresh targets.
		const luck = Math.sqrt(
			(2 * variance ** 2 + 4 * bias2 * variance) / SETS +
				(2 * noise ** 2 + 4 * noise * (bias2 + variance)) / (SETS * (inputs.length - 1)),
		);
		return [
			nearly('squared bias', bias2, exact.bias2, 1e-5, Math.max(exact.bias2, 1e-6)),
			nearly('variance', variance, exact.variance, 1e-5),
			nearly('error measured on the fits', test, sum, 1e-9 + (6 * luck) / (sum || 1)),
		];
	},
};
