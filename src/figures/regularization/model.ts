/** Two weights under a penalty: a quadratic loss around its own minimum, and where L1, L2 or both together move the solution. */
import { nearly } from '../parts/comparisons.ts';
import { type FigureChecks, figureModel } from '../parts/contract.ts';
import { choice, number } from '../parts/settings.ts';
import { fixed } from '../parts/words.ts';

export type Point = readonly [first: number, second: number];

/** The share of L1 in each penalty; the rest is L2. */
const SHARE = { L1: 1, 'elastic net': 0.5, L2: 0 };
type Penalty = keyof typeof SHARE;

/** The strongest penalty that can be set. */
export const STRONGEST = 2.5;
/** The strengths at which the path is drawn. */
export const STRENGTHS = Array.from({ length: 101 }, (_, at) => (at * STRONGEST) / 100);

export interface Objective {
	/** Where the loss alone is lowest. */
	readonly fit: Point;
	/** Correlation of the two features; each alone has curvature 1. */
	readonly rho: number;
	readonly penalty: Penalty;
}

/** Moves a number towards zero by so much, and no further. */
const soft = (value: number, by: number): number => Math.sign(value) * Math.max(Math.abs(value) - by, 0);

/** The slopes that hold the weights at zero have to balance: H times the fit. */
const slopesAtZero = ({ fit: [first, second], rho }: Objective): Point => [first + rho * second, rho * first + second];

/** Half the squared error above its minimum. */
export function lossAt({ fit, rho }: Objective, [first, second]: Point): number {
	const [u, v] = [first - fit[0], second - fit[1]];
	return (u * u + 2 * rho * u * v + v * v) / 2;
}

/** What is charged for the weights, by one unit of strength. */
export function chargeFor(penalty: Penalty, [first, second]: Point): number {
	const share = SHARE[penalty];
	return share * (Math.abs(first) + Math.abs(second)) + ((1 - share) * (first * first + second * second)) / 2;
}

/** The weights at which loss and penalty together are lowest, by a closed form for each way to be zero or not. */
export function solve(objective: Objective, strength: number): Point {
	const { rho, penalty } = objective;
	const [c, d] = slopesAtZero(objective);
	const by = strength * SHARE[penalty];
	const own = 1 + strength * (1 - SHARE[penalty]);
	const candidates: Point[] = [
		[0, 0],
		[soft(c, by) / own, 0],
		[0, soft(d, by) / own],
	];
	for (const [s, t] of [
		[1, 1],
		[1, -1],
		[-1, 1],
		[-1, -1],
	] as const) {
		const [e, f] = [c - by * s, d - by * t];
		const both: Point = [(own * e - rho * f) / (own * own - rho * rho), (own * f - rho * e) / (own * own - rho * rho)];
		if (Math.sign(both[0]) === s && Math.sign(both[1]) === t) candidates.push(both);
	}
	const total = (weights: Point): number => lossAt(objective, weights) + strength * chargeFor(penalty, weights);
	return candidates.reduce((best, one) => (total(one) < total(best) ? one : best));
}

const settings = {
	strength: number(0, STRONGEST, 0.01, 0.6),
	penalty: choice(['L1', 'L2', 'elastic net'], 'L1'),
	rho: number(-0.95, 0.95, 0.05, 0),
	first: number(-2.4, 2.4, 0.1, 2),
	second: number(-2.4, 2.4, 0.1, 0.5),
};

/** All that one state of the figure shows. */
export interface Shown {
	readonly objective: Objective;
	readonly strength: number;
	/** The solution, and at each of `STRENGTHS`. */
	readonly weights: Point;
	readonly path: readonly Point[];
	/** The solution at this strength under the two plain penalties. */
	readonly underL1: Point;
	readonly underL2: Point;
	readonly loss: number;
	readonly charge: number;
	/** What would be charged without the penalty. */
	readonly chargeOfFit: number;
	/** The strength from which on L1 leaves nothing: the larger slope at zero. */
	readonly limit: number;
	readonly differences: { readonly fit: number; readonly underL1: number; readonly underL2: number };
}

