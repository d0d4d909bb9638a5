/** One channel: a probe among its batch, normalized by that batch in training and by running averages at inference. */
import { nearly } from '../parts/comparisons.ts';
import { type FigureChecks, figureModel } from '../parts/contract.ts';
import { normal } from '../parts/random.ts';
import { number } from '../parts/settings.ts';
import { fixed } from '../parts/words.ts';

/** Mean of the data that the layer was trained on; their standard deviation is one. */
export const DATA_MEAN = 2;
/** Batches that the same probe is put into. */
export const BATCHES = 200;
/** Weight of the newest batch in the running averages, as PyTorch sets it at first. */
export const ALPHA = 0.1;
export const EPSILON = 1e-5;
/** Batches that can be drawn. */
export const DRAWS = 999;

const settings = {
	size: number(2, 64, 1, 32),
	shift: number(0, 3, 0.1, 0),
	steps: number(0, 60, 1, 60),
	probe: number(-1, 6, 0.1, 2.5),
	draw: number(1, DRAWS, 1, 1),
};

interface Statistics {
	readonly mean: number;
	readonly variance: number;
}

/** Mean and biased variance of values. */
export function statisticsOf(values: ArrayLike<number>): Statistics {
	let [sum, squares] = [0, 0];
	for (let at = 0; at < values.length; at++) sum += values[at] ?? 0;
	const mean = sum / values.length;
	for (let at = 0; at < values.length; at++) squares += ((values[at] ?? 0) - mean) ** 2;
	return { mean, variance: squares / values.length };
}

export function normalized(value: number, { mean, variance }: Statistics): number {
	return (value - mean) / Math.sqrt(variance + EPSILON);
}

/** All that one state of the figure shows. */
export interface Shown {
	readonly size: number;
	readonly shift: number;
	readonly steps: number;
	readonly probe: number;
	/** Mean of the data that come now. */
	readonly servingMean: number;
	/** The rest of the batch that the probe is in. */
	readonly neighbors: Float64Array;
	readonly batch: Statistics;
	readonly running: Statistics;
	readonly batchSd: number;
	readonly runningSd: number;
	/** The probe's output in training mode, in this batch. */
	readonly trained: number;
	/** The probe's output in inference mode. */
	readonly inferred: number;
	/** The probe's outputs in training mode, by batch. */
	readonly outputs: Float64Array;
	/** Their mean and standard deviation. */
	readonly center: number;
	readonly spread: number;
	/** No output of training mode can be farther from zero. */
	readonly bound: number;
	/** Outputs within a hundredth of it. */
	readonly atBound: number;
}

function sample(next: () => number, size: number, mean: number): Float64Array {
	return Float64Array.from({ length: size }, () => mean + next());
}

/** The running averages after so many training batches. */
function averaged(next: () => number, size: number, steps: number): Statistics {
	let [mean, variance] = [0, 1];
	for (let step = 0; step < steps; step++) {
		const batch = statisticsOf(sample(next, size, DATA_MEAN));
		mean += ALPHA * (batch.mean - mean);
		variance += ALPHA * ((batch.variance * size) / (size - 1) - variance);
	}
	return { mean, variance };
}

