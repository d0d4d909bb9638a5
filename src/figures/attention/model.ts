/** Scaled dot-product attention over a sentence, with vectors whose plane can be drawn whatever their width. */
import { nearly } from '../parts/comparisons.ts';
import { type FigureChecks, figureModel } from '../parts/contract.ts';
import { normal } from '../parts/random.ts';
import { choice, number, type Values } from '../parts/settings.ts';
import { fixed } from '../parts/words.ts';

export type Vector = readonly number[];

/** Shares of one whole: positive, sum 1. A score of −∞ gets none; at least one score must be finite. */
export function softmax(scores: Vector): number[] {
	const top = Math.max(...scores);
	const exponentials = scores.map((score) => Math.exp(score - top));
	const total = exponentials.reduce((sum, value) => sum + value, 0);
	return exponentials.map((value) => value / total);
}

export interface Attended {
	/** After the division; −∞ where the mask blocks. */
	readonly scores: Vector;
	readonly weights: Vector;
	/** The values, mixed by the weights. */
	readonly output: Vector;
}

/** One query against all keys. Undefined when every key is blocked: softmax would divide 0 by 0. */
export function attend(
	query: Vector,
	keys: readonly Vector[],
	values: readonly Vector[],
	{ divisor, allowed }: { readonly divisor: number; readonly allowed?: readonly boolean[] },
): Attended | undefined {
	if (allowed && !allowed.some(Boolean)) return undefined;
	const scores = keys.map((key, at) =>
		allowed && !allowed[at] ? Number.NEGATIVE_INFINITY : dot(query, key) / divisor,
	);
	const weights = softmax(scores);
	const output = (values[0] ?? []).map((_, axis) => {
		return weights.reduce((sum, weight, at) => sum + weight * (values[at]?.[axis] ?? 0), 0);
	});
	return { scores, weights, output };
}

function dot(a: Vector, b: Vector): number {
	return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}

/** In bits; 0 when one weight has everything. */
export function entropy(weights: Vector): number {
	return weights.reduce((sum, weight) => (weight > 0 ? sum - weight * Math.log2(weight) : sum), 0);
}

/** A point of the plane by its direction in degrees, counterclockwise from the right, and its length. */
interface Polar {
	readonly angle: number;
	readonly length: number;
}

interface Token {
	readonly text: string;
	readonly query: Polar;
	readonly key: Polar;
}

const polar = (angle: number, length: number): Polar => ({ angle, length });

/** Chosen by hand so that each word asks for what its grammar needs: nothing here is learned. */
export const tokens: readonly Token[] = [
	{ text: 'the', query: polar(75, 1.2), key: polar(205, 0.8) },
	{ text: 'dogs', query: polar(116, 1.1), key: polar(20, 1.6) },
	{ text: 'that', query: polar(25, 1.3), key: polar(160, 1.1) },
	{ text: 'chased', query: polar(45, 1.3), key: polar(115, 1.5) },
	{ text: 'the', query: polar(70, 1.2), key: polar(238, 1.2) },
	{ text: 'cat', query: polar(30, 1.4), key: polar(66, 1.3) },
	{ text: 'were', query: polar(12, 1.3), key: polar(270, 1.6) },
	{ text: 'tired', query: polar(10, 1.5), key: polar(307, 1.4) },
	{ text: '[pad]', query: polar(180, 0.3), key: polar(340, 0.8) },
];

const padding = tokens.length - 1;

export const masks = ['none', 'causal', 'padding'] as const;
export type Mask = (typeof masks)[number];

export interface AttentionState {
	/** Position of the query that the reader holds. */
	readonly chosen: number;
	/** Where the reader holds it. */
	readonly held: Polar;
	/** Key width, even: the plane's two axes are the constant and the alternating direction. */
	readonly width: number;
	readonly scaled: boolean;
	readonly mask: Mask;
}

export interface Row extends Attended {
	/** Position of the largest weight. */
	readonly top: number;
	readonly largest: number;
	/** In bits. */
	readonly entropy: number;
	/** Bits if all allowed keys had the same weight. */
	readonly mostEntropy: number;
	/** Derivative of the largest weight by its own score, p(1 − p). */
	readonly gradient: number;
}

export function toPoint({ angle, length }: Polar): Vector {
	const radians = (angle * Math.PI) / 180;
	return [length * Math.cos(radians), length * Math.sin(radians)];
}

/** Which keys a query may read. */
export function allowedBy(mask: Mask, query: number): boolean[] {
	return tokens.map((_, key) => (mask === 'causal' ? key <= query : mask === 'padding' ? key !== padding : true));
}

const SEED = 11;

/**
 * Vectors of the wanted width whose shadow on the plane is as given. Off the plane, keys have random entries of variance 1,
 * which no query of the plane sees; so a score is √width times the dot product of the two shadows.
 */
