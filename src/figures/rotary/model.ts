/** RoPE as clocks: a query and a key turned by their positions, what their score knows of these, and which angles training never showed. */
import { nearly } from '../parts/comparisons.ts';
import { type FigureChecks, figureModel } from '../parts/contract.ts';
import { choice, number } from '../parts/settings.ts';
import { count, fixed } from '../parts/words.ts';

/** Pairs of dimensions; the head has twice as many. */
export const PAIRS = 8;
/** Positions of the texts that the model was trained on. */
export const TRAINED = 64;
/** How much longer the texts to be read are. */
export const STRETCH = 4;
/** The largest distance within them. */
export const FARTHEST = STRETCH * (TRAINED - 1);

const TURN = 2 * Math.PI;
const bases = ['10', '10000', '500000'] as const;
const rescalings = ['none', 'PI', 'NTK'] as const;
type Rescaling = (typeof rescalings)[number];

/** By which angle each pair turns from one position to the next. */
function frequencies(base: number): number[] {
	return Array.from({ length: PAIRS }, (_, pair) => base ** (-pair / PAIRS));
}

/** The same for texts that are longer: PI divides all, NTK-aware scaling raises the base so that the slowest alone is divided in full. */
function rescaled(base: number, rescaling: Rescaling): number[] {
	if (rescaling === 'PI') return frequencies(base).map((frequency) => frequency / STRETCH);
	return frequencies(rescaling === 'NTK' ? base * STRETCH ** (PAIRS / (PAIRS - 1)) : base);
}

/** Each pair of neighbors turned by its own angle. */
function rotate(vector: readonly number[], angles: readonly number[]): number[] {
	return angles.flatMap((angle, pair) => {
		const [even = 0, odd = 0] = vector.slice(2 * pair, 2 * pair + 2);
		return [even * Math.cos(angle) - odd * Math.sin(angle), even * Math.sin(angle) + odd * Math.cos(angle)];
	});
}

/** Query and key have entries of 1 alone, over the root of the width, so that their score in place is 1. */
const ONES = Array.from({ length: 2 * PAIRS }, () => (2 * PAIRS) ** -0.5);

/** The score of a query and a key at their places, by rotating both. */
function scoreAt(query: number, key: number, turning: readonly number[]): number {
	const [q, k] = [query, key].map((place) =>
		rotate(
			ONES,
			turning.map((frequency) => place * frequency),
		),
	);
	return (q ?? []).reduce((sum, entry, at) => sum + entry * (k?.[at] ?? 0), 0);
}

/** One pair. */
export interface Clock {
	/** Angles of the key's hand and of the query's, in radians, from the top. */
	readonly key: number;
	readonly query: number;
	/** The angle between them, from 0 to a full turn. */
	readonly between: number;
	/** The largest angle between two positions in training, a full turn at most. */
	readonly trained: number;
	readonly seen: boolean;
	/** Positions of one turn. */
	readonly wavelength: number;
}

const settings = {
	distance: number(0, FARTHEST, 1, 3),
	key: number(0, 500, 1, 2),
	base: choice(bases, '10000'),
	rescaling: choice(rescalings, 'none'),
};

/** All that one state of the figure shows. */
export interface Shown {
	readonly distance: number;
	readonly key: number;
	readonly query: number;
	readonly base: number;
	readonly rescaling: Rescaling;
	readonly clocks: readonly Clock[];
	readonly score: number;
	/** By distance, from a key at the same place. */
	readonly scores: readonly number[];
	/** Pairs at an angle that training showed, and at another. */
	readonly seen: number;
	readonly unseen: number;
	/** Pairs that did not turn once in training. */
	readonly slow: number;
	/** The first distance at which the score is higher than at the one before. */
	readonly rise: number;
}

const score = (value: number): string => fixed(value, 3);

