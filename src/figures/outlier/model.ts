/** Nine points near a line and a tenth to drag: the lines of least squared, Huber and absolute error. */
import { nearly } from '../parts/comparisons.ts';
import { type FigureChecks, figureModel } from '../parts/contract.ts';
import { remembered } from '../parts/remembered.ts';
import { choice, number } from '../parts/settings.ts';
import { fixed, said } from '../parts/words.ts';

/** The ends of both axes of the plane, which start at 0. */
export const FAR = 40;
/** The targets of the tenth point at which slopes are drawn: whole ones, from 0. */
export const TARGETS = Array.from({ length: 41 }, (_, at) => at);

export interface Point {
	readonly x: number;
	readonly y: number;
}

export interface Line {
	readonly slope: number;
	readonly intercept: number;
}

/** As in the concept's listing. */
const NINE = [0.3, -0.2, 0.1, -0.4, 0.2, 0.3, -0.3, 0.1, -0.2].map(
	(noise, x): Point => ({ x, y: 1 + 0.5 * x + noise }),
);

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
export const at = ({ slope, intercept }: Line, x: number): number => slope * x + intercept;
const residuals = (points: readonly Point[], line: Line): number[] => points.map(({ x, y }) => y - at(line, x));
/** The pull of a residual under Huber's loss. */
const clip = (r: number, delta: number): number => Math.max(-delta, Math.min(delta, r));
const placeOf = ({ x }: Point): number => x;

/** The mean of the features, and the sum of their squared distances from it. */
function spread(points: readonly Point[]): { readonly middle: number; readonly squares: number } {
	const middle = mean(points.map(placeOf));
	return { middle, squares: sum(points.map(({ x }) => (x - middle) ** 2)) };
}

export function squaredLine(points: readonly Point[]): Line {
	const { middle, squares } = spread(points);
	const slope = sum(points.map(({ x, y }) => (x - middle) * y)) / squares;
	return { slope, intercept: mean(points.map(({ y }) => y)) - slope * middle };
}

/** Where a function that only falls crosses zero. */
function crossing(falling: (value: number) => number, low: number, high: number): number {
	let [from, to] = [low, high];
	for (let halving = 0; halving < 42; halving++) {
		const middle = (from + to) / 2;
		if (falling(middle) > 0) from = middle;
		else to = middle;
	}
	return (from + to) / 2;
}

/** What the points pull together: upward, and by their levers about zero. A loop, since a picture takes a hundred thousand of them. */
function pulls(points: readonly Point[], slope: number, intercept: number, delta: number): readonly [number, number] {
	let [up, turn] = [0, 0];
	for (const { x, y } of points) {
		const pull = clip(y - intercept - slope * x, delta);
		up += pull;
		turn += pull * x;
	}
	return [up, turn];
}

/** Steeper than this no loss wants these lines. */
const STEEPEST = 8;

/** A convex loss is least where its pulls balance: the intercept is sought for each slope, and the slope by what is left to turn. */
export function huberLine(points: readonly Point[], delta: number): Line {
	const interceptOf = (slope: number): number => {
		const rests = points.map(({ x, y }) => y - slope * x);
		return crossing((tried) => pulls(points, slope, tried, delta)[0], Math.min(...rests), Math.max(...rests));
	};
	const slope = crossing((tried) => pulls(points, tried, interceptOf(tried), delta)[1], -STEEPEST, STEEPEST);
	return { slope, intercept: interceptOf(slope) };
}

/** Costs closer than this are one cost, rounded. */
const EQUAL = 1e-9;

const absoluteError = (points: readonly Point[], line: Line): number => sum(residuals(points, line).map(Math.abs));

/** Some line of least absolute error passes through two of the points: all of them are tried. Of several, the one of least slope; whether there are several. */
export function absoluteLine(points: readonly Point[]): Line & { readonly several: boolean } {
	const lines = points.flatMap((one, index) =>
		points.slice(index + 1).flatMap((other): Line[] => {
			if (one.x === other.x) return [];
			const slope = (other.y - one.y) / (other.x - one.x);
			return [{ slope, intercept: one.y - slope * one.x }];
		}),
	);
	const costs = lines.map((line) => absoluteError(points, line));
	const least = Math.min(...costs);
	const best = lines.filter((_, one) => (costs[one] ?? 0) - least < EQUAL).sort((a, b) => a.slope - b.slope);
	const [first = { slope: 0, intercept: 0 }] = best;
	const apart = (line: Line): number => Math.abs(line.slope - first.slope) + Math.abs(line.intercept - first.intercept);
	return { ...first, several: best.some((line) => apart(line) > EQUAL) };
}