export function keysOf(width: number): number[][] {
	const draw = normal(SEED);
	return tokens.map(({ key }) => {
		const noise = Array.from({ length: width }, draw);
		const [x = 0, y = 0] = toPoint(key);
		const [atX, atY] = shadow(noise);
		return noise.map((entry, at) => entry + ((x - atX) * axis(0, at) + (y - atY) * axis(1, at)) / Math.sqrt(width));
	});
}

/** A query that lies in the plane, with entries as large as its length there, whatever the width. */
export function queryOf(place: Polar, width: number): number[] {
	const [x = 0, y = 0] = toPoint(place);
	return Array.from({ length: width }, (_, at) => x * axis(0, at) + y * axis(1, at));
}

const axis = (which: 0 | 1, at: number): number => (which === 0 || at % 2 === 0 ? 1 : -1);

/** Coordinates of a vector on the two axes of the plane. */
function shadow(vector: Vector): readonly [number, number] {
	const unit = 1 / Math.sqrt(vector.length);
	const along = (which: 0 | 1) => vector.reduce((sum, entry, at) => sum + entry * axis(which, at) * unit, 0);
	return [along(0), along(1)];
}

/** The row of every query. Values are the keys' own places in the plane, so that outputs can be drawn among them. */
export function attention({ chosen, held, width, scaled, mask }: AttentionState): Row[] {
	const keys = keysOf(width);
	const values = tokens.map(({ key }) => toPoint(key));
	const divisor = scaled ? Math.sqrt(width) : 1;
	return tokens.map(({ query }, at) => {
		const allowed = allowedBy(mask, at);
		// No mask leaves a query without keys.
		const attended = attend(queryOf(at === chosen ? held : query, width), keys, values, {
			divisor,
			allowed,
		}) as Attended;
		const largest = Math.max(...attended.weights);
		return {
			...attended,
			largest,
			top: attended.weights.indexOf(largest),
			entropy: entropy(attended.weights),
			mostEntropy: Math.log2(allowed.filter(Boolean).length),
			gradient: largest * (1 - largest),
		};
	});
}

const FIRST = 5;
const first = tokens[FIRST]?.query ?? polar(0, 1);

const settings = {
	token: choice(
		tokens.map((_, at) => String(at)),
		String(FIRST),
	),
	angle: number(0, 359, 1, first.angle),
	length: number(0, 2, 0.05, first.length),
	d: number(2, 256, 2, 64),
	root: choice(['on', 'off'], 'on'),
	mask: choice(masks, 'causal'),
};

/** All that one state of the figure shows. */
export interface Shown extends AttentionState, Row {
	readonly rows: readonly Row[];
	/** Of the width: what scores are divided by when it is on. */
	readonly root: number;
	/** Of the scores that are not masked. */
	readonly least: number;
	readonly most: number;
	/** Keys that get a weight. */
	readonly read: number;
	/** Weight on keys behind the query, and on the padding. */
	readonly ahead: number;
	readonly pad: number;
}

/** Each token brings its own query. */
export function withQuery(token: string): Partial<Values<typeof settings>> {
	return { token, ...tokens[Number(token)]?.query };
}

export const names = tokens.map(({ text }) => text);
const quoted = (at: number): string => `“${names[at]}”`;

/** A weight as the picture shows it. */
export const share = (weight: number): string => weight.toFixed(2);
/** Three digits where two would say 1.00 or 0.00 of what is neither. */
const close = (value: number): string =>
	value > 0 && value < 0.0005 ? 'below 0.001' : value > 0.9995 && value < 1 ? 'above 0.999' : value.toFixed(3);

