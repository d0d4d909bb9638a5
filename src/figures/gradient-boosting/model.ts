/** Stumps boosted on noisy points of a sine: what each round leaves over, and what it does to the error on new points. */

import { uniform } from '../../ground/uniform.ts';
import { nearly } from '../parts/comparisons.ts';
import { type FigureChecks, figureModel } from '../parts/contract.ts';
import { normal } from '../parts/random.ts';
import { remembered } from '../parts/remembered.ts';
import { number } from '../parts/settings.ts';
import { count, fixed } from '../parts/words.ts';

/** Points of a training set. */
export const POINTS = 40;
/** The last round that is run. */
export const MOST = 500;
/** The rate that others are held against. */
export const SLOW = 0.1;
/** Which training sets can be drawn. */
export const DRAWS = 999;

export function truth(x: number): number {
	return Math.sin(2 * Math.PI * x);
}

export interface Stump {
	/** Rows with a smaller x go left. */
	readonly cut: number;
	/** Means of the residuals on both sides. */
	readonly left: number;
	readonly right: number;
	/** By how much it alone would lower the sum of squared residuals. */
	readonly drop: number;
}

/** The best stump by squared error, from running sums; the inputs are sorted. */
export function stumpOf(xs: readonly number[], residuals: Float64Array): Stump {
	const count = xs.length;
	const total = residuals.reduce((sum, one) => sum + one, 0);
	let best: Stump = { cut: 0, left: 0, right: 0, drop: -1 };
	let left = 0;
	for (let k = 1; k < count; k++) {
		left += residuals[k - 1] ?? 0;
		const right = total - left;
		const drop = left ** 2 / k + right ** 2 / (count - k) - total ** 2 / count;
		if (drop > best.drop)
			best = { cut: ((xs[k - 1] ?? 0) + (xs[k] ?? 0)) / 2, left: left / k, right: right / (count - k), drop };
	}
	return best;
}

/** What is drawn by chance. */
export interface Data {
	/** Sorted. */
	readonly xs: readonly number[];
	readonly ys: readonly number[];
	/** Borders of the intervals on which every sum of stumps is constant: 0, the middles between points, 1. */
	readonly borders: readonly number[];
}

function dataOf(noise: number, draw: number): Data {
	// Seeds of their own, or noise would follow from place.
	const [place, next] = [uniform(draw), normal(draw + DRAWS)];
	const xs = Array.from({ length: POINTS }, place).sort((a, b) => a - b);
	const ys = xs.map((x) => truth(x) + noise * next());
	const middles = xs.slice(1).map((x, at) => (x + (xs[at] ?? 0)) / 2);
	return { xs, ys, borders: [0, ...middles, 1] };
}

/** Mean squared errors after one round. */
export interface Errors {
	readonly train: number;
	/** On new targets, x uniform: the squared distance to the true curve as an integral, and the noise. */
	readonly test: number;
}

export interface Run extends Data {
	readonly rate: number;
	/** By round, the first of round 1; one more than rounds were run. */
	readonly stumps: readonly Stump[];
	/** By round, from round 0. */
	readonly errors: readonly Errors[];
	/** The round with the smallest test error. */
	readonly best: number;
	readonly bestTest: number;
}

/** Boosts for `MOST` rounds. */
export function boost(noise: number, draw: number, rate: number): Run {
	const data = dataOf(noise, draw);
	const { xs, ys, borders } = data;
	// Integrals of the curve over each interval, and of its square over all of them.
	const areas = xs.map((_, at) => {
		const [from, to] = [borders[at] ?? 0, borders[at + 1] ?? 1];
		return (Math.cos(2 * Math.PI * from) - Math.cos(2 * Math.PI * to)) / (2 * Math.PI);
	});
	const widths = xs.map((_, at) => (borders[at + 1] ?? 1) - (borders[at] ?? 0));
	const start = ys.reduce((sum, y) => sum + y, 0) / POINTS;
	const left = Float64Array.from(ys, (y) => y - start);
	const errorsNow = (): Errors => {
		let [train, missed] = [0, 0.5];
		for (let at = 0; at < POINTS; at++) {
			const residual = left[at] ?? 0;
			const fit = (ys[at] ?? 0) - residual;
			train += residual ** 2 / POINTS;
			missed += fit ** 2 * (widths[at] ?? 0) - 2 * fit * (areas[at] ?? 0);
		}
		return { train, test: missed + noise ** 2 };
	};
	const stumps: Stump[] = [];
	const errors = [errorsNow()];
	for (let round = 1; round <= MOST; round++) {
		const stump = stumpOf(xs, left);
		for (let at = 0; at < POINTS; at++)
			left[at] = (left[at] ?? 0) - rate * ((xs[at] ?? 0) < stump.cut ? stump.left : stump.right);
		stumps.push(stump);
		errors.push(errorsNow());
	}
	stumps.push(stumpOf(xs, left));
	const best = errors.reduce((least, one, at) => (one.test < (errors[least]?.test ?? 0) ? at : least), 0);
	return { ...data, rate, stumps, errors, best, bestTest: errors[best]?.test ?? 0 };
}

