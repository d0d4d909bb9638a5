/** SGD on a parabola with noisy gradients under five schedules: the expected squared error by the recursion of the concept's listing, and runs that follow it. */
import { nearly } from '../parts/comparisons.ts';
import { type FigureChecks, figureModel } from '../parts/contract.ts';
import { normal } from '../parts/random.ts';
import { remembered } from '../parts/remembered.ts';
import { choice, number } from '../parts/settings.ts';
import { said as digits, fixed } from '../parts/words.ts';

/** Steps of a run. */
export const T = 1000;
/** Sampled runs, whose mean is drawn. */
export const RUNS = 20;
/** Rate × curvature at which errors stop shrinking. */
export const LIMIT = 2;
/** A squared error past which a run is given up: no floor that can be set is as high. */
export const LOST = 1e6;
/** A run is on its floor within this share of it. */
export const NEAR = 0.01;

/** What is left of the peak rate after that share of the decay, from 0 to 1. */
const shapes = {
	constant: () => 1,
	step: (done: number) => 0.1 ** Math.floor(3 * done),
	linear: (done: number) => 1 - done,
	cosine: (done: number) => (1 + Math.cos(Math.PI * done)) / 2,
	WSD: (done: number) => Math.min(1, (1 - done) / 0.2),
} as const;
export type Shape = keyof typeof shapes;
export const SHAPES = Object.keys(shapes) as Shape[];
/** Whether a shape is told where to end. */
export const lands = (shape: Shape): boolean => shape === 'linear' || shape === 'cosine' || shape === 'WSD';

/** A direction of the parabola. */
export interface Slope {
	readonly curvature: number;
	/** Squared error before the first step. */
	readonly start: number;
	/** Variance of the gradient's noise. */
	readonly noise: number;
}

export interface Schedule {
	readonly shape: Shape;
	readonly peak: number;
	/** Steps of the ramp. */
	readonly warmup: number;
	/** The share of the peak that a decay lands at. */
	readonly end: number;
}

/** The rate of each step. */
export function ratesOf({ shape, peak, warmup, end }: Schedule): number[] {
	const lowest = lands(shape) ? end : 0;
	return Array.from({ length: T }, (_, t) => {
		const share = t < warmup ? (t + 1) / warmup : lowest + (1 - lowest) * shapes[shape]((t - warmup) / (T - warmup));
		return peak * share;
	});
}

/** The expected squared error before each step and after the last, or up to where the run is lost. */
function errorsOf(rates: readonly number[], { curvature, start, noise }: Slope): number[] {
	const errors = [start];
	let error = start;
	for (const rate of rates) {
		error = (1 - rate * curvature) ** 2 * error + rate ** 2 * noise;
		errors.push(error);
		if (error > LOST) break;
	}
	return errors;
}

/** The squared error that a constant rate tends to; infinite where it tends to none. */
export function floorOf(rate: number, { curvature, noise }: Slope): number {
	const product = rate * curvature;
	return product < LIMIT ? (rate * noise) / (curvature * (LIMIT - product)) : Number.POSITIVE_INFINITY;
}

/** What the best possible schedule reaches after t steps. */
export function bestOf(t: number, { curvature, start, noise }: Slope): number {
	if (noise === 0) return t === 0 ? start : 0;
	return 1 / (1 / start + (curvature ** 2 * t) / noise);
}

/** Standard normal numbers, by run and step. */
const chances = remembered((runs: number): Float64Array[] => {
	const next = normal(7);
	return Array.from({ length: runs }, () => Float64Array.from({ length: T }, next));
});

/** Mean squared error of sampled runs, before each step and after the last. */
function sampledOf(rates: readonly number[], steps: number, { curvature, start, noise }: Slope): number[] {
	const sums = new Array<number>(steps + 1).fill(0);
	for (const chance of chances(RUNS)) {
		let x = Math.sqrt(start);
		for (let t = 0; t <= steps; t++) {
			sums[t] = (sums[t] ?? 0) + x * x;
			const rate = rates[t] ?? 0;
			x -= rate * (curvature * x + Math.sqrt(noise) * (chance[t] ?? 0));
		}
	}
	return sums.map((sum) => sum / RUNS);
}