export const model = figureModel({
	settings,
	compute: ({ size, shift, steps, probe, draw }): Shown => {
		const servingMean = DATA_MEAN + shift;
		// A generator each, so that no control moves what another one draws.
		const [own, others, training] = [normal(3 * draw), normal(3 * draw + 1), normal(3 * draw + 2)];
		const withProbe = (neighbors: Float64Array): Statistics => statisticsOf([probe, ...neighbors]);
		const neighbors = sample(own, size - 1, servingMean);
		const [batch, running] = [withProbe(neighbors), averaged(training, size, steps)];
		const outputs = Float64Array.from({ length: BATCHES }, () =>
			normalized(probe, withProbe(sample(others, size - 1, servingMean))),
		);
		const { mean: center, variance } = statisticsOf(outputs);
		const bound = Math.sqrt(size - 1);
		return {
			...{ size, shift, steps, probe, servingMean, neighbors, batch, running, outputs, center, bound },
			batchSd: Math.sqrt(batch.variance),
			runningSd: Math.sqrt(running.variance),
			trained: normalized(probe, batch),
			inferred: normalized(probe, running),
			spread: Math.sqrt(variance),
			atBound: outputs.filter((output) => Math.abs(output) > 0.99 * bound).length,
		};
	},
	builtIn:
		'One channel with independent Gaussian values: mean 2 and deviation 1 in training, moved by the shift in service. Scale γ is 1, shift β is 0. Nothing is trained, so this shows noise and mismatch, not faster training.',
	name: ({ size }) => `A probe in a batch of ${size}, in training and at inference`,
	finding: ({ size, shift, steps, spread, inferred, bound, running }) => {
		if (steps < 22)
			return `After ${steps} steps the running mean is ${fixed(running.mean, 2)}; that of the data is ${DATA_MEAN}.`;
		if (shift >= 1) return `The data moved by ${fixed(shift, 1)}: inference shows it, the batch's own mean hides it.`;
		if (size === 2) return `In a batch of ${size} the probe comes out near ±${fixed(bound, 0)}, whatever it is.`;
		return `In batches of ${size} the probe's output scatters by ${fixed(spread, 2)}; at inference it is ${fixed(inferred, 2)}.`;
	},
	caption: ({ batch, batchSd, running, runningSd, trained, inferred, center, spread }) =>
		`This batch has mean ${fixed(batch.mean, 2)} and deviation ${fixed(batchSd, 2)}, which make the probe ${fixed(trained, 2)} in training. The running averages, ${fixed(running.mean, 2)} and ${fixed(runningSd, 2)}, make it ${fixed(inferred, 2)} at inference. In ${BATCHES} batches its training output has mean ${fixed(center, 2)} and deviation ${fixed(spread, 2)}.`,
	description: ({ size, probe, servingMean, batch, batchSd, running, runningSd, center, spread, inferred }) =>
		`Above, the values of one channel: a probe at ${fixed(probe, 1)} among ${size - 1} neighbors, drawn around ${fixed(servingMean, 1)}, with mean and deviation of this batch (${fixed(batch.mean, 2)}, ${fixed(batchSd, 2)}) and of the running averages (${fixed(running.mean, 2)}, ${fixed(runningSd, 2)}). Below, where the probe comes out: a histogram of its outputs in ${BATCHES} batches in training mode, around ${fixed(center, 2)} with deviation ${fixed(spread, 2)}, and its single output at inference, ${fixed(inferred, 2)}.`,
	readings: ({ trained, center, spread, inferred }) => [
		{ name: 'Training, this batch', value: fixed(trained, 2) },
		{ name: `Training, ${BATCHES} batches`, value: fixed(center, 2), note: `± ${fixed(spread, 2)}` },
		{ name: 'Inference', value: fixed(inferred, 2) },
	],
	table: ({ servingMean, probe, batch, batchSd, trained, running, runningSd, inferred }) => ({
		caption: 'What the probe is normalized with, and where it comes out',
		columns: ['Statistics of', 'Mean', 'Deviation', 'Output'],
		rows: [
			['training data', DATA_MEAN, 1, probe - DATA_MEAN] as const,
			['serving data', servingMean, 1, probe - servingMean] as const,
			['this batch', batch.mean, batchSd, trained] as const,
			['running averages', running.mean, runningSd, inferred] as const,
		].map(([name, ...values]) => [name, ...values.map((value) => fixed(value, 2))]),
	}),
	presets: [
		{
			name: 'A batch of two',
			values: { size: 2 },
			lesson: ({ size, bound, atBound, outputs, inferred }) =>
				`Between ${size} values the mean lies in the middle, so each stands one deviation from it. In ${atBound} of ${outputs.length} batches the probe comes out at ±${fixed(bound, 0)}; at inference at ${fixed(inferred, 2)}.`,
		},
		{
			name: 'A batch of sixty-four',
			values: { size: 64 },
			lesson: ({ spread, size }) =>
				`In batches of ${size} the output still scatters, by ${fixed(spread, 2)}: every training step sees another version of the example. Such noise can regularize.`,
		},
		{
			name: 'Shifted serving data',
			values: { shift: 2, probe: 4 },
			lesson: ({ probe, inferred, center }) =>
				`A probe of ${probe} is an average value now. Training mode gives ${fixed(center, 2)}, as if nothing had happened; inference gives ${fixed(inferred, 2)}, which the next layer never saw as an average.`,
		},
		{
			name: 'Stale averages',
			values: { steps: 5 },
			lesson: ({ steps, running, inferred, center }) =>
				`After ${steps} steps the running mean is ${fixed(running.mean, 2)}, not ${DATA_MEAN}. Inference gives ${fixed(inferred, 2)} where training mode gives ${fixed(center, 2)}: the first validation looks broken, and the weights are not.`,
		},
	],
});