/** The sum of the stumps of the first rounds, at one input. */
export function predict({ ys, stumps, rate }: Run, rounds: number, x: number): number {
	const start = ys.reduce((sum, y) => sum + y, 0) / POINTS;
	return stumps.slice(0, rounds).reduce((sum, { cut, left, right }) => sum + rate * (x < cut ? left : right), start);
}

/** The sum of the stumps of the first rounds, at the training points. */
function fitsOf(run: Run, rounds: number): number[] {
	return run.xs.map((x) => predict(run, rounds, x));
}

function errorsAt({ errors }: Run, round: number): Errors {
	return errors[round] ?? { train: 0, test: 0 };
}

/** Rounds whose errors are listed. */
const LISTED = [0, 1, 2, 5, 10, 20, 50, 100, 200, MOST];

const settings = {
	rounds: number(0, MOST, 1, 20),
	rate: number(0.05, 1.9, 0.05, SLOW),
	noise: number(0, 0.6, 0.05, 0.3),
	draw: number(1, DRAWS, 1, 4),
};

/** All that one state of the figure shows. */
export interface Shown extends Run, Errors {
	readonly rounds: number;
	readonly sigma: number;
	/** Mean squared error of the noise itself, which no model gets below. */
	readonly floor: number;
	/** Of the sum so far, by point. */
	readonly fits: readonly number[];
	readonly residuals: readonly number[];
	/** The stump of the next round. */
	readonly next: Stump;
	/** Before the first round. */
	readonly start: Errors;
	/** At the rate that others are held against. */
	readonly slowTest: number;
	readonly slowBest: number;
}

const ran = remembered(boost);
const ranSlowly = remembered((noise: number, draw: number) => boost(noise, draw, SLOW));

export const model = figureModel({
	settings,
	compute: ({ rounds, rate, noise: sigma, draw }): Shown => {
		const run = ran(sigma, draw, rate);
		const slow = ranSlowly(sigma, draw);
		const fits = fitsOf(run, rounds);
		return {
			...run,
			...errorsAt(run, rounds),
			...{ rounds, sigma, fits, floor: sigma ** 2, start: errorsAt(run, 0) },
			residuals: fits.map((fit, at) => (run.ys[at] ?? 0) - fit),
			next: run.stumps[rounds] ?? { cut: 0, left: 0, right: 0, drop: 0 },
			slowTest: slow.bestTest,
			slowBest: slow.best,
		};
	},
	builtIn: `One feature, stumps, squared loss, ${POINTS} points at random places. The true curve is known, so the test error is an exact mean over new points for this one training set; a reader of real data has only a validation set.`,
	name: ({ rounds, rate }) => `The sum of ${count(rounds, 'stump')} at a rate of ${rate}, and its errors`,
	finding: ({ rounds, train, test, best, bestTest, start }) => {
		if (rounds === 0) return `Before the first round the model is the mean: its test error is ${fixed(start.test, 3)}.`;
		if (test <= 1.03 * bestTest)
			return `After ${count(rounds, 'round')} test error is ${fixed(test, 3)}, about as low as it gets at this rate.`;
		return rounds < best
			? `After ${count(rounds, 'round')} there is signal left: test error ${fixed(test, 3)} would still fall to ${fixed(bestTest, 3)}.`
			: `Too many rounds: training error is down to ${fixed(train, 3)}, and test error up from ${fixed(bestTest, 3)} to ${fixed(test, 3)}.`;
	},
	caption: ({ best, bestTest, floor, next }) =>
		`At this rate test error is smallest at round ${best}, with ${fixed(bestTest, 3)}; noise alone makes ${fixed(floor, 3)} of it. The next stump cuts at ${fixed(next.cut, 2)}, with leaves ${fixed(next.left, 2)} and ${fixed(next.right, 2)}.`,
	description: ({ rounds, errors, next }) =>
		`${POINTS} points of a noisy sine, the sum of the start and ${count(rounds, 'stump')} as a staircase, and a line from each point to it. Beneath, what is left at each point with the next stump, which cuts at ${fixed(next.cut, 2)}. Beside, training and test error by round on a log scale. Test error: ${LISTED.map((round) => `${fixed(errors[round]?.test ?? 0, 3)} at round ${round}`).join(', ')}.`,
	readings: ({ train, test, best, bestTest, floor }) => [
		{ name: 'Training error', value: fixed(train, 3) },
		{ name: 'Test error', value: fixed(test, 3) },
		{ name: 'Best test error', value: fixed(bestTest, 3), note: `at round ${best}` },
		{ name: 'Noise alone', value: fixed(floor, 3) },
	],
	table: ({ errors, rounds, stumps }) => {
		const listed = [...new Set([...LISTED, rounds])].sort((a, b) => a - b);
		return {
			caption: 'Mean squared error after each round, and where the next stump cuts',
			columns: ['Round', 'Training error', 'Test error', 'Next cut'],
			rows: listed.map((round) => [
				round,
				fixed(errors[round]?.train ?? 0, 3),
				fixed(errors[round]?.test ?? 0, 3),
				fixed(stumps[round]?.cut ?? 0, 2),
			]),
			current: listed.indexOf(rounds),
		};
	},
	presets: [
		{
			name: 'Too few rounds',
			values: { rounds: 8 },
			lesson: ({ train, test, rounds }) =>
				`After ${rounds} rounds both errors are high, ${fixed(train, 3)} and ${fixed(test, 3)}: each stump was taken at a tenth, and most of the signal is still in what is left.`,
		},
		{
			name: 'Too many rounds',
			values: { rounds: MOST },
			lesson: ({ train, test, bestTest, best }) =>
				`Training error went on falling, to ${fixed(train, 3)}. Test error was ${fixed(bestTest, 3)} at round ${best} and is ${fixed(test, 3)} now: a long way for a small rise, because the steps are small.`,
		},
		{
			name: 'Too fast',
			values: { rounds: 41, rate: 1 },
			lesson: ({ bestTest, best, slowTest, slowBest }) =>
				`Whole stumps: the best test error is ${fixed(bestTest, 3)}, at round ${best}. At a rate of ${SLOW} it would be ${fixed(slowTest, 3)}, at round ${slowBest}.`,
		},
		{
			name: 'Fast and long',
			values: { rounds: MOST, rate: 1 },
			lesson: ({ train, test, floor }) =>
				`Training error ${fixed(train, 3)}: the staircase runs through the points, noise and all. Test error is ${fixed(test, 3)}, about twice the noise of ${fixed(floor, 3)}, as if each point were copied.`,
		},
		{
			name: 'A rate of 1.9',
			values: { rounds: 59, rate: 1.9 },
			lesson: ({ rate, bestTest, slowTest }) =>
				`Each step overshoots, yet training error did not rise once: for squared loss that takes a rate above two. Test error pays: at its best ${fixed(bestTest, 3)} at a rate of ${rate}, ${fixed(slowTest, 3)} at ${SLOW}.`,
		},
		{
			name: 'No noise',
			values: { rounds: MOST, noise: 0 },
			lesson: ({ test, bestTest }) =>
				`Nothing to overfit: test error is ${fixed(test, 3)} after all rounds, and at its best it was ${fixed(bestTest, 3)}.`,
		},
	],
});