/** The slopes that the three losses want, by the target of the tenth point. */
const slopesByTarget = remembered((x: number, delta: number) =>
	TARGETS.map((y): Slopes => {
		const points = [...NINE, { x, y }];
		return {
			squared: squaredLine(points).slope,
			huber: huberLine(points, delta).slope,
			absolute: absoluteLine(points).slope,
		};
	}),
);

export interface Slopes {
	readonly squared: number;
	readonly huber: number;
	readonly absolute: number;
}

/** The pull of a residual under absolute error; without one, whatever balances the others. */
function unitPull(r: number): string {
	if (Math.abs(r) < EQUAL) return 'between −1 and 1';
	return r > 0 ? '1' : '−1';
}

/** Slopes closer than this are one to the eye. */
const NEAR = 0.05;
const equation = ({ intercept, slope }: Line): string =>
	`${fixed(intercept, 3)} ${slope < 0 ? '−' : '+'} ${fixed(Math.abs(slope), 3)}x`;

const settings = {
	y: number(0, FAR, 0.2, 20),
	x: number(0, FAR, 0.5, 9),
	delta: choice(['0.1', '1', '3', '10', '40'], '1'),
};

/** All that one state of the figure shows. */
export interface Shown {
	readonly points: readonly Point[];
	readonly tenth: Point;
	readonly delta: number;
	readonly squared: Line;
	readonly huber: Line;
	readonly absolute: ReturnType<typeof absoluteLine>;
	/** How far the tenth point lies above each line. */
	readonly above: Slopes;
	/** Its pull on Huber's line. */
	readonly pull: number;
	/** By how much a unit of its target moves the squared-error line at its place, and that line's slope. */
	readonly leverage: number;
	readonly perUnit: number;
	/** The squared-error slope of the nine. */
	readonly alone: number;
	/** Slopes at each of `TARGETS`. */
	readonly slopes: readonly Slopes[];
}