/** Mean, deviation and fourth central moment of the probe's training output, by integrating over its neighbors' mean and spread. */
export function expectedOutput(size: number, away: number): { mean: number; sd: number; fourth: number } {
	const [others, steps] = [size - 1, 240];
	const points: { weight: number; output: number }[] = [];
	for (let i = 0; i < steps; i++) {
		const z = -8 + (16 * (i + 0.5)) / steps;
		const mean = z / Math.sqrt(others);
		// The neighbors' squares around their own mean are chi-squared with one degree less; one neighbor has none.
		for (let j = 0; j < (others > 1 ? steps : 1); j++) {
			const high = Math.sqrt(others) + 7;
			const chi = others > 1 ? (high * (j + 0.5)) / steps : 0;
			const density = others > 1 ? Math.exp((others - 2) * Math.log(chi) - chi ** 2 / 2 - logPeak(others - 2)) : 1;
			const squares = chi ** 2 + (others / size) * (away - mean) ** 2;
			const output = (away - (away + others * mean) / size) / Math.sqrt(squares / size + EPSILON);
			points.push({ weight: Math.exp(-(z ** 2) / 2) * density, output });
		}
	}
	const total = points.reduce((sum, { weight }) => sum + weight, 0);
	const moment = (power: number, around: number): number =>
		points.reduce((sum, { weight, output }) => sum + weight * (output - around) ** power, 0) / total;
	const mean = moment(1, 0);
	return { mean, sd: Math.sqrt(moment(2, mean)), fourth: moment(4, mean) };
}

/** Logarithm of the largest value of x^power · e^(−x²/2), which keeps densities within what a number can hold. */
function logPeak(power: number): number {
	return power > 0 ? (power / 2) * (Math.log(power) - 1) : 0;
}

export const checks: FigureChecks<Shown> = {
	lessons: {
		'A batch of two': ({ size, atBound, bound }) => size === 2 && bound === 1 && atBound > 0.9 * BATCHES,
		'A batch of sixty-four': ({ size, spread }) => size === 64 && spread > 0.1 && spread < 0.16,
		'Shifted serving data': ({ probe, servingMean, inferred, center }) =>
			probe === servingMean && Math.abs(center) < 0.06 && inferred > 1.7,
		'Stale averages': ({ steps, running, inferred, center }) =>
			steps === 5 && Math.abs(running.mean - DATA_MEAN * (1 - 0.9 ** 5)) < 0.2 && inferred - center > 0.7,
	},
	comparisons: ({ size, shift, steps, probe, running, center, spread, batch, neighbors }) => {
		const kept = (1 - ALPHA) ** steps;
		const expected = expectedOutput(size, probe - DATA_MEAN - shift);
		const errorOfSd = Math.sqrt(expected.fourth / BATCHES) / (2 * expected.sd);
		return [
			nearly(
				'running mean, by its closed form and its standard error',
				running.mean,
				(1 - kept) * DATA_MEAN,
				6,
				Math.sqrt((ALPHA / (2 - ALPHA) / size) * (1 - kept ** 2)) + 1e-12,
			),
			nearly("mean of the probe's outputs, by integration", center, expected.mean, 6, expected.sd / Math.sqrt(BATCHES)),
			nearly("deviation of the probe's outputs, by integration", spread, expected.sd, 6, errorOfSd),
			nearly(
				'variance of the batch, as the mean of squares less the square of the mean',
				batch.variance,
				[probe, ...neighbors].reduce((sum, value) => sum + value ** 2, 0) / size - batch.mean ** 2,
				1e-9,
				1,
			),
		];
	},
};
