/** Eight labeled points on an axis: the logistic curve of least cross-entropy, penalized or not, and the least-squares line through the same labels. */
import { exactly, nearly } from '../parts/comparisons.ts';
import { type FigureChecks, figureModel } from '../parts/contract.ts';
import { choice, number } from '../parts/settings.ts';
import { fixed, said } from '../parts/words.ts';

/** The end of the axis, which starts at 0. */
export const FAR = 20;
/** The weights whose loss is drawn. */
export const WEIGHTS = Array.from({ length: 61 }, (_, at) => -2 + at / 5);

export interface Point {
	readonly x: number;
	/** The label: 1 is yes. */
	readonly y: 0 | 1;
}

/** A straight line: a score, or what least squares says. */
export interface Line {
	readonly slope: number;
	readonly intercept: number;
}

export const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
/** ln(1 + e^z), which does not overflow. */
const softplus = (z: number): number => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
export const at = ({ slope, intercept }: Line, x: number): number => slope * x + intercept;

/** Cross-entropy on average, and the penalty on the slope. */
export function lossOf(points: readonly Point[], score: Line, penalty: number): number {
	const losses = points.map(({ x, y }) => softplus(at(score, x)) - y * at(score, x));
	return mean(losses) + (penalty * score.slope ** 2) / 2;
}

function leastSquares(points: readonly Point[]): Line {
	const [x, y] = [mean(points.map((point) => point.x)), mean(points.map((point) => point.y))];
	const square = sum(points.map((point) => (point.x - x) ** 2));
	const slope = square > 0 ? sum(points.map((point) => (point.x - x) * (point.y - y))) / square : 0;
	return { slope, intercept: y - slope * x };
}

/** Newton's method on the score, each step halved until the loss falls. Only for points that have a finite minimum. */
export function newton(points: readonly Point[], penalty: number): Line {
	const middle = mean(points.map(({ x }) => x));
	const centered = points.map(({ x, y }) => ({ x: x - middle, y }));
	let score: Line = { slope: 0, intercept: 0 };
	for (let step = 0; step < 100; step++) {
		let [g0, g1, c0, c1, c2] = [0, penalty * score.slope * points.length, 0, 0, penalty * points.length];
		for (const { x, y } of centered) {
			const p = sigmoid(at(score, x));
			const curve = p * (1 - p);
			g0 += p - y;
			g1 += (p - y) * x;
			c0 += curve;
			c1 += curve * x;
			c2 += curve * x * x;
		}
		const determinant = c0 * c2 - c1 * c1;
		const move = {
			intercept: (c2 * g0 - c1 * g1) / determinant,
			slope: (c0 * g1 - c1 * g0) / determinant,
		};
		const before = lossOf(centered, score, penalty);
		let next = score;
		for (let share = 1; share > 1e-9; share /= 2) {
			next = { slope: score.slope - share * move.slope, intercept: score.intercept - share * move.intercept };
			if (lossOf(centered, next, penalty) <= before) break;
		}
		score = next;
		if (Math.abs(move.slope) + Math.abs(move.intercept) < 1e-12) break;
	}
	return { slope: score.slope, intercept: score.intercept - score.slope * middle };
}

/** The loss at a weight, with the intercept that suits it best: where the mean probability is the share of yes. */
function lossAt(points: readonly Point[], slope: number, penalty: number): number {
	const share = mean(points.map(({ y }) => y));
	let [low, high] = [-FAR * Math.abs(slope) - 40, FAR * Math.abs(slope) + 40];
	for (let halving = 0; halving < 40; halving++) {
		const intercept = (low + high) / 2;
		if (mean(points.map(({ x }) => sigmoid(slope * x + intercept))) < share) low = intercept;
		else high = intercept;
	}
	return lossOf(points, { slope, intercept: (low + high) / 2 }, penalty);
}

const place = (initial: number) => number(0, FAR, 0.1, initial);
const label = (initial: 'no' | 'yes') => choice(['no', 'yes'], initial);
const settings = {
	point: choice(['1', '2', '3', '4', '5', '6', '7', '8'], '8'),
	...{ x1: place(1), x2: place(2), x3: place(3), x4: place(4), x5: place(5), x6: place(6), x7: place(7), x8: place(8) },
	...{ y1: label('no'), y2: label('no'), y3: label('no'), y4: label('yes') },
	...{ y5: label('no'), y6: label('yes'), y7: label('yes'), y8: label('yes') },
	penalty: choice(['0', '0.001', '0.01', '0.1', '1'], '0'),
};
export const POINTS = settings.point.options;

