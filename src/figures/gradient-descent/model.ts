/** Descent on a quadratic valley by the rules of the concept's listing: f = (u² + λ v²) / 2, its axes along the coordinates or at 45° to them. */
import { nearly } from '../parts/comparisons.ts';
import { type FigureChecks, figureModel } from '../parts/contract.ts';
import { choice, number } from '../parts/settings.ts';
import { fixed, said } from '../parts/words.ts';

export type Point = readonly [x: number, y: number];

export interface Descent {
	readonly method: 'SGD' | 'RMSProp' | 'Adam';
	/** The step size. */
	readonly eta: number;
	/** Momentum, for SGD alone. */
	readonly beta: number;
	/** The curvature across the valley; along it, it is 1. */
	readonly steep: number;
	/** By how much the valley is turned, in radians. */
	readonly angle: number;
	readonly start: Point;
	/** How many steps to take. */
	readonly steps: number;
}

export interface Run {
	/** The start, then the point after each step. */
	readonly points: readonly Point[];
	/** At those points. */
	readonly losses: readonly number[];
	/** By which each coordinate's gradient was multiplied in each step: η for SGD, η/√v otherwise. */
	readonly scales: readonly Point[];
	/** The step that ended the run, because its point is lost. */
	readonly diverged?: number;
}

/** So far from the minimum no run comes that converges, however it starts in the picture; there it ends, long before numbers overflow. */
export const LOST = 200;
const EPSILON = 1e-8;
const DECAY = { RMSProp: 0.9, Adam: 0.999 };
const ADAM_MEAN = 0.9;

export function descend({ method, eta, beta, steep, angle, start, steps }: Descent): Run {
	const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
	const along = ([x, y]: Point): Point => [cos * x + sin * y, cos * y - sin * x];
	const lossAt = (point: Point): number => {
		const [u, v] = along(point);
		return (u * u + steep * v * v) / 2;
	};
	const points: Point[] = [start];
	const losses = [lossAt(start)];
	const scales: Point[] = [];
	const state = {
		w: [...start] as [number, number],
		mean: [0, 0] as [number, number],
		square: [0, 0] as [number, number],
	};
	for (let t = 1; t <= steps; t++) {
		const [u, v] = along(state.w);
		const gradient = [cos * u - sin * steep * v, sin * u + cos * steep * v] as const;
		const scale: [number, number] = [eta, eta];
		for (const at of [0, 1] as const) {
			const g = gradient[at];
			let move = g;
			if (method === 'SGD') move = state.mean[at] = beta * state.mean[at] + g;
			else {
				state.square[at] = DECAY[method] * state.square[at] + (1 - DECAY[method]) * g * g;
				let square = state.square[at];
				if (method === 'Adam') {
					state.mean[at] = ADAM_MEAN * state.mean[at] + (1 - ADAM_MEAN) * g;
					move = state.mean[at] / (1 - ADAM_MEAN ** t);
					square /= 1 - DECAY.Adam ** t;
				}
				scale[at] = eta / (Math.sqrt(square) + EPSILON);
			}
			state.w[at] -= scale[at] * move;
		}
		points.push([...state.w]);
		losses.push(lossAt(state.w));
		scales.push(scale);
		if (distance(state.w) > LOST) return { points, losses, scales, diverged: t };
	}
	return { points, losses, scales };
}

/** From the minimum. */
export function distance([x, y]: Point): number {
	return Math.hypot(x, y);
}

/** SGD converges for step sizes below it: 2/λ, and more with momentum. */
export function limitOf(steep: number, beta: number): number {
	return (2 * (1 + beta)) / steep;
}

/**
 * By what each step of SGD multiplies the error along a direction of that curvature, once the run has settled: the
 * larger root of r² − (1 + β − ηλ) r + β. Below 1 the error shrinks.
 */
export function factorOf(eta: number, curvature: number, beta: number): number {
	const sum = 1 + beta - eta * curvature;
	const discriminant = sum * sum - 4 * beta;
	return discriminant < 0 ? Math.sqrt(beta) : (Math.abs(sum) + Math.sqrt(discriminant)) / 2;
}