export const model = figureModel({
	settings,
	compute: ({ x, y, delta: chosen }): Shown => {
		const tenth = { x, y };
		const points = [...NINE, tenth];
		const delta = Number(chosen);
		const [squared, huber, absolute] = [squaredLine(points), huberLine(points, delta), absoluteLine(points)];
		const { middle, squares } = spread(points);
		const above = { squared: y - at(squared, x), huber: y - at(huber, x), absolute: y - at(absolute, x) };
		return {
			...{ points, tenth, delta, squared, huber, absolute, above },
			pull: clip(above.huber, delta),
			leverage: 1 / points.length + (x - middle) ** 2 / squares,
			perUnit: (x - middle) / squares,
			alone: squaredLine(NINE).slope,
			slopes: slopesByTarget(x, delta),
		};
	},
	builtIn:
		'One point of ten is moved. Squared error is halved, so that its pull is the residual, as Huber’s is up to δ. δ has the unit of the target and is set by hand. Leverage is how far the squared-error line moves at the point when its target moves by one.',
	name: ({ tenth }) => `Nine points, a tenth at (${said(tenth.x)}, ${said(tenth.y)}), and three fitted lines`,
	finding: ({ squared, huber, absolute }) => {
		const slopes = `${fixed(squared.slope, 3)} under squared error, ${fixed(huber.slope, 3)} under Huber, ${fixed(absolute.slope, 3)} under absolute error`;
		const all = [squared, huber, absolute].map(({ slope }) => slope);
		return Math.max(...all) - Math.min(...all) < NEAR
			? `The three losses want nearly one slope: ${slopes}.`
			: `The three losses want different slopes: ${slopes}.`;
	},
	caption: ({ perUnit, above, pull, alone, absolute }) =>
		[
			Math.abs(perUnit) < 5e-5
				? 'One more unit of the tenth target lifts the squared-error line and does not turn it.'
				: `One more unit of the tenth target changes the slope of squared error by ${fixed(perUnit, 4)}, however far it is.`,
			`The point pulls with ${fixed(above.squared, 2)} on that line and with ${fixed(pull, 2)} on Huber’s.`,
			`Fitted to the nine alone, squared error has a slope of ${fixed(alone, 3)}.`,
			...(absolute.several
				? ['Several lines have the same absolute error here; the one of least slope is drawn.']
				: []),
		].join(' '),
	description: ({ tenth, squared, huber, absolute }) =>
		`Nine points near the line 1 + 0.5x at x from 0 to 8, and a tenth at (${said(tenth.x)}, ${said(tenth.y)}). ${[
			`Squared error fits ${equation(squared)}`,
			`Huber ${equation(huber)}`,
			`absolute error ${equation(absolute)}`,
		].join(
			', ',
		)}. Beneath, the slope of each by the target of the tenth point: squared error rises or falls in a straight line, the others where the point bends them.`,
	readings: ({ squared, huber, absolute, above, pull, leverage }) => [
		{ name: 'Squared, slope', value: fixed(squared.slope, 3), note: `pull ${fixed(above.squared, 2)}` },
		{ name: 'Huber, slope', value: fixed(huber.slope, 3), note: `pull ${fixed(pull, 2)}` },
		{ name: 'Absolute, slope', value: fixed(absolute.slope, 3), note: `pull ${unitPull(above.absolute)}` },
		{ name: 'Leverage', value: fixed(leverage, 3), note: 'of 1 at most' },
	],
	table: ({ squared, huber, absolute, above, pull }) => ({
		caption: 'The three lines, and the tenth point',
		columns: ['Loss', 'Intercept', 'Slope', 'Residual of the point', 'Its pull'],
		rows: [
			['Squared', squared, above.squared, fixed(above.squared, 3)] as const,
			['Huber', huber, above.huber, fixed(pull, 3)] as const,
			['Absolute', absolute, above.absolute, unitPull(above.absolute)] as const,
		].map(([name, { intercept, slope }, residual, its]) => [
			...[name, fixed(intercept, 3), fixed(slope, 3), fixed(residual, 3), its],
		]),
	}),
	presets: [
		{
			name: 'In line',
			values: { y: 5.6 },
			lesson: ({ delta, above, absolute }) =>
				`No residual reaches δ = ${delta}, so Huber’s line is that of squared error, ${fixed(above.squared, 2)} below the point. Absolute error differs a little, with a slope of ${fixed(absolute.slope, 3)}: it counts sides.`,
		},
		{
			name: 'Twice as high',
			values: { y: 40 },
			lesson: ({ tenth, squared, huber, absolute }) =>
				`At ${tenth.y} squared error is dragged on, to ${fixed(squared.slope, 3)}. Huber, at ${fixed(huber.slope, 3)}, and absolute error, at ${fixed(absolute.slope, 3)}, stay where they were with the point half as high: its pull was at the limit already.`,
		},
		{
			name: 'In the middle',
			values: { x: 4, y: 40 },
			lesson: ({ tenth, squared, leverage }) =>
				`At the mean of the features, ${tenth.x}, a wrong target has no lever: squared error keeps the slope that the nine have, ${fixed(squared.slope, 3)}, and is lifted instead. Leverage is at its least, ${fixed(leverage, 1)}.`,
		},
		{
			name: 'Far out and wrong',
			values: { x: 40, y: 0 },
			lesson: ({ above, delta, alone, leverage }) =>
				`All three lines go to the point, away from the ${fixed(alone, 2)} of the nine. Its residual under Huber is ${fixed(above.huber, 3)}, within δ = ${delta}: nothing is left to clip. With a leverage of ${fixed(leverage, 3)} it hides itself.`,
		},
		{
			name: 'Far out and right',
			values: { x: 40, y: 21 },
			lesson: ({ leverage, squared, huber, absolute }) =>
				`The same leverage, ${fixed(leverage, 3)}, and no harm: slopes of ${fixed(squared.slope, 3)}, ${fixed(huber.slope, 3)} and ${fixed(absolute.slope, 3)}. Disagreeing from far out is what tips a line.`,
		},
		{
			name: 'A large δ',
			values: { delta: '40' },
			lesson: ({ delta, huber }) =>
				`No residual reaches δ = ${delta}, so nothing is clipped: Huber is squared error, with its slope of ${fixed(huber.slope, 3)}.`,
		},
	],
});

