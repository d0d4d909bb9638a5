/** Word vectors built from parts that can be weighed, and what the analogy woman − man + king finds among them. */
import { nearly } from '../parts/comparisons.ts';
import { type FigureChecks, figureModel } from '../parts/contract.ts';
import { choice, number } from '../parts/settings.ts';
import { fixed } from '../parts/words.ts';

type Vector = readonly number[];

export const PAIRS = 5;
/** The own parts at which the curves are drawn. */
export const OWN = Array.from({ length: 31 }, (_, at) => at / 20);

/** The words that are shown: of the pairs that the analogy does not name, one stands for all, which are alike. */
const WORDS = [
	{ name: 'queen', role: 'right', pair: 1, partner: true, input: false },
	{ name: 'king', role: 'c', pair: 1, partner: false, input: true },
	{ name: 'woman', role: 'a', pair: 0, partner: true, input: true },
	{ name: 'man', role: 'b', pair: 0, partner: false, input: true },
	{ name: 'aunt', role: 'and others', pair: 2, partner: true, input: false },
	{ name: 'uncle', role: 'and others', pair: 2, partner: false, input: false },
] as const;

const dot = (a: Vector, b: Vector): number => a.reduce((sum, one, at) => sum + one * (b[at] ?? 0), 0);
const minus = (a: Vector, b: Vector): Vector => a.map((one, at) => one - (b[at] ?? 0));
const cosine = (a: Vector, b: Vector): number => dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));

/** The common direction, one for each pair, the relation, and one for each partner's own part: all at right angles. */
function built(relation: number, own: number, mean: number, pair: number, partner: boolean): Vector {
	const vector = new Array<number>(2 * PAIRS + 2).fill(0);
	vector[0] = mean;
	vector[1 + pair] = 1;
	if (partner) {
		vector[PAIRS + 1] = relation;
		vector[PAIRS + 2 + pair] = own;
	}
	return vector;
}

/** Cosines of the target with the words that are shown. */
function cosinesOf(relation: number, own: number, mean: number, centered: boolean): readonly number[] {
	const vector = (pair: number, partner: boolean): Vector => built(relation, own, mean, pair, partner);
	const all = Array.from({ length: PAIRS }, (_, pair) => [vector(pair, false), vector(pair, true)]).flat();
	const origin = vector(0, false).map((_, at) => all.reduce((sum, one) => sum + (one[at] ?? 0), 0) / all.length);
	const placed = (one: Vector): Vector => (centered ? minus(one, origin) : one);
	const [a, b, c] = [placed(vector(0, true)), placed(vector(0, false)), placed(vector(1, false))];
	const target = minus(a, b).map((one, at) => one + (c[at] ?? 0));
	return WORDS.map(({ pair, partner }) => cosine(target, placed(vector(pair, partner))));
}

const settings = {
	relation: number(0, 1.5, 0.02, 0.8),
	own: number(0, 1.5, 0.02, 0.2),
	mean: number(0, 3, 0.1, 0),
	inputs: choice(['excluded', 'allowed'], 'excluded'),
	center: choice(['off', 'on'], 'off'),
};

export interface Candidate {
	readonly name: string;
	readonly role: string;
	readonly cosine: number;
	/** Whether the search may answer it. */
	readonly allowed: boolean;
}

/** All that one state of the figure shows. */
export interface Shown {
	readonly relation: number;
	readonly own: number;
	readonly mean: number;
	readonly centered: boolean;
	readonly excluded: boolean;
	readonly candidates: readonly Candidate[];
	/** Cosines of the right answer and of the input c. */
	readonly right: number;
	readonly input: number;
	/** The least and the greatest cosine of all words. */
	readonly least: number;
	readonly greatest: number;
	/** The best of those that may be answered: one, or several that are level. */
	readonly winners: readonly string[];
	readonly first: number;
	/** Whether the best of all words, inputs too, is the right one alone. */
	readonly honest: boolean;
	/** The own part at which right answer and c are level, where nothing is centered. */
	readonly limit: number;
	/** Cosines of the right answer and of c at each of `OWN`. */
	readonly curve: readonly { readonly right: number; readonly input: number }[];
}