/** The most steps that the figure takes. */
export const MOST = 200;
/** Steps at the end whose length is measured. */
export const TAIL = 50;
/** A distance at which a run has arrived. */
export const NEAR = 0.01;

const settings = {
	method: choice(['SGD', 'RMSProp', 'Adam'], 'SGD'),
	eta: number(0.001, 0.2, 0.001, 0.077),
	beta: number(0, 0.9, 0.01, 0),
	rate: number(0.01, 1, 0.01, 0.5),
	steep: number(2, 50, 1, 25),
	valley: choice(['on an axis', 'diagonal'], 'on an axis'),
	x: number(-6.5, 6.5, 0.1, 5.5),
	y: number(-2.8, 2.8, 0.1, 1.5),
	steps: number(0, MOST, 1, 40),
};

/** All that one state of the figure shows. */
export interface Shown {
	readonly descent: Descent;
	/** As far as it goes, whatever is shown of it. */
	readonly run: Run;
	/** The step shown: the one asked for, or the last of a run that ended before. */
	readonly t: number;
	readonly first: number;
	readonly loss: number;
	readonly far: number;
	readonly limit: number;
	/** What SGD multiplies the error by in each step, across the valley and along it. */
	readonly across: number;
	readonly along: number;
	/** The larger of the two, which rules. */
	readonly slowest: number;
	/** The first step near the minimum; −1 if the one shown is not. */
	readonly arrived: number;
	readonly lowest: number;
	readonly lowestAt: number;
	/** Mean length of the last steps. */
	readonly stride: number;
	/** The loss after as many steps from the same point, were the valley turned the other way. */
	readonly turned: number;
}

/** Radians. */
const DIAGONAL = Math.PI / 4;

/** The steps that a table needs to tell the run, up to the last. */
const told = (last: number): number[] => [...[0, 1, 2, 5, 10, 20, 50, 100].filter((t) => t < last), last];