const pair = (weights: Point): string => weights.map((weight) => fixed(weight, 2)).join(' and ');
const gap = ([first, second]: Point): number => Math.abs(first - second);
const near = (one: number, other: number): boolean => Math.abs(one - other) < 1e-9;

export const model = figureModel({
	settings,
	compute: ({ strength, penalty, rho, first, second }): Shown => {
		const objective: Objective = { fit: [first, second], rho, penalty };
		const weights = solve(objective, strength);
		const underL1 = solve({ ...objective, penalty: 'L1' }, strength);
		const underL2 = solve({ ...objective, penalty: 'L2' }, strength);
		return {
			objective,
			strength,
			weights,
			path: STRENGTHS.map((one) => solve(objective, one)),
			underL1,
			underL2,
			loss: lossAt(objective, weights),
			charge: chargeFor(penalty, weights),
			chargeOfFit: chargeFor(penalty, objective.fit),
			limit: Math.max(...slopesAtZero(objective).map(Math.abs)),
			differences: { fit: gap(objective.fit), underL1: gap(underL1), underL2: gap(underL2) },
		};
	},
	builtIn:
		'The loss is exactly quadratic in two weights, and each feature is standardized, so each weight alone has the same curvature. No data are drawn: nothing here shows how well a model does on new ones.',
	name: ({ objective: { penalty } }) => `Two weights under ${penalty}, and their path over the strength`,
	finding: ({ objective: { penalty }, strength, weights, weights: [first, second] }) => {
		const at = `At λ = ${fixed(strength, 2)}, ${penalty}`;
		if (first === 0 && second === 0) return `${at} sets both weights to exactly zero.`;
		if (second === 0) return `${at} sets the second weight to exactly zero; the first is ${fixed(first, 2)}.`;
		if (first === 0) return `${at} sets the first weight to exactly zero; the second is ${fixed(second, 2)}.`;
		return `${at} leaves both weights: ${pair(weights)}.`;
	},
	caption: ({ objective: { fit }, loss, charge, chargeOfFit }) =>
		`Without a penalty they are ${pair(fit)}. The loss rises by ${fixed(loss, 2)} above its minimum, and the penalty at strength one falls from ${fixed(chargeOfFit, 2)} to ${fixed(charge, 2)}; the shaded region is all that is charged no more.`,
	description: ({ objective: { fit, rho, penalty }, strength, weights, limit }) =>
		`Contours of the loss around ${pair(fit)}, correlation ${fixed(rho, 2)}. The region that ${penalty} allows around the origin touches a contour at ${pair(weights)}, the solution for λ = ${fixed(strength, 2)}. As λ grows, the path leads from the minimum of the loss towards zero; under L1 it ends there at λ = ${fixed(limit, 2)}.`,
	readings: ({ weights: [first, second], objective: { fit }, loss, underL1, underL2 }) => [
		{ name: 'First weight', value: fixed(first, 3), note: `from ${fixed(fit[0], 1)}` },
		{ name: 'Second weight', value: fixed(second, 3), note: `from ${fixed(fit[1], 1)}` },
		{ name: 'Loss above its minimum', value: fixed(loss, 3) },
		{ name: 'Under L1, under L2', value: `${pair(underL1)}; ${pair(underL2)}` },
	],
	table: ({ objective, strength }) => {
		const rows = [...new Set([0, 0.25, 0.5, 1, 1.5, 2, STRONGEST, strength])].sort((one, other) => one - other);
		return {
			caption: 'Weights by the strength of the penalty',
			columns: ['λ', 'First, L1', 'Second, L1', 'First, L2', 'Second, L2'],
			rows: rows.map((one) => [
				fixed(one, 2),
				...(['L1', 'L2'] as const).flatMap((penalty) =>
					solve({ ...objective, penalty }, one).map((weight) => fixed(weight, 3)),
				),
			]),
			current: rows.indexOf(strength),
		};
	},
	presets: [
		{
			name: 'A disk instead',
			values: { penalty: 'L2' },
			lesson: ({ objective: { penalty }, underL1, underL2 }) =>
				`A disk has no corners: ${penalty} keeps both weights, ${pair(underL2)}, where the lasso has ${pair(underL1)}.`,
		},
		{
			name: 'Near-copies under L1',
			values: { rho: 0.95, first: 1.2, second: 0.8, strength: 0.5 },
			lesson: ({ objective: { penalty }, weights, differences }) =>
				`${penalty} takes the same from both and leaves ${pair(weights)}: their difference stays ${fixed(differences.fit, 2)}. Ridge would bring it down to ${fixed(differences.underL2, 2)}.`,
		},
		{
			name: 'A sign that flips under L2',
			values: { penalty: 'L2', rho: 0.8, first: 1.5, second: -0.4, strength: 0.3 },
			lesson: ({ objective: { fit, penalty }, weights }) =>
				`The second weight went from ${fixed(fit[1], 2)} through zero to ${fixed(weights[1], 2)}. ${penalty} shrinks the norm, not each weight.`,
		},
		{
			name: 'Nothing left',
			values: { strength: 2 },
			lesson: ({ objective: { penalty }, limit, underL2 }) =>
				`From λ = ${fixed(limit, 2)} on, the slope of the loss at zero is too weak to move a weight under ${penalty}. Ridge would still leave ${pair(underL2)}.`,
		},
	],
});

