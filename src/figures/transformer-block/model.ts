/** A stack of transformer blocks whose parts can be switched off: what one changed position moves, and what becomes of the stream. */
import { exactly, nearly } from '../parts/comparisons.ts';
import { type FigureChecks, figureModel } from '../parts/contract.ts';
import { normal } from '../parts/random.ts';
import { remembered } from '../parts/remembered.ts';
import { choice, number } from '../parts/settings.ts';
import { fixed, said } from '../parts/words.ts';

export const WIDTH = 32;
export const POSITIONS = 8;
export const DEPTH = 12;
const SEED = 1;
/** A move that nobody could see. */
const FORGOTTEN = 1e-3;

/** One vector a position. */
type Stream = readonly Float64Array[];
/** A matrix by its rows: one for each input. */
type Matrix = readonly Float64Array[];

interface Block {
	readonly query: Matrix;
	readonly key: Matrix;
	readonly value: Matrix;
	readonly output: Matrix;
	readonly up: Matrix;
	readonly down: Matrix;
}

/** Which parts a stack has. */
export interface Parts {
	readonly attention: boolean;
	readonly mlp: boolean;
	readonly residual: boolean;
	readonly norm: Norm;
}

export const norms = ['none', 'pre', 'post'] as const;
export type Norm = (typeof norms)[number];

/** Blocks and inputs of a seed; weights have mean 0 and variance one over the number of inputs, so that a product keeps its scale. */
export function random(seed: number): {
	readonly blocks: readonly Block[];
	readonly inputs: Stream;
	readonly others: Stream;
} {
	const draw = normal(seed);
	const vector = (length: number, deviation: number) => Float64Array.from({ length }, () => draw() * deviation);
	const matrix = (from: number, to: number): Matrix => Array.from({ length: from }, () => vector(to, from ** -0.5));
	const stream = (): Stream => Array.from({ length: POSITIONS }, () => normalized(vector(WIDTH, 1)));
	const [inputs, others] = [stream(), stream()];
	const blocks = Array.from({ length: DEPTH }, () => ({
		query: matrix(WIDTH, WIDTH),
		key: matrix(WIDTH, WIDTH),
		value: matrix(WIDTH, WIDTH),
		output: matrix(WIDTH, WIDTH),
		up: matrix(WIDTH, 4 * WIDTH),
		down: matrix(4 * WIDTH, WIDTH),
	}));
	return { blocks, inputs, others };
}

/** The stream before the first block and after each. */
export function streams(blocks: readonly Block[], inputs: Stream, { attention, mlp, residual, norm }: Parts): Stream[] {
	const branches = [...(attention ? [attended] : []), ...(mlp ? [transformed] : [])];
	const seen = [inputs];
	let stream = inputs;
	for (const block of blocks) {
		for (const branch of branches) {
			const written = branch(norm === 'pre' ? stream.map(normalized) : stream, block);
			const sum = residual ? written.map((vector, at) => added(vector, stream[at])) : written;
			stream = norm === 'post' ? sum.map(normalized) : sum;
		}
		seen.push(stream);
	}
	return seen;
}

/** Causal self-attention with one head. */
function attended(stream: Stream, { query, key, value, output }: Block): Stream {
	const [queries, keys, values] = [query, key, value].map((matrix) => stream.map((vector) => times(vector, matrix)));
	return (queries ?? []).map((own, at) => {
		const scores = (keys ?? []).slice(0, at + 1).map((other) => dot(own, other) / Math.sqrt(WIDTH));
		const top = Math.max(...scores);
		const shares = scores.map((score) => Math.exp(score - top));
		const total = shares.reduce((sum, share) => sum + share, 0);
		const mixed = new Float64Array(WIDTH);
		shares.forEach((share, from) => {
			const read = values?.[from] ?? mixed;
			for (let i = 0; i < WIDTH; i++) mixed[i] = (mixed[i] ?? 0) + (share / total) * (read[i] ?? 0);
		});
		return times(mixed, output);
	});
}

/** The MLP, with ReLU, at each position by itself. */
function transformed(stream: Stream, { up, down }: Block): Stream {
	return stream.map((vector) =>
		times(
			times(vector, up).map((value) => Math.max(0, value)),
			down,
		),
	);
}