export const model = figureModel({
	settings,
	compute: ({ method, eta, beta, rate, steep, valley, x, y, steps }): Shown => {
		const descent: Descent = {
			method,
			eta: method === 'SGD' ? eta : rate,
			beta,
			steep,
			angle: valley === 'diagonal' ? DIAGONAL : 0,
			start: [x, y],
			steps: MOST,
		};
		const run = descend(descent);
		const { points, losses } = run;
		const t = Math.min(steps, points.length - 1);
		const far = distance(points[t] ?? [x, y]);
		const lowest = Math.min(...losses);
		const last = points.slice(-TAIL - 1);
		const lengths = last.slice(1).map(([u, v], at) => distance([u - (last[at]?.[0] ?? u), v - (last[at]?.[1] ?? v)]));
		const other = descend({ ...descent, angle: DIAGONAL - descent.angle }).losses;
		const [across, along] = [factorOf(eta, steep, beta), factorOf(eta, 1, beta)];
		return {
			descent,
			run,
			t,
			first: losses[0] ?? 0,
			loss: losses[t] ?? 0,
			far,
			limit: limitOf(steep, beta),
			across,
			along,
			slowest: Math.max(across, along),
			arrived: far < NEAR ? points.findIndex((point) => distance(point) < NEAR) : -1,
			lowest,
			lowestAt: losses.indexOf(lowest),
			stride: lengths.reduce((sum, length) => sum + length, 0) / lengths.length,
			turned: other[Math.min(t, other.length - 1)] ?? 0,
		};
	},
	builtIn:
		'The loss is a quadratic, so its curvature is the same everywhere, and gradients are exact, without a batch’s noise.',
	name: ({ t, descent: { method } }) => `${t} steps of ${method}, and their loss`,
	finding: ({ descent: { method }, run, t, loss, first, across, arrived }) => {
		if (run.diverged === t) return `Diverged: more than ${LOST} away from the minimum after ${t} steps.`;
		if (method === 'SGD' && across > 1.0005)
			return `Past the limit: in the end each step multiplies the error across the valley by ${fixed(across, 3)}.`;
		if (arrived >= 0) return `${method} came within ${NEAR} of the minimum after ${arrived} steps.`;
		return `After ${t} steps of ${method} the loss is ${said(loss)}, from ${said(first)}.`;
	},
	caption: ({ descent: { method, steep }, limit, across, along }) =>
		method === 'SGD'
			? `The limit is 2(1 + momentum)/${steep} = ${fixed(limit, 3)}. In the end each step multiplies the error across the valley by ${fixed(across, 3)}, along it by ${fixed(along, 3)}; the larger factor rules.`
			: `Each coordinate’s ${method === 'Adam' ? 'averaged ' : ''}gradient is divided by its own recent size √v. The curvature itself then sets no limit; divided by √v it does. ${method === 'Adam' ? 'Betas 0.9 and 0.999.' : 'v decays by 0.9, uncorrected.'}`,
	description: ({ descent: { method, steep, start }, run: { points, losses }, t }) => {
		const place = (point: Point = start): string => point.map((value) => fixed(value, 1)).join(', ');
		const seen = told(t).map((at) => `${said(losses[at] ?? 0)} at step ${at}`);
		return `Contours of a valley, curvature 1 along its floor and ${steep} across. From ${place()} the path of ${method} leads in ${t} steps to ${place(points[t])}. The loss: ${seen.join(', ')}.`;
	},
	readings: ({ descent: { method, eta, beta, steep }, run: { scales }, t, first, loss, far }) => [
		{ name: `Loss after ${t} steps`, value: said(loss), note: `from ${said(first)}` },
		{ name: 'Distance', value: said(far), note: 'from the minimum' },
		method === 'SGD'
			? { name: 'Step × steepest curvature', value: said(eta * steep), note: `of ${said(2 * (1 + beta))} at most` }
			: {
					name: 'Step in x and y',
					value: (scales[Math.max(0, t - 1)] ?? []).map(said).join(', '),
					note: 'of the slope',
				},
	],
	table: ({ descent: { method }, run: { points, losses }, t }) => ({
		caption: `The path of ${method}`,
		columns: ['Step', 'x', 'y', 'Loss'],
		rows: told(t).map((at) => {
			const [x, y] = points[at] ?? [0, 0];
			return [at, fixed(x, 3), fixed(y, 3), said(losses[at] ?? 0)];
		}),
		current: told(t).length - 1,
	}),
	presets: [
		{
			name: 'A step just past the limit',
			values: { eta: 0.081, y: 0.1, steps: MOST },
			lesson: ({ lowest, lowestAt, across }) =>
				`The loss falls at first, to ${said(lowest)} at step ${lowestAt}: drift along the floor hides swings that grow by a factor of ${fixed(across, 3)} a step.`,
		},
		{
			name: 'The same step, a steeper wall',
			values: { steep: 30 },
			lesson: ({ limit, t }) =>
				`The limit fell to ${fixed(limit, 3)}, and the step size that was the best diverges within ${t} steps. The steepest direction sets the limit for all.`,
		},
		{
			name: 'Momentum past the plain limit',
			values: { eta: 0.111, beta: 0.44 },
			lesson: ({ limit, slowest, arrived }) =>
				`Plain descent would diverge. Now the limit is ${fixed(limit, 3)}, each step leaves ${fixed(slowest, 3)} of the error in the slowest direction, and ${arrived} steps suffice.`,
		},
		{
			name: 'RMSProp that never settles',
			values: { method: 'RMSProp', steps: MOST },
			lesson: ({ descent: { eta }, stride }) =>
				`Gradient and √v shrink together, so the last ${TAIL} steps are still ${said(stride)} long on average, at a step size of ${eta}. A decaying step size ends the hovering.`,
		},
		{
			name: 'Adam in a diagonal valley',
			values: { method: 'Adam', rate: 0.2, steep: 50, valley: 'diagonal', x: 4, y: -1.5, steps: 100 },
			lesson: ({ t, loss, turned }) =>
				`Both coordinates now feel the wall, so dividing each by its own size separates nothing: after ${t} steps the loss is ${said(loss)}. With the valley on an axis it would be ${said(turned)}.`,
		},
	],
});

