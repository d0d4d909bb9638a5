/** What the cache of a batch weighs beside the weights, and how fast a decoding step can be at best. */
import { nearly } from '../parts/comparisons.ts';
import { type FigureChecks, figureModel } from '../parts/contract.ts';
import { choice, number } from '../parts/settings.ts';
import { count, fixed, said } from '../parts/words.ts';

/** An H100 SXM: operations a second in dense 16-bit arithmetic, bytes a second, bytes. */
export const PEAK = 989e12;
export const BANDWIDTH = 3.35e12;
export const MEMORY = 80e9;
/** Llama 3 8B. */
export const PARAMETERS = 8.03e9;
export const LAYERS = 32;
export const HEADS = 32;
export const WIDTH = 128;
/** Bytes of 16-bit weights. */
export const WEIGHTS = 2 * PARAMETERS;
/** FLOP/B at which arithmetic takes as long as memory. */
export const RIDGE = PEAK / BANDWIDTH;
/** Memory, and a byte-sized thousand million, as they are said. */
const GB = 1e9;
export const ROOM = MEMORY / GB;

const settings = {
	context: number(256, 32768, 256, 8192),
	batch: number(1, 512, 1, 32),
	heads: choice(['MHA', 'GQA', 'MQA'], 'GQA'),
	entry: choice(['16-bit', '8-bit', '4-bit'], '16-bit'),
};

/** Heads of keys and values; grouped as Llama 3 8B has them. */
const kvHeads = { MHA: HEADS, GQA: 8, MQA: 1 } as const;
/** Bytes of one stored number; at 4 bits with a 16-bit scale and zero point for each 64. */
const entryBytes = { '16-bit': 2, '8-bit': 1, '4-bit': 0.5625 } as const;

/** All that one state of the figure shows. */
export interface Shown {
	readonly context: number;
	readonly batch: number;
	readonly heads: keyof typeof kvHeads;
	readonly kv: number;
	readonly bytes: number;
	/** Bytes of cache that a token adds. */
	readonly perToken: number;
	readonly cache: number;
	readonly cacheGB: number;
	readonly weightsGB: number;
	/** Tokens of the whole batch, and how many make a cache as large as the weights. */
	readonly tokens: number;
	readonly even: number;
	/** Requests of this context that fit beside the weights. */
	readonly fitting: number;
	/** Of one step: operations for each byte, and milliseconds that each resource needs at least. */
	readonly intensity: number;
	readonly memory: number;
	readonly arithmetic: number;
	readonly step: number;
	/** FLOP/B that an endless batch would reach. */
	readonly limit: number;
	/** FLOP/s that the step can reach at best. */
	readonly attained: number;
}

/** FLOP/s that an intensity allows. */
export const roofOf = (intensity: number): number => Math.min(PEAK, intensity * BANDWIDTH);

const toMilliseconds = 1e3;