function times(vector: Float64Array, matrix: Matrix): Float64Array {
	const product = new Float64Array(matrix[0]?.length ?? 0);
	matrix.forEach((row, at) => {
		const factor = vector[at] ?? 0;
		for (let i = 0; i < row.length; i++) product[i] = (product[i] ?? 0) + factor * (row[i] ?? 0);
	});
	return product;
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
const length = (a: Float64Array): number => Math.sqrt(dot(a, a));
const added = (a: Float64Array, b: Float64Array = a): Float64Array => a.map((value, at) => value + (b[at] ?? 0));

/** Mean 0 and variance 1, as LayerNorm without a learned scale. A tiny constant keeps it finite where all entries are equal. */
function normalized(vector: Float64Array): Float64Array {
	const mean = vector.reduce((sum, value) => sum + value, 0) / vector.length;
	const centered = vector.map((value) => value - mean);
	const deviation = length(centered) / Math.sqrt(vector.length);
	return centered.map((value) => value / Math.max(deviation, 1e-150));
}

/** Root of the mean square of all entries. */
export const rms = (stream: Stream): number =>
	Math.sqrt(stream.reduce((sum, vector) => sum + dot(vector, vector), 0) / (stream.length * WIDTH));

/** Mean cosine of the angle between two positions. */
function cosine(stream: Stream): number {
	const pairs = stream.flatMap((a, at) => stream.slice(at + 1).map((b) => dot(a, b) / (length(a) * length(b))));
	return pairs.reduce((sum, pair) => sum + pair, 0) / pairs.length;
}

/** How far apart two vectors are, from 0, exactly the same, to 1, opposite. */
function apart(a: Float64Array, b: Float64Array = a): number {
	const difference = a.map((value, at) => value - (b[at] ?? 0));
	return length(difference) / (length(a) + length(b));
}

/** Parameters of a block, biases and the norms' scale and shift included. */
function parametersOf({ attention, mlp, norm }: Parts): number {
	const each = norm === 'none' ? 0 : 2 * WIDTH;
	return (attention ? 4 * WIDTH ** 2 + 4 * WIDTH + each : 0) + (mlp ? 8 * WIDTH ** 2 + 5 * WIDTH + each : 0);
}

const drawn = remembered(() => random(SEED));
/** Positions alone change between two calls, as a rule. */
const unchanged = remembered((attention: boolean, mlp: boolean, residual: boolean, norm: Norm) =>
	streams(drawn().blocks, drawn().inputs, { attention, mlp, residual, norm }),
);

const settings = {
	attention: choice(['on', 'off'], 'on'),
	mlp: choice(['on', 'off'], 'on'),
	residual: choice(['on', 'off'], 'on'),
	norm: choice(norms, 'pre'),
	position: number(1, POSITIONS, 1, 3),
};

/** All that one state of the figure shows. */
export interface Shown extends Parts {
	/** The position whose input is changed, from 1. */
	readonly position: number;
	/** The last position whose output moves; none after it does. */
	readonly until: number;
	/** How far the output that moves most does. */
	readonly most: number;
	/** After so many blocks, at each position: how far the change moved it, from 0 to 1. */
	readonly moved: readonly (readonly number[])[];
	/** Of the stream, after so many blocks. */
	readonly sizes: readonly number[];
	readonly size: number;
	readonly alikes: readonly number[];
	readonly alike: number;
	/** Of one block, and of all. */
	readonly each: number;
	readonly parameters: number;
}

function shown(parts: Parts, position: number): Shown {
	const { blocks, inputs, others } = drawn();
	const before = unchanged(parts.attention, parts.mlp, parts.residual, parts.norm);
	const changed = inputs.map((vector, at) => (at === position - 1 ? (others[at] ?? vector) : vector));
	const moved = streams(blocks, changed, parts).map((stream, layer) =>
		stream.map((vector, at) => apart(vector, before[layer]?.[at])),
	);
	const [sizes, alikes] = [before.map(rms), before.map(cosine)];
	const each = parametersOf(parts);
	return {
		...parts,
		position,
		until: (moved[DEPTH]?.findLastIndex((distance) => distance > 0) ?? -1) + 1,
		most: Math.max(...(moved[DEPTH] ?? [])),
		moved,
		sizes,
		size: sizes[DEPTH] ?? 0,
		alikes,
		alike: alikes[DEPTH] ?? 0,
		each,
		parameters: DEPTH * each,
	};
}

const grouped = (amount: number): string => amount.toLocaleString('en-US');
/** A number up to 1 as it is said; 1.000 and 0.000 only of what is. */
const close = (value: number): string =>
	value > 0.9995 && value < 1 ? 'above 0.999' : value > 0 && value < 0.0005 ? 'below 0.001' : fixed(value, 3);
const moves = ({ position, until }: Shown): string =>
	until > position ? `outputs ${position} to ${until}` : `output ${position} alone`;

/** The whole block, which the picture shows beside what is left of it. */
export const whole = remembered(() => shown({ attention: true, mlp: true, residual: true, norm: 'pre' }, 1));

export const model = figureModel({
	settings,
	compute: ({ attention, mlp, residual, norm, position }): Shown =>
		shown({ attention: attention === 'on', mlp: mlp === 'on', residual: residual === 'on', norm }, position),
	builtIn:
		'Weights are random, not trained: mean 0, variance one over the number of inputs, one seed. One head, no biases, no learned scale in norms, though all are counted as parameters. So it shows where training starts, and positions that grow alike are no measure of quality.',
	name: ({ position }) => `What a change of position ${position} moves`,
	finding: (state) =>
		!(state.attention || state.mlp)
			? 'With neither branch, every output is its input.'
			: state.most < FORGOTTEN
				? `A change of position ${state.position} is all but forgotten: no output moves noticeably.`
				: `Changing position ${state.position} moves ${moves(state)}.`,
	caption: ({ size, alike }) =>
		`After ${DEPTH} blocks the stream’s RMS is ${said(size)}, the mean cosine between positions ${close(alike)}.`,
	description: (state) =>
		`A grid of ${DEPTH} blocks by ${POSITIONS} positions, input at the top. A change of position ${state.position} moves ${moves(state)}; every cell before it, and every other cell that it does not reach, is empty. Beside it the RMS of the stream goes from ${said(state.sizes[0] ?? 0)} to ${said(state.size)}, and the mean cosine between positions from ${fixed(state.alikes[0] ?? 0, 2)} to ${close(state.alike)}.`,
	readings: ({ size, alike, most, each, parameters }) => [
		{ name: 'RMS of the stream', value: said(size), note: `after ${DEPTH} blocks` },
		{ name: 'Mean cosine of positions', value: close(alike) },
		{ name: 'Largest move of an output', value: close(most), note: '0 is none, 1 is opposite' },
		{ name: 'Parameters', value: grouped(parameters), note: `${grouped(each)} a block` },
	],
	table: ({ moved, sizes, alikes }) => ({
		caption: 'The stream after each block',
		columns: ['Blocks', 'RMS', 'Mean cosine', 'Positions moved'],
		rows: moved.map((row, layer) => [
			layer,
			said(sizes[layer] ?? 0),
			close(alikes[layer] ?? 0),
			row.flatMap((distance, at) => (distance > 0 ? [at + 1] : [])).join(' '),
		]),
	}),
	presets: [
		{
			name: 'Switch attention off',
			values: { attention: 'off' },
			lesson: ({ position }) =>
				`Position ${position} moves its own column and no other, after all ${DEPTH} blocks: the MLP, the norms and the residual connections work on each position by itself.`,
		},
		{
			name: 'Change the last position',
			values: { position: 8 },
			lesson: ({ position }) =>
				`Position ${position} moves itself alone: under the causal mask nothing earlier reads it. Earlier outputs are equal to the last digit.`,
		},
		{
			name: 'Drop the residual connections',
			values: { residual: 'off' },
			lesson: ({ position }) =>
				`After ${DEPTH} blocks all positions are nearly the same vector: attention averages, and nothing keeps what was different. What they share is the first position’s, since that one reads itself alone; the change of position ${position} is all but forgotten.`,
		},
		{
			name: 'Drop the norms',
			values: { norm: 'none' },
			lesson: ({ size }) =>
				`The RMS is ${said(size)} after ${DEPTH} blocks: each branch answers in proportion to the stream, so the stream grows by a factor a block.`,
		},
		{
			name: 'Norm after the sum',
			values: { norm: 'post' },
			lesson: ({ size }) =>
				`The RMS is ${said(size)} after every block, since the norm acts on the sum itself. Pre-norm leaves the sum alone, and it grows.`,
		},
		{
			name: 'Switch the MLPs off',
			values: { mlp: 'off' },
			lesson: ({ each }) =>
				`The change still spreads, with ${grouped(each)} parameters a block: about a third of a full block.`,
		},
	],
});

/** The stack once more, position by position with cached keys and values, and all norms and products written anew. */
function stepByStep({ attention, mlp, residual, norm }: Parts): number[][] {
	const { blocks, inputs } = drawn();
	const product = (vector: readonly number[], matrix: Matrix): number[] =>
		Array.from(matrix[0] ?? [], (_, column) =>
			vector.reduce((sum, value, row) => sum + value * (matrix[row]?.[column] ?? 0), 0),
		);
	const layerNorm = (vector: readonly number[]): number[] => {
		const mean = vector.reduce((sum, value) => sum + value / WIDTH, 0);
		const variance = vector.reduce((sum, value) => sum + value ** 2 / WIDTH, 0) - mean ** 2;
		return vector.map((value) => (value - mean) / Math.sqrt(variance));
	};
	const caches = blocks.map(() => ({ keys: [] as number[][], values: [] as number[][] }));
	return inputs.map((input) => {
		let x = [...input];
		blocks.forEach((block, at) => {
			const read = (): number[] => (norm === 'pre' ? layerNorm(x) : x);
			const write = (written: number[]): void => {
				const sum = residual ? written.map((value, i) => value + (x[i] ?? 0)) : written;
				x = norm === 'post' ? layerNorm(sum) : sum;
			};
			if (attention) {
				const u = read();
				const { keys, values } = caches[at] ?? { keys: [], values: [] };
				keys.push(product(u, block.key));
				values.push(product(u, block.value));
				const query = product(u, block.query);
				const scores = keys.map(
					(key) => key.reduce((sum, value, i) => sum + value * (query[i] ?? 0), 0) * WIDTH ** -0.5,
				);
				const weights = scores.map((own) => 1 / scores.reduce((sum, score) => sum + Math.exp(score - own), 0));
				write(
					product(
						Array.from(u, (_, i) => weights.reduce((sum, weight, j) => sum + weight * (values[j]?.[i] ?? 0), 0)),
						block.output,
					),
				);
			}
			if (mlp)
				write(
					product(
						product(read(), block.up).map((value) => Math.max(0, value)),
						block.down,
					),
				);
		});
		return x;
	});
}

export const checks: FigureChecks<Shown> = {
	lessons: {
		'Switch attention off': ({ attention, moved, position }) =>
			!attention && moved.every((row) => row.every((distance, at) => distance > 0 === (at === position - 1))),
		'Change the last position': ({ position, moved }) =>
			position === POSITIONS && moved.every((row) => row.slice(0, -1).every((distance) => distance === 0)),
		'Drop the residual connections': ({ attention, mlp, residual, norm, alike, most }) =>
			!residual &&
			alike > 0.9995 &&
			most < FORGOTTEN &&
			// The change of the first position reaches every output.
			shown({ attention, mlp, residual, norm }, 1).moved[DEPTH]?.every((distance) => distance > FORGOTTEN) === true,
		'Drop the norms': ({ norm, size, sizes }) =>
			norm === 'none' && size > 100 && sizes.every((one, at) => at === 0 || one > (sizes[at - 1] ?? 0)),
		'Norm after the sum': ({ norm, sizes }) => norm === 'post' && sizes.every((one) => Math.abs(one - 1) < 1e-6),
		'Switch the MLPs off': ({ mlp, each, until }) =>
			!mlp && until === POSITIONS && Math.abs(each / (12 * WIDTH ** 2 + 13 * WIDTH) - 1 / 3) < 0.01,
	},
	comparisons: ({ attention, mlp, residual, norm, size, alike, each }) => {
		const ends = stepByStep({ attention, mlp, residual, norm });
		const squares = ends.map((vector) => vector.reduce((sum, value) => sum + value ** 2, 0));
		// The sum of unit vectors has as its square their number and twice all cosines.
		const units = ends.map((vector, at) => vector.map((value) => value / Math.sqrt(squares[at] ?? 1)));
		const sum = Array.from({ length: WIDTH }, (_, i) => units.reduce((total, unit) => total + (unit[i] ?? 0), 0));
		const square = sum.reduce((total, value) => total + value ** 2, 0);
		const count = [attention ? 4 : 0, mlp ? 8 : 0].reduce((total, squares) => total + squares * WIDTH ** 2, 0);
		const vectors = (attention ? 4 : 0) + (mlp ? 5 : 0) + (norm === 'none' ? 0 : (attention ? 2 : 0) + (mlp ? 2 : 0));
		return [
			nearly(
				'RMS, position by position',
				size,
				Math.sqrt(squares.reduce((total, one) => total + one, 0) / (POSITIONS * WIDTH)),
				1e-6,
			),
			nearly(
				'mean cosine, by the sum of unit vectors',
				alike,
				(square - POSITIONS) / (POSITIONS * (POSITIONS - 1)),
				1e-6,
				1,
			),
			exactly('parameters', each, count + vectors * WIDTH),
		];
	},
};