/** The least absolute error by ternary search over slopes, each with a median of what is left as its intercept. */
function leastAbsolute(points: readonly Point[]): number {
	const costOf = (slope: number): number => {
		const rests = points.map(({ x, y }) => y - slope * x).sort((a, b) => a - b);
		const median = rests[Math.floor(rests.length / 2)] ?? 0;
		return sum(rests.map((rest) => Math.abs(rest - median)));
	};
	let [low, high] = [-STEEPEST, STEEPEST];
	for (let round = 0; round < 100; round++) {
		const [a, b] = [low + (high - low) / 3, high - (high - low) / 3];
		if (costOf(a) < costOf(b)) high = b;
		else low = a;
	}
	return costOf((low + high) / 2);
}

/** Whether two slopes print alike. */
const same = (one: number, other: number): boolean => Math.abs(one - other) < 5e-4;

export const checks: FigureChecks<Shown> = {
	lessons: {
		'In line': ({ points, delta, squared, huber, above, absolute }) =>
			residuals(points, squared).every((r) => Math.abs(r) < delta) &&
			same(squared.slope, huber.slope) &&
			above.squared > 0 &&
			above.squared < 0.5 &&
			Math.abs(absolute.slope - squared.slope) < NEAR,
		'Twice as high': ({ tenth, delta, squared, huber, absolute }) => {
			const half = [...NINE, { ...tenth, y: tenth.y / 2 }];
			return (
				squared.slope > 1.5 * squaredLine(half).slope &&
				Math.abs(huberLine(half, delta).slope - huber.slope) < 1e-9 &&
				Math.abs(absoluteLine(half).slope - absolute.slope) < 1e-9
			);
		},
		'In the middle': ({ tenth, points, squared, leverage, alone }) =>
			tenth.x === mean(points.map(placeOf)) &&
			Math.abs(squared.slope - alone) < 1e-12 &&
			squared.intercept > squaredLine(NINE).intercept + 3 &&
			Math.abs(leverage - 0.1) < 1e-12,
		'Far out and wrong': ({ squared, huber, absolute, above, delta, alone, leverage }) =>
			[squared, huber, absolute].every(({ slope }) => slope < 0 && alone > 0.4) &&
			Math.abs(above.squared) < 1 &&
			Math.abs(above.huber) < delta &&
			Math.abs(above.absolute) < 1e-9 &&
			leverage > 0.95,
		'Far out and right': ({ squared, huber, absolute, alone, leverage }) =>
			[squared, huber, absolute].every(({ slope }) => Math.abs(slope - alone) < 0.02) && leverage > 0.95,
		'A large δ': ({ points, delta, squared, huber }) =>
			residuals(points, squared).every((r) => Math.abs(r) < delta) &&
			squared.slope > 1 &&
			same(squared.slope, huber.slope),
	},
	// A convex loss is least where its pulls balance, and where no other search finds less.
	comparisons: ({ points, tenth, delta, squared, huber, absolute, above, leverage, perUnit, alone }) => {
		const none = (what: string, shown: number, scale: number) => nearly(what, shown, 0, 1e-7, scale);
		const rests = residuals(points, squared);
		const [up, turn] = pulls(points, huber.slope, huber.intercept, delta);
		const higher = squaredLine([...NINE, { ...tenth, y: tenth.y + 1 }]);
		const missed = tenth.y - at(squaredLine(NINE), tenth.x);
		const within = rests.every((r) => Math.abs(r) <= delta);
		return [
			none('residuals of squared error', sum(rests), FAR),
			none(
				'residuals of squared error, by their levers',
				sum(rests.map((r, one) => r * (points[one]?.x ?? 0))),
				FAR * FAR,
			),
			none('pulls on the Huber line', up, delta),
			none('pulls on the Huber line, by their levers', turn, delta * FAR),
			nearly('least absolute error', absoluteError(points, absolute), leastAbsolute(points), 1e-6),
			nearly('slope by a unit of the target', perUnit, higher.slope - squared.slope, 1e-9, 1),
			nearly('leverage', leverage, at(higher, tenth.x) - at(squared, tenth.x)),
			nearly('residual, by leaving the point out', above.squared, (1 - leverage) * missed, 1e-9, FAR),
			nearly('slope, from that of the nine', squared.slope, alone + perUnit * missed, 1e-9, 1),
			...(within ? [nearly('Huber without a clipped residual', huber.slope, squared.slope, 1e-6, 1)] : []),
		];
	},
};