const slopes = { 'steep, λ = 1': { curvature: 1, start: 100 }, 'flat, λ = 0.01': { curvature: 0.01, start: 1 } };

const settings = {
	shape: choice(['constant', 'step', 'linear', 'cosine', 'WSD'], 'cosine'),
	peak: number(0.01, 2.2, 0.01, 0.1),
	warmup: number(0, 300, 10, 0),
	end: choice(['0', '10%'], '0'),
	noise: choice(['1', '0.25', '0'], '1'),
	slope: choice(['steep, λ = 1', 'flat, λ = 0.01'], 'steep, λ = 1'),
};

/** One schedule along one direction. */
export interface Course {
	readonly rates: readonly number[];
	readonly errors: readonly number[];
	/** After the last step; infinite when the run is lost. */
	readonly final: number;
}

/** All that one state of the figure shows. */
export interface Shown extends Course, Schedule, Slope {
	/** Every shape at the same peak, and where each ends. */
	readonly courses: Readonly<Record<Shape, Course>>;
	readonly ends: Readonly<Record<Shape, number>>;
	readonly sampled: readonly number[];
	/** Of the peak rate. */
	readonly floor: number;
	readonly best: number;
	/** Peak × curvature. */
	readonly product: number;
	/** Where the same schedule would end without its ramp. */
	readonly unwarmed: number;
	/** The first step after which the error is near the floor of the peak for good; −1 if it is not at the end. */
	readonly settled: number;
	/** The step that lost the run; −1 for none. */
	readonly diverged: number;
}

function courseOf(schedule: Schedule, slope: Slope): Course {
	const rates = ratesOf(schedule);
	const errors = errorsOf(rates, slope);
	const last = errors.at(-1) ?? 0;
	return { rates, errors, final: last > LOST ? Number.POSITIVE_INFINITY : last };
}

/** Three digits, without an exponent for what rounds to a thousandth. */
function said(error: number): string {
	if (!Number.isFinite(error)) return 'infinite';
	const rounded = Number(error.toPrecision(3));
	return digits(rounded < 1e-3 ? error : rounded);
}

const names: Readonly<Record<Shape, string>> = {
	constant: 'constant rate',
	step: 'step decay',
	linear: 'line',
	cosine: 'cosine',
	WSD: 'constant rate with a cooldown',
};

/** Steps that a table and a description need to tell the run, up to the last. */
const told = (last: number): number[] => [
	...[0, 10, 50, 100, 200, 300, 400, 500, 600, 700, 800, 900].filter((t) => t < last),
	last,
];