export const model = figureModel({
	settings,
	compute: ({ token, angle, length, d: width, root, mask }): Shown => {
		const chosen = Number(token);
		const state: AttentionState = { chosen, held: { angle, length }, width, scaled: root === 'on', mask };
		const rows = attention(state);
		const row = rows[chosen] as Row;
		const scored = row.scores.filter(Number.isFinite);
		return {
			...state,
			...row,
			rows,
			root: Math.sqrt(width),
			least: Math.min(...scored),
			most: Math.max(...scored),
			read: row.weights.filter((weight) => weight > 0).length,
			ahead: row.weights.reduce((sum, weight, at) => (at > chosen ? sum + weight : sum), 0),
			pad: row.weights[padding] ?? 0,
		};
	},
	builtIn:
		'Vectors lie in a plane and are chosen by hand, not learned. Keys are built so that the dot product of a query and a key is the root of the width times that of their arrows: with the root, weights are therefore the same at every width. Of random vectors that holds only for the spread of their scores.',
	name: ({ chosen }) => `Attention of ${quoted(chosen)}`,
	finding: ({ chosen, largest, top, least, most, read }) => {
		if (read === 1) return `${quoted(chosen)} may read ${quoted(top)} alone.`;
		if (most - least < 1e-9) return `${quoted(chosen)} reads all ${read} tokens alike.`;
		if (largest >= 0.99) return `${quoted(chosen)} reads ${quoted(top)} and next to nothing else.`;
		return `${quoted(chosen)} reads ${quoted(top)} most, with a weight of ${share(largest)}.`;
	},
	caption: ({ width, scaled, root, least, most }) =>
		`At width ${width} its scores, ${scaled ? '' : 'not '}divided by ${fixed(root, 1)}, run from ${fixed(least, 1)} to ${fixed(most, 1)}. The output is the average of what is read; here each value is its key’s own place.`,
	description: ({ chosen, mask, weights, rows }) => {
		const read = names.map((name, at) => `${name} ${share(weights[at] ?? 0)}`).join(', ');
		const tops = names.map((name, at) => `${name} reads ${names[rows[at]?.top ?? 0]} most`).join(', ');
		return `Weights of ${quoted(chosen)}, with ${mask === 'none' ? 'no' : `the ${mask}`} mask: ${read}. Of the whole matrix: ${tops}.`;
	},
	readings: ({ largest, top, entropy: bits, mostEntropy, gradient }) => [
		{ name: 'Largest weight', value: close(largest), note: `on ${names[top]}` },
		{ name: 'Entropy', value: fixed(bits, 2), note: `of ${fixed(mostEntropy, 2)} bits` },
		{ name: 'Gradient scale p(1 − p)', value: close(gradient), note: 'of 0.25 at most' },
	],
	table: ({ chosen, scores, weights, top }) => ({
		caption: `The row of ${quoted(chosen)}`,
		columns: ['Key', 'Score', 'Weight'],
		rows: names.map((name, at) => {
			const score = scores[at] ?? 0;
			return [name, Number.isFinite(score) ? fixed(score, 2) : 'masked', fixed(weights[at] ?? 0, 3)];
		}),
		current: top,
	}),
	presets: [
		{
			name: 'Take the root away',
			values: { root: 'off' },
			lesson: ({ root, largest, gradient }) =>
				`The scores are ${root} times as far apart, and the largest weight is ${close(largest)}. The gradient scale fell to ${close(gradient)}: the row is stuck on its choice, right or wrong.`,
		},
		{
			name: 'Four times the width, with the root',
			values: { d: 256 },
			lesson: ({ largest, root }) =>
				`The largest weight stays ${close(largest)}: dot products grew with the root of the width, now ${root}, and dividing took that back. Exactly, because these keys are built so; of random vectors only the spread stays.`,
		},
		{
			name: 'Let it read ahead',
			values: { mask: 'none' },
			lesson: ({ ahead }) =>
				`Without a mask ${share(ahead)} of the weight lies on positions that come later. In training the model would see what it has to predict, and no error is raised.`,
		},
		{
			name: 'Forget the padding',
			values: { ...withQuery('7'), mask: 'none' },
			lesson: ({ pad }) =>
				`Every row now reads [pad]; this one spends ${share(pad)} on it. No error is raised: the output is just wrong.`,
		},
		{
			name: 'Ask for nothing',
			values: { length: 0 },
			lesson: ({ largest }) =>
				`A query without length scores all keys alike, and each gets ${share(largest)}. Softmax has no way to answer “none of these”.`,
		},
	],
});

export const checks: FigureChecks<Shown> = {
	lessons: {
		'Take the root away': ({ scaled, largest, gradient }) => !scaled && largest > 0.98 && gradient < 0.02,
		'Four times the width, with the root': ({ width, scaled, largest, gradient }) => {
			const before = attention({ chosen: FIRST, held: first, width: width / 4, scaled, mask: 'causal' })[FIRST];
			return width === 256 && Math.abs(largest - (before?.largest ?? 0)) < 1e-9 && gradient > 0.1;
		},
		'Let it read ahead': ({ mask, ahead }) => mask === 'none' && ahead > 0.1,
		'Forget the padding': ({ pad, rows }) => pad > 0.05 && rows.every(({ weights }) => (weights[padding] ?? 0) > 0),
		'Ask for nothing': ({ least, most, largest, read }) => most - least < 1e-9 && Math.abs(largest - 1 / read) < 1e-9,
	},
	comparisons: ({ chosen, held, width, scaled, mask, weights, entropy: bits }) => {
		const allowed = allowedBy(mask, chosen);
		/** Length by length by cosine: what a score is in the plane, without any vector. */
		const scores = tokens.flatMap(({ key }, at) =>
			allowed[at]
				? held.length *
					key.length *
					Math.cos(((held.angle - key.angle) * Math.PI) / 180) *
					(scaled ? 1 : Math.sqrt(width))
				: [],
		);
		const expected = scores.map((own) => 1 / scores.reduce((sum, score) => sum + Math.exp(score - own), 0));
		const most = Math.max(...scores);
		const logSum = most + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - most), 0));
		const mean = scores.reduce((sum, score, at) => sum + score * (expected[at] ?? 0), 0);
		return [
			...weights.filter((_, at) => allowed[at]).map((shown, at) => nearly(`weight ${at}`, shown, expected[at] ?? 0)),
			nearly('entropy', bits, (logSum - mean) / Math.LN2, 1e-9, 1),
		];
	},
};
