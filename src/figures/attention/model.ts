/** Scaled dot-product attention over a sentence, with vectors whose plane can be drawn whatever their width. */
import { normal } from '../parts/random.ts';

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
	{ text: 'cat', query: polar(122, 1.2), key: polar(66, 1.3) },
	{ text: 'were', query: polar(30, 1.4), key: polar(270, 1.6) },
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
		const attended = attend(queryOf(at === chosen ? held : query, width), keys, values, { divisor, allowed });
		if (!attended) throw new Error(`the ${mask} mask leaves query ${at} without keys`);
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