/** Closer than this, two cosines are level. */
const LEVEL = 1e-9;

function best(candidates: readonly Candidate[]): readonly string[] {
	const first = Math.max(...candidates.map(({ cosine }) => cosine));
	return candidates.filter(({ cosine }) => first - cosine < LEVEL).map(({ name }) => name);
}

const isQueen = (names: readonly string[]): boolean => names.join() === 'queen';

export const model = figureModel({
	settings,
	compute: ({ relation, own, mean, inputs, center }): Shown => {
		const [excluded, centered] = [inputs === 'excluded', center === 'on'];
		const cosines = cosinesOf(relation, own, mean, centered);
		const candidates = WORDS.map(({ name, role, input }, at) => ({
			...{ name, role, cosine: cosines[at] ?? 0, allowed: !(excluded && input) },
		}));
		const [right = 0, input = 0] = cosines;
		const answers = candidates.filter(({ allowed }) => allowed);
		return {
			...{ relation, own, mean, centered, excluded, candidates, right, input },
			least: Math.min(...cosines),
			greatest: Math.max(...cosines),
			winners: best(answers),
			first: Math.max(...answers.map(({ cosine: one }) => one)),
			honest: isQueen(best(candidates)),
			limit: relation * Math.sqrt(1 + relation ** 2 / (mean ** 2 + 1)),
			curve: OWN.map((one) => {
				const [there = 0, c = 0] = cosinesOf(relation, one, mean, centered);
				return { right: there, input: c };
			}),
		};
	},
	builtIn:
		'Nothing is learned: five pairs are built from directions at right angles, one of all words, one of each pair, one of the relation, one of each partner alone; the labels are decoration. Partners always share their pair’s direction, which is why queen cannot lose here while the inputs are excluded. Words of a text need not.',
	name: ({ excluded }) => `Cosines of ten words with woman − man + king, inputs ${excluded ? 'excluded' : 'allowed'}`,
	finding: ({ winners, first, right, input, excluded, honest }) => {
		if (winners.length > 1) return `Level at ${fixed(first, 3)} are ${winners.join(' and ')}: there is no one answer.`;
		if (!isQueen(winners))
			return `The nearest word is ${winners.join()}, an input, with ${fixed(first, 3)}; queen has ${fixed(right, 3)}.`;
		if (!excluded) return `Queen wins against the inputs too: ${fixed(right, 3)}, and king has ${fixed(input, 3)}.`;
		return honest
			? `Queen is first with ${fixed(right, 3)}, and would be with the inputs allowed: king has ${fixed(input, 3)}.`
			: `Queen is first with ${fixed(right, 3)} only because the inputs may not be answers: king has ${fixed(input, 3)}.`;
	},
	caption: ({ limit, relation, centered }) =>
		centered
			? `With the mean subtracted from every word, the shared relation weighs ${fixed(relation, 2)}.`
			: relation === 0
				? 'Without a shared relation, no own part is small enough for queen to beat king.'
				: `Queen beats king while the own part is below ${fixed(limit, 3)}; the shared relation weighs ${fixed(relation, 2)}.`,
	description: ({ candidates, own, right, input }) =>
		`Bars: ${candidates.map(({ name, cosine: value, allowed }) => `${name} ${fixed(value, 3)}${allowed ? '' : ', excluded'}`).join('; ')}. Aunt stands for three partners that are alike, uncle for theirs. Two curves over the own part: queen, ${fixed(right, 3)} here at ${fixed(own, 2)}, and king, ${fixed(input, 3)}; both fall, queen faster.`,
	readings: ({ right, input, limit, winners, least, greatest, centered }) => [
		{ name: 'Answer', value: winners.join(', ') },
		{ name: 'Queen', value: fixed(right, 3), note: `king ${fixed(input, 3)}` },
		...(centered ? [] : [{ name: 'Own part, at most', value: fixed(limit, 3), note: 'for queen to beat king' }]),
		{ name: 'All cosines', value: `${fixed(least, 2)} to ${fixed(greatest, 2)}` },
	],
	table: ({ curve, own }) => ({
		caption: 'Cosine with the target, by the own part',
		columns: ['Own part', 'Queen', 'King'],
		rows: OWN.flatMap((one, at) =>
			at % 5 ? [] : [[fixed(one, 2), fixed(curve[at]?.right ?? 0, 3), fixed(curve[at]?.input ?? 0, 3)]],
		),
		current: Math.round(own * 4),
	}),
	presets: [
		{
			name: 'No relation',
			values: { relation: 0, own: 0.6 },
			lesson: ({ right, input }) =>
				`Nothing is shared by the pairs, and queen still comes first, with ${fixed(right, 3)}: it is what is nearest to king, once king, at ${fixed(input, 3)}, is excluded. A score from this search says nothing of a relation.`,
		},
		{
			name: 'Inputs allowed',
			values: { relation: 0.4, own: 0.6, inputs: 'allowed' },
			lesson: ({ right, input, limit }) =>
				`There is a relation, but what is peculiar to woman outweighs it: king is nearest, ${fixed(input, 3)} against ${fixed(right, 3)}. Queen would need an own part below ${fixed(limit, 3)}.`,
		},
		{
			name: 'Strong enough',
			values: { relation: 0.8, own: 0.2, inputs: 'allowed' },
			lesson: ({ right, input }) =>
				`Shared more than own: queen wins with ${fixed(right, 3)} against ${fixed(input, 3)}, nothing excluded. This is what the slogan claims.`,
		},
		{
			name: 'A common mean',
			values: { relation: 0.5, own: 0.52, mean: 2, inputs: 'allowed' },
			lesson: ({ least, right, input }) =>
				`A mean that all words share lifts every cosine to ${fixed(least, 2)} or more, and king passes queen, ${fixed(input, 4)} against ${fixed(right, 4)}.`,
		},
		{
			name: 'Mean subtracted',
			values: { relation: 0.5, own: 0.52, mean: 2, inputs: 'allowed', center: 'on' },
			lesson: ({ right, input, least }) =>
				`The same words with their mean subtracted: queen is first again, ${fixed(right, 3)} against ${fixed(input, 3)}, and unrelated words go down to ${fixed(least, 2)}.`,
		},
	],
});