/** Minimizes over one weight at a time until nothing moves: another algorithm for the same solution. */
function byCoordinate(objective: Objective, strength: number): Point {
	const [c, d] = slopesAtZero(objective);
	const share = SHARE[objective.penalty];
	const own = 1 + strength * (1 - share);
	let [first, second] = [0, 0];
	for (let round = 0; round < 400; round++) {
		first = soft(c - objective.rho * second, strength * share) / own;
		second = soft(d - objective.rho * first, strength * share) / own;
	}
	return [first, second];
}

export const checks: FigureChecks<Shown> = {
	lessons: {
		'A disk instead': ({ objective: { penalty }, underL1, underL2 }) =>
			penalty === 'L2' && underL1.includes(0) && underL2.every((weight) => Math.abs(weight) > 0.1),
		'Near-copies under L1': ({ objective: { penalty, fit }, weights, differences }) =>
			penalty === 'L1' &&
			weights.every((weight) => weight > 0) &&
			near(fit[0] - weights[0], fit[1] - weights[1]) &&
			near(differences.underL1, differences.fit) &&
			differences.underL2 < differences.fit / 10,
		'A sign that flips under L2': ({ objective: { penalty, fit }, weights }) =>
			penalty === 'L2' && fit[1] * weights[1] < 0 && Math.hypot(...weights) < Math.hypot(...fit),
		'Nothing left': ({ objective: { penalty }, strength, limit, weights, underL2 }) =>
			penalty === 'L1' &&
			strength >= limit &&
			weights.every((weight) => weight === 0) &&
			underL2.every((weight) => weight !== 0),
	},
	comparisons: ({ objective, strength, weights, path }) => {
		const { fit, rho, penalty } = objective;
		const other = byCoordinate(objective, strength);
		const share = SHARE[penalty];
		const halfway = byCoordinate(objective, STRENGTHS[50] ?? 0);
		return [
			...weights.map((weight, at) =>
				nearly(`weight ${at + 1}, by coordinate descent`, weight, other[at] ?? 0, 1e-9, 1),
			),
			...(path[50] ?? []).map((weight, at) =>
				nearly(`weight ${at + 1} in the middle of the path, by coordinate descent`, weight, halfway[at] ?? 0, 1e-9, 1),
			),
			// Without correlation each weight is a problem of its own, with a closed form.
			...(rho === 0
				? weights.map((weight, at) =>
						nearly(
							`weight ${at + 1}, alone`,
							weight,
							soft(fit[at] ?? 0, strength * share) / (1 + strength * (1 - share)),
							1e-9,
							1,
						),
					)
				: []),
		];
	},
};