export const model = figureModel({
	settings,
	compute: ({ context, batch, heads, entry }): Shown => {
		const [kv, bytes] = [kvHeads[heads], entryBytes[entry]];
		const perToken = 2 * LAYERS * kv * WIDTH * bytes;
		const tokens = batch * context;
		const cache = tokens * perToken;
		const moved = WEIGHTS + cache;
		const perSequence = 2 * PARAMETERS + 4 * LAYERS * HEADS * WIDTH * context;
		const [memory, arithmetic] = [
			(moved / BANDWIDTH) * toMilliseconds,
			((batch * perSequence) / PEAK) * toMilliseconds,
		];
		const intensity = (batch * perSequence) / moved;
		return {
			...{ context, batch, heads, kv, bytes, perToken, cache, tokens, intensity, memory, arithmetic },
			cacheGB: cache / GB,
			weightsGB: WEIGHTS / GB,
			even: WEIGHTS / perToken,
			fitting: Math.floor((MEMORY - WEIGHTS) / (context * perToken)),
			step: Math.max(memory, arithmetic),
			limit: perSequence / (context * perToken),
			attained: roofOf(intensity),
		};
	},
	builtIn:
		'Llama 3 8B with 16-bit weights on one H100 of 80 GB, at its peak rates, with perfect overlap, equal lengths and no memory for activations: real kernels stay behind. Every parameter is read and multiplied, those of the input embedding too. MHA and MQA change the KV heads of the cache and leave the weights as they are.',
	name: ({ batch, context }) =>
		`Memory and time of a decoding step, ${batch} × ${context.toLocaleString('en-US')} tokens`,
	finding: ({ batch, fitting, cacheGB, weightsGB, intensity }) => {
		if (fitting < batch)
			return `${count(batch, 'request')} do not fit in ${ROOM} GB: ${fitting ? `only ${fitting} would` : 'not even one would'}.`;
		if (intensity > RIDGE) return `At ${fixed(intensity, 0)} FLOP/B arithmetic is the limit, not memory.`;
		if (cacheGB > weightsGB)
			return `The cache of ${fixed(cacheGB, 1)} GB outweighs the weights, ${fixed(weightsGB, 1)} GB.`;
		return `The cache of ${fixed(cacheGB, 1)} GB is lighter than the weights, ${fixed(weightsGB, 1)} GB.`;
	},
	caption: ({ perToken, tokens, memory, arithmetic, intensity, limit }) =>
		`${perToken.toLocaleString('en-US')} B a token, for ${tokens.toLocaleString('en-US')} tokens. A step moves its bytes in ${fixed(memory, 2)} ms at least, and computes in ${fixed(arithmetic, 2)} ms: ${fixed(intensity, 1)} FLOP/B. An endless batch at this context would reach ${said(limit)}; the ridge is at ${fixed(RIDGE, 0)}.`,
	description: ({ cacheGB, weightsGB, intensity, attained, limit, fitting }) =>
		`Above, a bar of ${ROOM} GB with weights of ${fixed(weightsGB, 1)} GB and a cache of ${fixed(cacheGB, 1)} GB; ${count(fitting, 'request')} of this length would fit. Below, the roofline on logarithmic axes: it rises with the memory's bandwidth up to ${fixed(RIDGE, 0)} FLOP/B and is flat beyond. The step stands at ${fixed(intensity, 1)} FLOP/B, where at most ${said(attained / 1e12)} TFLOP/s can be reached; an endless batch would stand at ${said(limit)}.`,
	readings: ({ cacheGB, weightsGB, step, intensity, fitting }) => [
		{ name: 'Cache', value: `${fixed(cacheGB, 1)} GB`, note: `weights ${fixed(weightsGB, 1)} GB` },
		{ name: 'Step, at least', value: `${fixed(step, 2)} ms` },
		{ name: 'Intensity', value: `${fixed(intensity, 1)} FLOP/B`, note: `ridge ${fixed(RIDGE, 0)}` },
		{ name: 'Would fit', value: count(fitting, 'request') },
	],
	table: ({ kv, bytes, context, batch, heads }) => {
		const choices = Object.entries(kvHeads);
		return {
			caption: `The same batch, ${batch} × ${context.toLocaleString('en-US')} tokens, with other heads`,
			columns: ['KV heads', 'Bytes a token', 'Cache, GB', 'Memory, ms'],
			rows: choices.map(([name, amount]) => {
				const perToken = 2 * LAYERS * amount * WIDTH * bytes;
				const cache = batch * context * perToken;
				return [
					`${name}, ${amount}`,
					perToken.toLocaleString('en-US'),
					fixed(cache / GB, 1),
					fixed(((WEIGHTS + cache) / BANDWIDTH) * toMilliseconds, 2),
				];
			}),
			current: choices.findIndex(([name, amount]) => name === heads && amount === kv),
		};
	},
	presets: [
		{
			name: 'The same as MHA',
			values: { heads: 'MHA' },
			lesson: ({ kv, cacheGB, fitting, batch }) =>
				`With ${kv} KV heads the cache is ${fixed(cacheGB, 1)} GB: it does not fit, and instead of ${batch} requests only ${fitting} would.`,
		},
		{
			name: 'Short, but 256',
			values: { context: 1024, batch: 256 },
			lesson: ({ batch, cacheGB, step, intensity }) =>
				`The ${batch} short requests weigh the same ${fixed(cacheGB, 1)} GB, and a step takes the same ${fixed(step, 2)} ms, but yields ${batch} tokens. At ${fixed(intensity, 1)} FLOP/B memory is still the limit.`,
		},
		{
			name: 'One request',
			values: { batch: 1 },
			lesson: ({ batch, step, arithmetic, intensity }) =>
				`With ${count(batch, 'request')} the step takes ${fixed(step, 2)} ms, of which arithmetic needs ${fixed(arithmetic, 2)}: ${fixed(intensity, 1)} FLOP/B. The chip waits for memory.`,
		},
		{
			name: 'As heavy as the weights',
			values: { context: 3840 },
			lesson: ({ tokens, even, cacheGB, weightsGB }) =>
				`At ${Math.round(even).toLocaleString('en-US')} tokens in the batch the cache is as heavy as the weights. Here ${tokens.toLocaleString('en-US')} take ${fixed(cacheGB, 1)} GB, the weights ${fixed(weightsGB, 1)}.`,
		},
		{
			name: 'A cache of 4 bits',
			values: { entry: '4-bit' },
			lesson: ({ perToken, fitting, step }) =>
				`At ${perToken.toLocaleString('en-US')} B a token ${fitting} requests would fit, and the step takes ${fixed(step, 2)} ms. The weights are read as before.`,
		},
	],
});