/** All that one state of the figure shows. */
export interface Shown {
	readonly points: readonly Point[];
	readonly penalty: number;
	/** What there is to fit: a finite curve; none, because a steeper one is always better; none, because all labels agree; any slope, because all points agree. */
	readonly kind: 'finite' | 'separable' | 'one label' | 'one place';
	/** The score of the finite curve. */
	readonly score: Line;
	/** Where the curve crosses one half, or its limit does; undefined where a flat one does not. */
	readonly boundary?: number;
	/** Between the labels, where they are separable; its ends are one where both labels stand there. */
	readonly gap?: { readonly from: number; readonly to: number; readonly rising: boolean };
	/** Modeled probability at each point. */
	readonly chances: readonly number[];
	readonly share: number;
	readonly loss: number;
	readonly line: Line;
	readonly crossing?: number;
	/** What the line says at the points: the least and the most. */
	readonly least: number;
	readonly most: number;
	/** The chosen point: its place, what the line claims there, and prediction minus label. */
	readonly chosen: Point & { readonly claimed: number; readonly error: number };
	/** Loss, penalty included, at each of `WEIGHTS`. */
	readonly losses: readonly number[];
}

/** Flatter than this is flat: its crossing would be rounding. */
const FLAT = 1e-9;
const half = (target: number, { slope, intercept }: Line): { readonly at?: number } =>
	Math.abs(slope) < FLAT ? {} : { at: (target - intercept) / slope };

/** What separates the labels, if anything does. */
function gapOf(points: readonly Point[]): Shown['gap'] {
	const placesOf = (label: 0 | 1): number[] => points.filter(({ y }) => y === label).map(({ x }) => x);
	for (const label of [1, 0] as const) {
		const [from, to] = [Math.max(...placesOf(label ? 0 : 1)), Math.min(...placesOf(label))];
		if (from <= to) return { from, to, rising: label === 1 };
	}
	return undefined;
}

/** What a curve that steepens for ever tends to: a step, and at a place with both labels their share there. */
export function limitAt(points: readonly Point[], { from, to, rising }: NonNullable<Shown['gap']>, x: number): number {
	const middle = (from + to) / 2;
	// No point stands inside of a gap.
	return x === middle ? mean(points.filter((point) => point.x === x).map(({ y }) => y)) : Number(x > middle === rising);
}

/** Where a line or curve crosses one half, in words. */
function crossed(x: number | undefined): string {
	if (x === undefined) return 'nowhere';
	return `at ${Math.abs(x) < 1000 ? fixed(x, 3) : said(x)}`;
}