export const model = figureModel({
	settings,
	compute: ({ distance, key, base: chosen, rescaling }): Shown => {
		const base = Number(chosen);
		const [was, turning] = [frequencies(base), rescaled(base, rescaling)];
		const query = key + distance;
		const clocks = turning.map((frequency, pair): Clock => {
			const between = (distance * frequency) % TURN;
			const trained = Math.min(TURN, (TRAINED - 1) * (was[pair] ?? 0));
			const seen = between <= trained + 1e-9;
			return {
				key: (key * frequency) % TURN,
				query: (query * frequency) % TURN,
				between,
				trained,
				seen,
				wavelength: TURN / frequency,
			};
		});
		const scores = Array.from({ length: FARTHEST + 1 }, (_, far) => scoreAt(key + far, key, turning));
		const seen = clocks.filter((clock) => clock.seen).length;
		return {
			...{ distance, key, query, base, rescaling, clocks, scores, seen },
			score: scores[distance] ?? 0,
			unseen: PAIRS - seen,
			slow: was.filter((frequency) => TURN / frequency > TRAINED).length,
			rise: scores.findIndex((one, far) => far > 0 && one > (scores[far - 1] ?? 0) + 1e-12),
		};
	},
	builtIn:
		'Query and key are all ones, over the root of the width: chosen so that the score starts at 1 and falls at first. A trained model chooses others, and its scores need not fall. An angle counts as seen if two positions of a trained text had it or a smaller one, pair by pair.',
	name: ({ distance }) => `Query and key at distance ${distance}, pair by pair`,
	finding: ({ distance, unseen }) =>
		unseen === 0
			? `At distance ${distance} all ${PAIRS} pairs stand at angles that training showed.`
			: `At distance ${distance}, ${unseen} of ${PAIRS} pairs stand at angles that training never showed.`,
	caption: ({ query, key, score: value }) =>
		`Query at ${query}, key at ${key}: the score is ${score(value)}. Trained on ${TRAINED} positions.`,
	description: ({ clocks, query, key, score: value }) =>
		`${PAIRS} clocks, one for each pair, fast to slow, each with the key’s hand and the query’s. ${clocks
			.map(
				({ between, seen }, pair) =>
					`Pair ${pair}: ${fixed((between * 360) / TURN, 0)} degrees apart, ${seen ? 'seen' : 'not seen'} in training`,
			)
			.join(
				'. ',
			)}. Below, the score by distance; with the query at ${query} and the key at ${key} it is ${score(value)}.`,
	readings: ({ score: value, distance, seen, slow }) => [
		{ name: 'Score', value: score(value), note: `at distance ${distance}` },
		{ name: 'Angles seen in training', value: seen, note: `of ${count(PAIRS, 'pair')}` },
		{ name: 'Pairs without a full turn', value: slow, note: `in ${TRAINED} positions` },
	],
	table: ({ clocks }) => ({
		caption: 'The pairs, fast to slow',
		columns: ['Pair', 'Positions a turn', 'Between, degrees', 'Seen up to, degrees', 'Seen'],
		rows: clocks.map(({ wavelength, between, trained, seen }, pair) => [
			pair,
			fixed(wavelength, wavelength < 100 ? 1 : 0),
			fixed((between * 360) / TURN, 1),
			fixed((trained * 360) / TURN, 1),
			seen ? 'yes' : 'no',
		]),
	}),
	presets: [
		{
			name: 'Move both by 100',
			values: { key: 102 },
			lesson: ({ key, query, score: value }) =>
				`Query at ${query}, key at ${key}: every hand has turned, no angle between two has changed, and the score is ${score(value)} as before.`,
		},
		{
			name: 'Beyond the trained length',
			values: { distance: 200 },
			lesson: ({ unseen, distance }) =>
				`At distance ${distance}, ${count(unseen, 'slow pair')} left the shade: no weight was trained for such angles, although the formula gives each a score.`,
		},
		{
			name: 'Interpolate positions',
			values: { distance: 200, rescaling: 'PI' },
			lesson: () =>
				`Positions are divided by ${STRETCH}, and all hands are back in the shade. The price is paid nearby: neighbors now differ by a quarter of the angle.`,
		},
		{
			name: 'Raise the base instead',
			values: { distance: 200, rescaling: 'NTK' },
			lesson: ({ unseen }) =>
				`The fastest pair turns as before, the slowest ${STRETCH} times as slowly, and ${unseen} of those between are still out of the shade.`,
		},
		{
			name: 'A base of ten',
			values: { distance: 9, base: '10' },
			lesson: ({ rise, score: value }) =>
				`All pairs turn fast: every angle is soon seen, the score is ${score(value)} here already, and it rises again from distance ${rise}. Far places score as near ones do.`,
		},
	],
});

export const checks: FigureChecks<Shown> = {
	lessons: {
		'Move both by 100': ({ key, distance, score: value }) =>
			key === 102 && distance === 3 && Math.abs(value - scoreAt(5, 2, frequencies(10_000))) < 1e-12,
		'Beyond the trained length': ({ unseen, distance, clocks }) =>
			distance > TRAINED && unseen > 0 && clocks.every(({ seen, wavelength }) => seen || wavelength > TRAINED),
		'Interpolate positions': ({ unseen, distance, rescaling, clocks }) =>
			unseen === 0 &&
			distance > TRAINED &&
			rescaling === 'PI' &&
			Math.abs((clocks[0]?.wavelength ?? 0) / TURN - STRETCH) < 1e-9,
		'Raise the base instead': ({ unseen, rescaling, clocks, base }) =>
			rescaling === 'NTK' &&
			unseen > 0 &&
			Math.abs((clocks[0]?.wavelength ?? 0) - TURN) < 1e-9 &&
			Math.abs((clocks[PAIRS - 1]?.wavelength ?? 0) / (TURN * base ** ((PAIRS - 1) / PAIRS)) - STRETCH) < 1e-9,
		'A base of ten': ({ base, slow, score: value, rise }) => base === 10 && slow === 0 && value < 0 && rise > 1,
	},
	// The score of equal entries is the mean of the cosines of the angles between.
	comparisons: ({ distance, base, rescaling, score: shown, scores, clocks }) => {
		const factor = (pair: number): number =>
			rescaling === 'PI' ? 1 / STRETCH : rescaling === 'NTK' ? STRETCH ** (-pair / (PAIRS - 1)) : 1;
		const mean = (far: number): number => {
			const cosines = Array.from({ length: PAIRS }, (_, pair) =>
				Math.cos(far * Math.exp((-pair / PAIRS) * Math.log(base)) * factor(pair)),
			);
			return cosines.reduce((sum, cosine) => sum + cosine, 0) / PAIRS;
		};
		return [
			nearly('score', shown, mean(distance), 1e-9, 1),
			nearly('score, farthest', scores[FARTHEST] ?? 0, mean(FARTHEST), 1e-9, 1),
			...clocks.map(({ between, query, key }, pair) =>
				nearly(`angle of pair ${pair}, by its hands`, Math.cos(between), Math.cos(query - key), 1e-9, 1),
			),
		];
	},
};
