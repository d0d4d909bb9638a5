/** One step of decoding over eight tokens: temperature, and what top-k, top-p and min-p keep of the same distribution. */
import { nearly } from '../parts/comparisons.ts';
import { type FigureChecks, figureModel } from '../parts/contract.ts';
import { choice, number } from '../parts/settings.ts';
import { count, fixed } from '../parts/words.ts';

/** Probabilities at T = 1, from the most likely token. */
export const CONTEXTS = {
	peaked: [0.9, 0.05, 0.02, 0.01, 0.01, 0.005, 0.003, 0.002],
	open: [0.4, 0.25, 0.15, 0.08, 0.05, 0.03, 0.025, 0.015],
	flat: [0.16, 0.15, 0.14, 0.13, 0.12, 0.11, 0.1, 0.09],
} as const;
export type Context = keyof typeof CONTEXTS;
export const TOKENS = 8;
/** A mass this close to the limit has reached it: decimal fractions have no exact sums. */
const ROUNDING = 1e-9;

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);

/** The distribution at a temperature, from that at T = 1: its powers by 1/T, normalized. */
export function heated(p: readonly number[], temperature: number): number[] {
	const logits = p.map(Math.log);
	const top = Math.max(...logits);
	const weights = logits.map((z) => Math.exp((z - top) / temperature));
	const total = sum(weights);
	return weights.map((weight) => weight / total);
}

/** In bits. */
export function entropy(p: readonly number[]): number {
	return -sum(p.map((one) => (one > 0 ? one * Math.log2(one) : 0)));
}

/** How many of the most likely tokens reach the limit, the one that crosses it included. */
export function reaching(p: readonly number[], limit: number): number {
	if (limit >= 1) return p.length;
	let mass = 0;
	let kept = 0;
	while (kept < p.length && mass < limit - ROUNDING) mass += p[kept++] ?? 0;
	return Math.max(1, kept);
}

/** How many have at least a share of the largest; tokens are sorted, so those that do come first. */
export function above(p: readonly number[], share: number): number {
	return p.filter((one) => one >= share * (p[0] ?? 0) - ROUNDING).length;
}

/** What the filters look at, as the picture shows it. */
export const LOOKED_AT = { 'temperature first': 'bars', 'temperature last': 'outlines' } as const;

const shares = (p: readonly number[]): string => p.map((one) => fixed(one, 3)).join(', ');

/** What one filter leaves. */
export interface Cut {
	readonly kept: number;
	/** Of the distribution that the filter looked at. */
	readonly mass: number;
	/** After temperature and cut. */
	readonly q: readonly number[];
	/** Of q, in bits. */
	readonly bits: number;
}

const settings = {
	context: choice(['peaked', 'open', 'flat'], 'open'),
	temperature: number(0.1, 4, 0.1, 1),
	k: number(1, TOKENS, 1, 4),
	p: number(0.05, 1, 0.05, 0.85),
	m: number(0, 1, 0.05, 0.1),
	order: choice(['temperature first', 'temperature last'], 'temperature first'),
};

export interface Shown {
	readonly temperature: number;
	readonly k: number;
	readonly order: keyof typeof LOOKED_AT;
	/** The model's own distribution, at T = 1. */
	readonly own: readonly number[];
	/** The distribution at the temperature, and its entropy in bits. */
	readonly hot: readonly number[];
	readonly bits: number;
	/** What the filters look at: one of the two. */
	readonly seen: readonly number[];
	/** Mass of each token and of those before it, as top-p adds them up. */
	readonly sums: readonly number[];
	/** The least probability that min-p keeps. */
	readonly floor: number;
	readonly topK: Cut;
	readonly topP: Cut;
	readonly minP: Cut;
	/** What top-p keeps in the other order. */
	readonly otherTopP: number;
}

function cut(seen: readonly number[], hot: readonly number[], kept: number): Cut {
	const left = sum(hot.slice(0, kept));
	const q = hot.map((one, at) => (at < kept ? one / left : 0));
	return { kept, mass: sum(seen.slice(0, kept)), q, bits: entropy(q) };
}