export const checks: FigureChecks<Shown> = {
	lessons: {
		'No relation': ({ relation, winners, honest, excluded }) =>
			relation === 0 && excluded && isQueen(winners) && !honest,
		'Inputs allowed': ({ relation, winners, own, limit }) => relation > 0 && winners.join() === 'king' && own > limit,
		'Strong enough': ({ winners, excluded, relation, own }) => isQueen(winners) && !excluded && relation > own,
		'A common mean': ({ least, winners, mean, centered }) =>
			mean > 1 && !centered && least > 0.75 && winners.join() === 'king',
		'Mean subtracted': ({ winners, centered, least, mean, excluded }) =>
			mean > 1 && centered && !excluded && isQueen(winners) && least < 0,
	},
	// From inner products alone, which are known in closed form; and, where nothing is centered, the limit from its own inequality.
	comparisons: ({ relation, own, mean, centered, candidates, limit }) => {
		const [g, h, common] = [relation ** 2, own ** 2, mean ** 2];
		const target = common + 1 + g + h;
		const [aside, middle] = [
			common + 1 / PAIRS + g / 2 + h / (2 * PAIRS),
			common + 1 / PAIRS + g / 4 + h / (4 * PAIRS),
		];
		const formulas = WORDS.map(({ pair, partner }) => {
			const product = common + (pair === 1 ? 1 : 0) + (partner ? g + (pair === 0 ? h : 0) : 0);
			const square = common + 1 + (partner ? g + h : 0);
			const toMean = common + 1 / PAIRS + (partner ? g / 2 + h / (2 * PAIRS) : 0);
			return centered
				? (product - aside - toMean + middle) /
						Math.sqrt((target - 2 * aside + middle) * (square - 2 * toMean + middle))
				: product / Math.sqrt(target * square);
		});
		const level = cosinesOf(relation, limit, mean, false);
		return [
			...candidates.map(({ name, cosine: shown }, at) =>
				nearly(`cosine of ${name}`, shown, formulas[at] ?? 0, 1e-9, 1),
			),
			nearly('queen at the limit', level[0] ?? 0, level[1] ?? 0),
		];
	},
};