export const model = figureModel({
	settings,
	compute: (values): Shown => {
		const points = POINTS.map((name): Point => ({ x: values[`x${name}`], y: values[`y${name}`] === 'yes' ? 1 : 0 }));
		const penalty = Number(values.penalty);
		const share = mean(points.map(({ y }) => y));
		const gap = gapOf(points);
		const agreed = share === 0 || share === 1;
		const together = points.every(({ x }) => x === points[0]?.x);
		const separable = gap !== undefined && penalty === 0;
		const kind = agreed ? 'one label' : together ? 'one place' : separable ? 'separable' : 'finite';
		const flat = { slope: 0, intercept: agreed ? 0 : Math.log(share / (1 - share)) };
		const score = kind === 'finite' ? newton(points, penalty) : flat;
		const limit = kind === 'separable' ? gap : undefined;
		const chances = points.map(({ x }) => {
			if (limit) return limitAt(points, limit, x);
			return agreed ? share : sigmoid(at(score, x));
		});
		const boundary = limit ? (limit.from + limit.to) / 2 : half(0, score).at;
		const losses = points.map(({ y }, one) => -Math.log(y ? (chances[one] ?? 0) : 1 - (chances[one] ?? 0)));
		const line = leastSquares(points);
		const crossing = half(0.5, line).at;
		const claims = points.map(({ x }) => at(line, x));
		const chosen = Number(values.point) - 1;
		const point = points[chosen] ?? { x: 0, y: 0 };
		return {
			...{ points, penalty, kind, score, chances, share, line },
			...(boundary === undefined ? {} : { boundary }),
			...(limit ? { gap: limit } : {}),
			...(crossing === undefined ? {} : { crossing }),
			loss: mean(losses),
			least: Math.min(...claims),
			most: Math.max(...claims),
			chosen: { ...point, claimed: claims[chosen] ?? 0, error: (chances[chosen] ?? 0) - point.y },
			losses: WEIGHTS.map((weight) => lossAt(points, weight, penalty)),
		};
	},
	builtIn:
		'One feature, eight points. The penalty is on the weight alone, and the line has none. Curves are fitted to the end; where there is none, their limit is drawn.',
	name: () => 'Eight labeled points, a logistic curve and a least-squares line',
	finding: ({ kind, boundary, crossing }) => {
		if (kind === 'separable')
			return 'No weight is best: a steeper curve always fits these labels better, and the weight grows without end.';
		if (kind === 'one label') return 'All labels agree: the intercept grows without end, and there is no boundary.';
		if (kind === 'one place')
			return 'All points stand in one place, so nothing tells a slope: the flat curve is drawn.';
		return `The logistic curve crosses one half ${crossed(boundary)}, the least-squares line ${crossed(crossing)}.`;
	},
	caption: ({ kind, score, share, gap, least, most }) => {
		const claims = `Among the points, the line claims between ${fixed(least, 3)} and ${fixed(most, 3)}.`;
		if (gap)
			return gap.from === gap.to
				? `Both labels stand at ${gap.from}, and nothing else overlaps: curves tend to a step there. ${claims}`
				: `Curves tend to a step in the gap between ${gap.from} and ${gap.to}. ${claims}`;
		if (kind === 'one label') return `Every probability tends to ${share}, with a penalty on the weight too. ${claims}`;
		return `One more unit multiplies the odds by ${said(Math.exp(score.slope))}. The mean probability is the share of yes, ${fixed(share, 3)}. ${claims}`;
	},
	description: ({ points, chances, line }) =>
		`Points at 0 for no and 1 for yes, each with its distance to the curve, and the line. ${points
			.map(
				({ x, y }, one) =>
					`At ${x}, labeled ${y ? 'yes' : 'no'}: curve ${fixed(chances[one] ?? 0, 2)}, line ${fixed(at(line, x), 2)}`,
			)
			.join('. ')}.`,
	readings: ({ kind, score, boundary, crossing, loss, penalty }) => [
		{
			name: 'Weight',
			value: kind === 'separable' ? 'no finite one' : kind === 'finite' ? fixed(score.slope, 4) : 'undetermined',
		},
		{ name: 'Curve crosses ½', value: crossed(boundary) },
		{ name: 'Line crosses ½', value: crossed(crossing) },
		{
			name: 'Cross-entropy',
			value: fixed(loss, 4),
			...(kind === 'separable' || kind === 'one label' ? { note: 'its limit' } : {}),
			...(kind === 'finite' && penalty > 0 ? { note: 'without the penalty' } : {}),
		},
	],
	table: ({ points, chances, line, chosen }) => ({
		caption: 'What curve and line say at each point',
		columns: ['Point', 'Place', 'Label', 'Curve', 'Error p − y', 'Line'],
		rows: points.map(({ x, y }, one) => [
			...[POINTS[one] ?? '', x, y ? 'yes' : 'no', fixed(chances[one] ?? 0, 4)],
			...[fixed((chances[one] ?? 0) - y, 4), fixed(at(line, x), 4)],
		]),
		current: points.findIndex(({ x, y }) => x === chosen.x && y === chosen.y),
	}),
	presets: [
		{
			name: 'A far yes',
			values: { x8: FAR },
			lesson: ({ boundary, crossing, chosen }) =>
				`An easy point: its error is ${said(chosen.error)}, and the curve still crosses one half ${crossed(boundary)}. The line, pulled flat, crosses ${crossed(crossing)} and claims a probability of ${fixed(chosen.claimed, 3)} at ${chosen.x}.`,
		},
		{
			name: 'A far no',
			values: { x8: FAR, y8: 'no' },
			lesson: ({ score, chosen }) =>
				`One wrong label far out turns the weight to ${fixed(score.slope, 4)}: the curve lies down until its error there is ${fixed(chosen.error, 2)}. Easy points weigh nearly nothing, confident mistakes a lot.`,
		},
		{
			name: 'Separable',
			values: { point: '5', x5: 3.5 },
			lesson: ({ boundary, chosen }) =>
				`With the no at ${chosen.x} nothing overlaps. The weight diverges: the loss by weight falls toward zero for ever, and the curve tends to a step at ${boundary}.`,
		},
		{
			name: 'Separable, penalized',
			values: { point: '5', x5: 3.5, penalty: '0.01' },
			lesson: ({ penalty, score, boundary }) =>
				`The same points with λ = ${penalty}: now there is a minimum, at a weight of ${fixed(score.slope, 3)}, and the curve crosses one half ${crossed(boundary)}. A smaller λ moves the minimum to the right.`,
		},
		{
			name: 'A strong penalty',
			values: { penalty: '1' },
			lesson: ({ score, share, loss }) =>
				`The weight shrinks to ${fixed(score.slope, 3)} and the cross-entropy rises to ${fixed(loss, 3)}. The mean probability is still ${share}, because the intercept is free.`,
		},
	],
});