export const model = figureModel({
	settings,
	compute: ({ context, temperature, k, p, m, order }): Shown => {
		const own = CONTEXTS[context];
		const hot = heated(own, temperature);
		const [seen, other] = order === 'temperature first' ? [hot, own] : [own, hot];
		return {
			...{ temperature, k, order, own, hot, seen, bits: entropy(hot) },
			sums: seen.map((_, at) => sum(seen.slice(0, at + 1))),
			floor: m * (seen[0] ?? 0),
			topK: cut(seen, hot, k),
			topP: cut(seen, hot, reaching(seen, p)),
			minP: cut(seen, hot, above(seen, m)),
			otherTopP: reaching(other, p),
		};
	},
	builtIn:
		'Eight made-up tokens and one step: no model runs, and whether the text is good is not shown. A real vocabulary has many thousands of tokens, so its tail is longer.',
	name: ({ temperature }) => `Eight tokens at temperature ${fixed(temperature, 1)}, and three cuts`,
	finding: ({ temperature, topK, topP, minP }) =>
		`At temperature ${fixed(temperature, 1)}, top-k keeps ${count(topK.kept, 'token')}, top-p ${topP.kept} and min-p ${minP.kept}.`,
	caption: ({ bits, topK, topP, minP }) =>
		`Without a cut the entropy is ${fixed(bits, 2)} bits; after top-k, top-p or min-p it is ${fixed(topK.bits, 2)}, ${fixed(topP.bits, 2)} or ${fixed(minP.bits, 2)}.`,
	description: ({ hot, own, order, floor, topK, topP, minP }) =>
		`Bars from the most likely token: ${shares(hot)}. Outlines behind them, at temperature 1: ${shares(own)}. A dashed line at ${fixed(floor, 3)} across the ${LOOKED_AT[order]} is the floor of min-p. Beneath, three strips from the left, one for each cut: top-k reaches over ${count(topK.kept, 'token')}, top-p over ${topP.kept}, min-p over ${minP.kept}; beside each the mass that it keeps of the ${LOOKED_AT[order]}.`,
	readings: ({ bits, topK, topP, minP }) => [
		{ name: 'Entropy', value: fixed(bits, 3), note: 'of at most 3 bits' },
		{ name: 'Mass of top-k', value: fixed(topK.mass, 3), note: count(topK.kept, 'token') },
		{ name: 'Mass of top-p', value: fixed(topP.mass, 3), note: count(topP.kept, 'token') },
		{ name: 'Mass of min-p', value: fixed(minP.mass, 3), note: count(minP.kept, 'token') },
	],
	table: ({ seen, sums, topK, topP, minP }) => ({
		caption: 'Probability of each token as the cuts see it, and after each cut and the temperature',
		columns: ['Token', 'Seen', 'Running sum', 'Top-k', 'Top-p', 'Min-p'],
		rows: seen.map((one, at) => [
			at + 1,
			fixed(one, 3),
			fixed(sums[at] ?? 0, 3),
			...[topK, topP, minP].map(({ q }) => fixed(q[at] ?? 0, 3)),
		]),
	}),
	presets: [
		{
			name: 'A sure model',
			values: { context: 'peaked' },
			lesson: ({ topK, topP }) =>
				`Top-p keeps ${count(topP.kept, 'token')}. Top-k keeps ${topK.kept}, of which all but the first are tail.`,
		},
		{
			name: 'Eight good tokens',
			values: { context: 'flat' },
			lesson: ({ topK, minP }) =>
				`Top-k throws good tokens away: ${fixed(topK.mass, 2)} of the mass is left. Min-p keeps ${minP.kept}.`,
		},
		{
			name: 'Heated',
			values: { temperature: 3 },
			lesson: ({ topK, topP, otherTopP }) =>
				`Top-k keeps ${topK.kept} as before, since ranks stay. The head lost mass, so top-p keeps ${topP.kept} instead of ${otherTopP}.`,
		},
		{
			name: 'Heated, but cut first',
			values: { temperature: 3, order: 'temperature last' },
			lesson: ({ topP, otherTopP }) =>
				`The same numbers, another set: top-p keeps ${topP.kept}, where it would keep ${otherTopP} after the temperature.`,
		},
		{
			name: 'Cooled',
			values: { temperature: 0.1 },
			lesson: ({ bits, topP, minP }) =>
				`Nearly greedy: ${fixed(bits, 2)} bits are left, and top-p and min-p keep ${topP.kept} and ${minP.kept}.`,
		},
	],
});

/** H = ln Z − E[z]/T over these tokens, in bits, with z = T ln p, up to a constant that cancels. */
function bitsOf(hot: readonly number[], temperature: number): number {
	const z = hot.map((one) => temperature * Math.log(one / (hot[0] ?? 1)));
	const weights = z.map((one) => Math.exp(one / temperature));
	const partition = sum(weights);
	const mean = sum(z.map((one, at) => one * (weights[at] ?? 0))) / partition;
	return (Math.log(partition) - mean / temperature) / Math.LN2;
}

export const checks: FigureChecks<Shown> = {
	lessons: {
		'A sure model': ({ hot, topK, topP }) => topP.kept === 1 && topK.kept > 1 && (hot[1] ?? 0) < 0.1,
		'Eight good tokens': ({ topK, minP }) => topK.mass < 0.6 && minP.kept === TOKENS,
		Heated: ({ k, topK, topP, otherTopP, order }) =>
			order === 'temperature first' && topK.kept === k && topP.kept > otherTopP,
		'Heated, but cut first': ({ topP, otherTopP, order }) => order === 'temperature last' && topP.kept < otherTopP,
		Cooled: ({ bits, topP, minP }) => bits < 0.2 && topP.kept === 1 && minP.kept === 1,
	},
	comparisons: ({ temperature, hot, bits, seen, topK, topP, minP }) => [
		nearly('entropy, by ln Z − E[z]/T', bits, bitsOf(hot, temperature), 1e-9, 1),
		...[topK, topP, minP].flatMap(({ kept, mass, bits: after }) => [
			nearly(
				'entropy after a cut, by ln Z − E[z]/T over the kept tokens',
				after,
				bitsOf(hot.slice(0, kept), temperature),
				1e-9,
				1,
			),
			nearly('kept mass, by what was cut', mass, 1 - sum(seen.slice(kept))),
		]),
	],
};