type Matrix = readonly [number, number, number, number];
const times = ([a, b, c, d]: Matrix, [e, f, g, h]: Matrix): Matrix => [
	a * e + b * g,
	a * f + b * h,
	c * e + d * g,
	c * f + d * h,
];
/** What two errors in a row become in a step of SGD, along a direction of that curvature. */
const stepOf = (eta: number, curvature: number, beta: number): Matrix => [1 + beta - eta * curvature, -beta, 1, 0];

function power(base: Matrix, exponent: number): Matrix {
	if (exponent === 0) return [1, 0, 0, 1];
	const half = power(base, Math.floor(exponent / 2));
	return exponent % 2 ? times(times(half, half), base) : times(half, half);
}

/** ‖Aⁿ‖^(1/n) for n = 2⁴⁰: what each step multiplies in the long run, whatever the roots of A are. */
function growth(step: Matrix): number {
	let [matrix, logarithm] = [step, 0];
	for (let halving = 1; halving > 2 ** -40; halving /= 2) {
		const size = Math.hypot(...matrix);
		logarithm += halving * Math.log(size);
		const unit: Matrix = [matrix[0] / size, matrix[1] / size, matrix[2] / size, matrix[3] / size];
		matrix = times(unit, unit);
	}
	return Math.exp(logarithm);
}

export const checks: FigureChecks<Shown> = {
	lessons: {
		'A step just past the limit': ({ across, loss, lowest, lowestAt }) =>
			across > 1 && lowestAt > 10 && loss > 2 * lowest,
		'The same step, a steeper wall': ({ descent: { eta }, limit, run, t }) =>
			eta > limit && eta < limitOf(25, 0) && run.diverged === t,
		'Momentum past the plain limit': ({ descent: { eta, steep, beta }, limit, slowest, arrived }) =>
			beta > 0 && eta > limitOf(steep, 0) && eta < limit && slowest < 1 && arrived > 0,
		'RMSProp that never settles': ({ descent: { method, eta }, stride, arrived }) =>
			method === 'RMSProp' && stride > eta / 2 && stride < 2 * eta && arrived < 0,
		'Adam in a diagonal valley': ({ descent: { method, angle }, loss, turned }) =>
			method === 'Adam' && angle > 0 && loss > 5 * turned,
	},
	comparisons: ({ descent, run, t, loss, across, along }) => {
		const { method, eta, beta, steep, angle, start } = descent;
		if (method !== 'SGD') {
			// The first step has the length η (Adam), or η/√0.1 (RMSProp, not corrected), wherever there is a slope.
			const length = method === 'Adam' ? eta : eta / Math.sqrt(0.1);
			const [x, y] = run.points[1] ?? start;
			const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
			const [u, v] = [cos * start[0] + sin * start[1], steep * (cos * start[1] - sin * start[0])];
			return [
				nearly('first step in x', Math.abs(x - start[0]), cos * u - sin * v ? length : 0, 1e-4),
				nearly('first step in y', Math.abs(y - start[1]), sin * u + cos * v ? length : 0, 1e-4),
			].filter(({ expected, shown }) => expected > 0 || shown > 0);
		}
		const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
		const errors = [cos * start[0] + sin * start[1], cos * start[1] - sin * start[0]] as const;
		const exact = [1, steep].reduce((sum, curvature, at) => {
			const [now, before] = power(stepOf(eta, curvature, beta), t);
			return sum + (curvature * ((now + before) * (errors[at] ?? 0)) ** 2) / 2;
		}, 0);
		return [
			nearly(
				'loss, by the power of the step’s matrix',
				loss,
				exact,
				1e-6,
				Math.max(exact, (run.losses[0] ?? 0) * Math.max(across, along) ** (2 * t)),
			),
			nearly('factor across', across, growth(stepOf(eta, steep, beta)), 1e-6),
			nearly('factor along', along, growth(stepOf(eta, 1, beta)), 1e-6),
		];
	},
};