export const checks: FigureChecks<Shown> = {
	lessons: {
		'Too few rounds': ({ train, test, start, slowTest }) =>
			train < start.train && train > 0.12 && test > 1.5 * slowTest,
		'Too many rounds': ({ train, test, bestTest, best, rounds, rate, errors }) =>
			rate === SLOW &&
			rounds > 2 * best &&
			train < (errors[best]?.train ?? 0) &&
			test > 1.03 * bestTest &&
			test < 1.1 * bestTest,
		'Too fast': ({ bestTest, best, rounds, slowTest, slowBest }) =>
			rounds === best && best < slowBest && bestTest > 1.05 * slowTest,
		'Fast and long': ({ train, test, floor }) => train < 0.02 * floor && test > 1.8 * floor && test < 2.4 * floor,
		'A rate of 1.9': ({ rate, errors, bestTest, slowTest }) =>
			rate > 1.5 &&
			errors.every(({ train }, at) => train <= (errors[at - 1]?.train ?? Number.POSITIVE_INFINITY) + 1e-12) &&
			bestTest > 1.15 * slowTest,
		'No noise': ({ sigma, test, bestTest }) => sigma === 0 && test - bestTest < 0.002 && test < 0.02,
	},
	comparisons: (state) => {
		const { errors, stumps, rounds, rate, xs, residuals, next, train, test, sigma } = state;
		// What is left by the closed form: each round removes the share η(2 − η) of what its stump alone would.
		const removed = stumps.slice(0, rounds).reduce((sum, { drop }) => sum + rate * (2 - rate) * drop, 0) / POINTS;
		const first = errors[0]?.train ?? 0;
		// The best cut by trying each, with means and squares worked out anew.
		const squares = (values: readonly number[]): number => {
			const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
			return values.reduce((sum, one) => sum + (one - mean) ** 2, 0);
		};
		const drops = xs.slice(1).map((_, at) => {
			const cut = [residuals.slice(0, at + 1), residuals.slice(at + 1)];
			return squares(residuals) - cut.reduce((sum, side) => sum + squares(side), 0);
		});
		const grid = Array.from({ length: 500 }, (_, at) => (at + 0.5) / 500);
		const missed = grid.reduce((sum, x) => sum + (predict(state, rounds, x) - truth(x)) ** 2, 0) / grid.length;
		return [
			nearly('training error, by the drops of the stumps', train, first - removed, 1e-9, first),
			nearly('drop of the next stump, by trying all cuts', next.drop, Math.max(...drops), 1e-9, first),
			nearly('test error, summed over a grid', test, missed + sigma ** 2, 0.04, test + 0.02),
		];
	},
};