export const model = figureModel({
	settings,
	compute: ({ shape, peak, warmup, end, noise, slope: named }): Shown => {
		const slope: Slope = { ...slopes[named], noise: Number(noise) };
		const schedule: Schedule = { shape, peak, warmup, end: end === '0' ? 0 : 0.1 };
		const courses = Object.fromEntries(
			SHAPES.map((one) => [one, courseOf({ ...schedule, shape: one }, slope)]),
		) as Record<Shape, Course>;
		const { rates, errors, final } = courses[shape];
		const floor = floorOf(peak, slope);
		const far = (error: number): boolean => !(Math.abs(error - floor) <= NEAR * floor);
		const lost = final === Number.POSITIVE_INFINITY;
		return {
			...schedule,
			...slope,
			...{ rates, errors, final, courses, floor },
			ends: Object.fromEntries(SHAPES.map((one) => [one, courses[one].final])) as Record<Shape, number>,
			sampled: sampledOf(rates, errors.length - 1, slope),
			best: bestOf(T, slope),
			product: peak * slope.curvature,
			unwarmed: courseOf({ ...schedule, warmup: 0 }, slope).final,
			settled: far(final) ? -1 : errors.findLastIndex(far) + 1,
			diverged: lost ? errors.length - 1 : -1,
		};
	},
	builtIn:
		'One direction of a parabola, whose curvature and noise never change: a ramp has nothing to protect here, and a decay no better region to find. Start: squared error 100 where steep, 1 where flat. Step drops to a tenth at each third; WSD falls over the last fifth. Past a million a run counts as diverged.',
	name: ({ shape }) => `Rate and squared error under a ${names[shape]}, by step`,
	finding: ({ shape, peak, curvature, start, noise, product, diverged, final, floor, settled }) => {
		if (diverged >= 0)
			return `Diverged at step ${diverged}: rate × curvature reaches ${fixed(product, 2)}, past its limit of ${LIMIT}.`;
		if (noise === 0)
			return `With exact gradients there is no floor above zero: the ${names[shape]} ends at ${said(final)}.`;
		if (!Number.isFinite(floor)) return `A peak of ${peak} has no floor; the ${names[shape]} ends at ${said(final)}.`;
		if (final > start && curvature < 1)
			return `The ${names[shape]} ends at ${said(final)}, above its start of ${start}: noise adds up along a flat direction.`;
		if (shape === 'constant')
			return settled >= 0
				? `A constant rate of ${peak} ends on its floor, ${said(floor)}.`
				: `A constant rate of ${peak} ends at ${said(final)}, not yet on its floor, ${said(floor)}.`;
		return final < floor
			? `The ${names[shape]} ends at ${said(final)}, below the floor of its peak, ${said(floor)}.`
			: `The ${names[shape]} ends at ${said(final)}, still above the floor of its peak, ${said(floor)}.`;
	},
	caption: ({ ends, best }) => {
		const order = [...SHAPES].sort((one, other) => ends[one] - ends[other]);
		const list = order.map((one) => `${one} ${Number.isFinite(ends[one]) ? said(ends[one]) : 'diverged'}`);
		return `The same peak under each shape ends at: ${list.join(', ')}. No schedule fixed in advance ends below ${said(best)}.`;
	},
	description: ({ shape, peak, errors, ends, floor, best }) => {
		const last = errors.length - 1;
		const seen = told(last).map((t) => `${said(errors[t] ?? 0)} before step ${t}`);
		const others = SHAPES.filter((one) => one !== shape).map(
			(one) => `${one} ${Number.isFinite(ends[one]) ? said(ends[one]) : 'diverged'}`,
		);
		return `Above, the rate of each step under the ${names[shape]}, with a peak of ${peak}, and faintly under the other shapes. Below, on a log scale, the expected squared error: ${seen.join(', ')}. The mean of ${RUNS} sampled runs follows it. The floor of the rate at each step is dashed; that of the peak is ${Number.isFinite(floor) ? said(floor) : 'infinite'}. The best possible falls to ${said(best)}. Faintly the others: ${others.join(', ')}.`;
	},
	readings: ({ final, diverged, floor, best, product }) => [
		{ name: `Error after ${T.toLocaleString('en-US')} steps`, value: diverged < 0 ? said(final) : 'diverged' },
		{ name: 'Floor of the peak', value: Number.isFinite(floor) ? said(floor) : 'none' },
		{ name: 'Best possible', value: said(best) },
		{ name: 'Peak × curvature', value: digits(product), note: `limit ${LIMIT}` },
	],
	table: ({ shape, rates, errors, ...slope }) => {
		const steps = told(errors.length - 1);
		return {
			caption: `The run under a ${names[shape]}`,
			columns: ['Step', 'Rate', 'Squared error', 'Floor of that rate'],
			rows: steps.map((t) => {
				const rate = rates[t];
				const floor = rate === undefined ? undefined : floorOf(rate, slope);
				return [
					t,
					rate === undefined ? 'the end' : digits(rate),
					said(errors[t] ?? 0),
					floor === undefined ? 'the end' : Number.isFinite(floor) ? said(floor) : 'none',
				];
			}),
			current: steps.length - 1,
		};
	},
	presets: [
		{
			name: 'No decay',
			values: { shape: 'constant' },
			lesson: ({ settled, final, ends }) =>
				`The error is on its floor of ${said(final)} after ${settled} steps, and no later step lowers it. The cosine goes on, to ${said(ends.cosine)}.`,
		},
		{
			name: 'A tenth of the rate throughout',
			values: { shape: 'constant', peak: 0.01 },
			lesson: ({ settled, floor }) =>
				`The floor falls to ${said(floor)}, about a tenth, but the run needs ${settled} steps to reach it.`,
		},
		{
			name: 'Exact gradients',
			values: { noise: '0' },
			lesson: ({ ends }) =>
				`Without noise there is nothing to calm: the constant rate ends at ${said(ends.constant)}, the cosine at ${said(ends.cosine)}. Decay only slows it.`,
		},
		{
			name: 'A flat direction',
			values: { slope: 'flat, λ = 0.01' },
			lesson: ({ ends, start, best }) =>
				`The order turns: the line ends at ${said(ends.linear)}, below the cosine’s ${said(ends.cosine)}. Both add noise to a start of ${start}, and ${said(best)} was possible.`,
		},
		{
			name: 'A ramp that only costs',
			values: { warmup: 200 },
			lesson: ({ final, unwarmed, warmup }) =>
				`With ${warmup} steps of warmup the cosine ends at ${said(final)}, without them at ${said(unwarmed)}. Below the limit, at a fixed curvature, the start needs no protection.`,
		},
		{
			name: 'Past the limit, after a ramp',
			values: { shape: 'constant', peak: 2.1, warmup: 300 },
			lesson: ({ diverged, warmup }) =>
				`The ramp of ${warmup} steps passes the limit shortly before its end; the error then grows until the run is lost, at step ${diverged}. The curvature did not change on the way, so the ramp only delays it.`,
		},
	],
});