export const checks: FigureChecks<Shown> = {
	lessons: {
		'The same as MHA': ({ kv, cache, fitting, batch }) => kv === HEADS && WEIGHTS + cache > MEMORY && fitting < batch,
		'Short, but 256': ({ batch, tokens, intensity, memory, arithmetic }) =>
			batch === 256 && tokens === 32 * 8192 && intensity > 80 && intensity < RIDGE && memory > arithmetic,
		'One request': ({ batch, arithmetic, step, intensity }) => batch === 1 && arithmetic < 0.01 * step && intensity < 2,
		'As heavy as the weights': ({ tokens, even, cache }) =>
			tokens > even && tokens < 1.01 * even && cache > WEIGHTS && cache < 1.01 * WEIGHTS,
		'A cache of 4 bits': ({ bytes, fitting, step }) => bytes < 1 && fitting > 200 && step < 8,
	},
	comparisons: ({ context, batch, kv, bytes, cache, even, tokens, intensity, limit, step, memory, arithmetic }) => {
		// Weights alone have an intensity of the batch, the cache alone of query heads for each KV head: their mean by bytes.
		const ofCache = (2 / bytes) * (HEADS / kv);
		const share = cache / (cache + WEIGHTS);
		// Every number of the cache, one layer, kind and head after another.
		let entries = 0;
		for (let layer = 0; layer < LAYERS; layer++)
			for (const _kind of ['key', 'value']) for (let head = 0; head < kv; head++) entries += WIDTH;
		return [
			nearly('intensity, as the mean of its parts by bytes', intensity, (1 - share) * batch + share * ofCache),
			nearly('cache, counted', cache, entries * bytes * context * batch, 1e-12),
			nearly('cache against weights, by tokens', tokens / even, share / (1 - share)),
			nearly(
				'limit, as the intensity of one sequence without weights',
				limit,
				ofCache + (2 * PARAMETERS) / (entries * bytes * context),
			),
			nearly(
				'step, by the roofline',
				step,
				((batch * (WEIGHTS + 4 * LAYERS * HEADS * WIDTH * context)) / roofOf(intensity)) * 1e3,
			),
			nearly('intensity over the ridge, by times', intensity / RIDGE, arithmetic / memory),
		];
	},
};