export const checks: FigureChecks<Shown> = {
	lessons: {
		'A far yes': ({ boundary = 0, crossing = 0, chosen }) =>
			Math.abs(chosen.error) < 1e-4 && Math.abs(boundary - 4.5) < 0.02 && crossing > 5.9 && chosen.claimed > 1.2,
		'A far no': ({ kind, score, chosen }) =>
			kind === 'finite' && Math.abs(score.slope) < 0.02 && chosen.error > 0.3 && chosen.y === 0,
		Separable: ({ kind, gap, losses, boundary }) =>
			kind === 'separable' &&
			boundary === 3.75 &&
			gap?.from === 3.5 &&
			isFalling(losses) &&
			(losses.at(-1) ?? 1) < 0.05,
		'Separable, penalized': ({ kind, points, score, penalty, boundary = 0 }) =>
			kind === 'finite' &&
			gapOf(points) !== undefined &&
			newton(points, penalty / 10).slope > score.slope &&
			boundary > 3.5 &&
			boundary < 4,
		'A strong penalty': ({ points, score, share, chances, loss }) =>
			score.slope < newton(points, 0).slope / 3 && Math.abs(mean(chances) - share) < 1e-9 && loss > 0.4,
	},
	// A convex loss is least where its slopes vanish: what no fit needs to know is how it was found.
	comparisons: ({ points, kind, chances, score, penalty, share, line, losses, loss, gap, boundary = 0 }) => {
		const none = (what: string, shown: number) => nearly(what, shown, 0, 1e-7, FAR);
		const residuals = points.map(({ x, y }) => at(line, x) - y);
		const shared = [
			none('residuals of the line', sum(residuals)),
			none('residuals of the line, times place', sum(points.map(({ x }, one) => x * (residuals[one] ?? 0)))),
		];
		if (kind === 'separable' && gap) {
			const almost = newton(points, 1e-9);
			const apart = points.map(({ x }, one) => Math.abs(sigmoid(at(almost, x)) - (chances[one] ?? 0)));
			const inside = Math.abs(-almost.intercept / almost.slope - boundary) - (gap.to - gap.from) / 2;
			return [
				...shared,
				nearly('chances, nearly without a penalty', Math.max(...apart), 0, 0.02, 1),
				...(gap.from < gap.to ? [none('boundary outside of the gap', Math.max(0, inside))] : []),
			];
		}
		if (kind === 'one label') return [...shared, exactly('probability', mean(chances), share)];
		const errors = points.map(({ y }, one) => (chances[one] ?? 0) - y);
		const objective = loss + (penalty * score.slope ** 2) / 2;
		return [
			...shared,
			none('slope of the loss in the intercept', mean(errors)),
			none(
				'slope of the loss in the weight',
				mean(points.map(({ x }, one) => x * (errors[one] ?? 0))) + penalty * score.slope,
			),
			none('loss saved at another weight', Math.max(0, objective - Math.min(...losses))),
		];
	},
};

const isFalling = (values: readonly number[]): boolean =>
	values.every((value, one) => one === 0 || value < (values[one - 1] ?? 0));