/** Where floating point has no digits left. */
const TINY = 1e-300;

export const checks: FigureChecks<Shown> = {
	lessons: {
		'No decay': ({ shape, settled, floor, final, ends }) =>
			shape === 'constant' &&
			settled > 0 &&
			settled < T / 10 &&
			Math.abs(final - floor) < 1e-6 * floor &&
			10 * ends.cosine < final,
		'A tenth of the rate throughout': ({ shape, peak, settled, floor, ...slope }) => {
			const tenfold = floorOf(10 * peak, slope);
			return shape === 'constant' && floor > 0.08 * tenfold && floor < 0.12 * tenfold && settled > T / 2;
		},
		'Exact gradients': ({ noise, ends }) => noise === 0 && ends.constant < ends.cosine,
		'A flat direction': ({ ends, start, best }) => start < ends.linear && ends.linear < ends.cosine && best < start,
		'A ramp that only costs': ({ shape, product, warmup, final, unwarmed }) =>
			shape === 'cosine' && warmup > 0 && product < LIMIT && final > unwarmed,
		'Past the limit, after a ramp': ({ warmup, rates, curvature, diverged, product, errors }) => {
			const passes = rates.findIndex((rate) => rate * curvature > LIMIT);
			return (
				product > LIMIT &&
				passes > 0.9 * warmup &&
				passes < warmup &&
				diverged > warmup &&
				errors.slice(passes + 1).every((error, at) => error > (errors[passes + at] ?? 0))
			);
		},
	},
	comparisons: ({ shape, warmup, rates, errors, sampled, peak, floor, best, ...slope }) => {
		const { curvature, start, noise } = slope;
		const last = errors.length - 1;
		// From the end: what is left of a step's noise is the product of the factors after it.
		let [left, spread] = [1, 0];
		for (let t = last - 1; t >= 0; t--) {
			const rate = rates[t] ?? 0;
			spread += rate ** 2 * noise * left;
			left *= (1 - rate * curvature) ** 2;
		}
		const exact = left * start + spread;
		const luck = Math.sqrt((2 * spread ** 2 + 4 * left * start * spread) / RUNS);
		const factor = (1 - peak * curvature) ** 2;
		// The best rate of each step in turn.
		let lowest = start;
		for (let t = 0; t < T; t++) {
			const rate = (curvature * lowest) / (curvature ** 2 * lowest + noise || 1);
			lowest = (1 - rate * curvature) ** 2 * lowest + rate ** 2 * noise;
		}
		return [
			nearly('error at the end, as a sum', errors[last] ?? 0, exact, 1e-9, exact + TINY),
			nearly('mean of the sampled runs', sampled[last] ?? 0, exact, 6, luck + 1e-9 * exact + TINY),
			nearly('best possible, step by step', best, lowest, 1e-9, lowest || 1),
			...(factor < 1 ? [nearly('floor, as the fixed point', floor, factor * floor + peak ** 2 * noise)] : []),
			...(shape === 'constant' && warmup === 0 && factor < 1
				? [
						nearly(
							'error at a constant rate, by its distance to the floor',
							errors[last] ?? 0,
							floor + (start - floor) * factor ** last,
						),
					]
				: []),
		];
	},
};
