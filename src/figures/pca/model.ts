/** An axis through the four points of the concept's listing: what it keeps of their variance, and what it leaves. */
import { nearly } from '../parts/comparisons.ts';
import { type FigureChecks, figureModel } from '../parts/contract.ts';
import { choice, number } from '../parts/settings.ts';
import { fixed } from '../parts/words.ts';

export type Point = readonly [x: number, y: number];

const POINTS: readonly Point[] = [
	[2, 1],
	[-2, -1],
	[1, 2],
	[-1, -2],
];
/** The angles, in degrees, at which the curves are drawn. */
export const ANGLES = Array.from({ length: 37 }, (_, at) => 5 * at);
/** A half turn: an axis has no direction. */
export const TURN = 180;

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
const radians = (degrees: number): number => (degrees * Math.PI) / TURN;
const unitVector = (degrees: number): Point => [Math.cos(radians(degrees)), Math.sin(radians(degrees))];

/** The foot of a point's perpendicular on the axis. */
export function footOf([x, y]: Point, angle: number): Point {
	const [u, v] = unitVector(angle);
	const score = u * x + v * y;
	return [score * u, score * v];
}

/** Mean squares with the divisor n − 1: of the scores, and of the distances to the axis. */
export function along(points: readonly Point[], angle: number): { readonly kept: number; readonly left: number } {
	const feet = points.map((point) => footOf(point, angle));
	return {
		kept: sum(feet.map(([x, y]) => x * x + y * y)) / (points.length - 1),
		left:
			sum(points.map(([x, y], at) => (x - (feet[at]?.[0] ?? 0)) ** 2 + (y - (feet[at]?.[1] ?? 0)) ** 2)) /
			(points.length - 1),
	};
}

const settings = {
	angle: number(0, TURN, 0.1, 20),
	unit: number(1, 10, 0.5, 1),
	shift: number(0, 10, 0.5, 0),
	center: choice(['on', 'off'], 'on'),
	scale: choice(['off', 'on'], 'off'),
};

/** All that one state of the figure shows. */
export interface Shown {
	readonly points: readonly Point[];
	readonly centered: boolean;
	readonly angle: number;
	readonly kept: number;
	readonly left: number;
	readonly total: number;
	/** What this axis keeps, and what the best one does, as shares of the total. */
	readonly share: number;
	readonly bestShare: number;
	/** The first component: its angle and its eigenvalue; the second's eigenvalue. */
	readonly best: number;
	readonly first: number;
	readonly second: number;
	/** Between this axis and the best one, in degrees. */
	readonly off: number;
	/** Where the mean lies, seen from where the axis turns; 0 where that is the mean. */
	readonly meanAngle: number;
	/** The least-squares line of the second feature on the first, through the same point, as an angle. */
	readonly regression: number;
	/** Kept and left at each of `ANGLES`. */
	readonly curve: readonly { readonly kept: number; readonly left: number }[];
}

/** As close to the best as a slider gets. */
const NEAR = 0.05;
const degreesOf = (y: number, x: number): number => (Math.atan2(y, x) * TURN) / Math.PI;
const nameOf = (centered: boolean): string => (centered ? 'variance' : 'mean square');

export const model = figureModel({
	settings,
	compute: ({ angle, unit, shift, center, scale }): Shown => {
		const moved = POINTS.map(([x, y]): Point => [unit * x + shift, y]);
		const [mx, my] = [mean(moved.map(([x]) => x)), mean(moved.map(([, y]) => y))];
		const spread = (values: readonly number[], middle: number): number =>
			Math.sqrt(sum(values.map((value) => (value - middle) ** 2)) / (values.length - 1));
		const deviations = [
			spread(
				moved.map(([x]) => x),
				mx,
			),
			spread(
				moved.map(([, y]) => y),
				my,
			),
		] as const;
		const [sx, sy] = scale === 'on' ? deviations : [1, 1];
		const centered = center === 'on';
		const [ox, oy] = centered ? [mx, my] : [0, 0];
		const points = moved.map(([x, y]): Point => [(x - ox) / sx, (y - oy) / sy]);
		const moment = (value: (point: Point) => number): number => sum(points.map(value)) / (points.length - 1);
		const [xx, xy, yy] = [moment(([x]) => x * x), moment(([x, y]) => x * y), moment(([, y]) => y * y)];
		const [middle, radius] = [(xx + yy) / 2, Math.hypot((xx - yy) / 2, xy)];
		const best = degreesOf(2 * xy, xx - yy) / 2;
		const { kept, left } = along(points, angle);
		const apart = Math.abs(angle - best) % TURN;
		return {
			...{ points, centered, angle, kept, left, best },
			total: xx + yy,
			share: kept / (xx + yy),
			bestShare: (middle + radius) / (xx + yy),
			first: middle + radius,
			second: middle - radius,
			off: Math.min(apart, TURN - apart),
			meanAngle: degreesOf((my - oy) / sy, (mx - ox) / sx),
			regression: degreesOf(xy, xx),
			curve: ANGLES.map((one) => along(points, one)),
		};
	},
	builtIn:
		'Two features, four points. Variance divides by n − 1, and so does the residual, the mean square of the distances to the axis, so that the two add up. The axis turns about the origin, which is the mean once the points are centered.',
	name: ({ angle }) => `Four points and an axis at ${angle}°`,
	finding: ({ angle, kept, first, best, off, second, centered }) =>
		off < NEAR
			? `This is the first component: no axis has a larger ${nameOf(centered)}, ${fixed(first, 3)}, and none a smaller residual, ${fixed(second, 3)}.`
			: `Along ${angle}° the ${nameOf(centered)} is ${fixed(kept, 3)}; the most is ${fixed(first, 3)}, at ${fixed(best, 2)}°.`,
	caption: ({ total, centered }) =>
		`At every angle ${nameOf(centered)} and residual add up to ${fixed(total, 3)}, so one is largest where the other is smallest.`,
	description: ({ points, angle, kept, left, best, first }) =>
		`Points at ${points.map(([x, y]) => `(${fixed(x, 2)}, ${fixed(y, 2)})`).join(', ')}, each with its perpendicular to an axis at ${angle}°. By angle, what is kept is a wave with its top of ${fixed(first, 3)} at ${fixed(best, 2)}°, and what is left is the same wave upside down; here they are ${fixed(kept, 3)} and ${fixed(left, 3)}.`,
	readings: ({ kept, left, share, first, second, centered, bestShare }) => [
		{ name: centered ? 'Variance along the axis' : 'Mean square along the axis', value: fixed(kept, 3) },
		{ name: 'Residual', value: fixed(left, 3) },
		{ name: 'Share kept', value: `${fixed(100 * share, 1)}%`, note: `${fixed(100 * bestShare, 1)}% at best` },
		{ name: 'Eigenvalues', value: `${fixed(first, 3)}, ${fixed(second, 3)}` },
	],
	table: ({ curve, angle }) => ({
		caption: 'What an axis keeps and leaves, by its angle',
		columns: ['Angle', 'Along it', 'Residual'],
		rows: ANGLES.flatMap((one, at) =>
			one % 15 ? [] : [[`${one}°`, fixed(curve[at]?.kept ?? 0, 3), fixed(curve[at]?.left ?? 0, 3)]],
		),
		current: Math.round(angle / 15),
	}),
	presets: [
		{
			name: 'The worst axis',
			values: { angle: 135 },
			lesson: ({ kept, left, second }) =>
				`At right angles to the first component the variance is ${fixed(kept, 3)}, the least there is, and the residual ${fixed(left, 3)}. This axis is the second component: its variance is the smaller eigenvalue, ${fixed(second, 3)}.`,
		},
		{
			name: 'The regression line',
			values: { angle: 38.7 },
			lesson: ({ regression, left, second }) =>
				`Least squares of the second feature on the first gives a line at ${fixed(regression, 1)}°: it minimizes squared vertical distances. Its residual at right angles is ${fixed(left, 3)}; the first component’s is ${fixed(second, 3)}.`,
		},
		{
			name: 'Another unit',
			values: { unit: 10, angle: 4.6 },
			lesson: ({ best, bestShare }) =>
				`The same measurements, the first in a unit a tenth as large: now the first component lies at ${fixed(best, 2)}° and keeps ${fixed(100 * bestShare, 1)}%. The numbers grew; the data did not change.`,
		},
		{
			name: 'Standardized',
			values: { unit: 10, scale: 'on', angle: 45 },
			lesson: ({ best, bestShare, total }) =>
				`Divided by its standard deviation, each feature has a variance of one, and the unit is gone: ${fixed(best, 0)}° again, ${fixed(100 * bestShare, 0)}% of ${fixed(total, 0)}. Turn the unit: nothing moves.`,
		},
		{
			name: 'Not centered',
			values: { shift: 10, center: 'off', angle: 1.1 },
			lesson: ({ best, bestShare, meanAngle }) =>
				`The axis has to pass through the origin, and turns to where the cloud is: ${fixed(best, 2)}°, next to the ${fixed(meanAngle, 0)}° of the mean. Its ${fixed(100 * bestShare, 1)}% are mostly distance from the origin, not variance.`,
		},
	],
});

export const checks: FigureChecks<Shown> = {
	lessons: {
		'The worst axis': ({ kept, second, off }) => Math.abs(kept - second) < 1e-9 && Math.abs(off - 90) < 1e-9,
		'The regression line': ({ angle, regression, left, second, off }) =>
			Math.abs(angle - regression) < NEAR && left > 1.05 * second && off > 5,
		'Another unit': ({ off, bestShare }) => off < NEAR && bestShare > 0.99,
		Standardized: ({ best, total, bestShare, points }) =>
			Math.abs(best - 45) < 1e-9 &&
			Math.abs(total - 2) < 1e-12 &&
			Math.abs(bestShare - 0.9) < 1e-12 &&
			points.length === 4,
		'Not centered': ({ centered, best, meanAngle, bestShare }) =>
			!centered && Math.abs(best - meanAngle) < 2 && bestShare > 0.97,
	},
	// The wave λ₁ cos² + λ₂ sin², Pythagoras, and the characteristic polynomial; the top also by trying many angles.
	comparisons: ({ points, angle, kept, left, total, best, first, second }) => {
		const turned = radians(angle - best);
		const tried = Array.from({ length: 720 }, (_, at) => along(points, at / 4).kept);
		const moment = (value: (point: Point) => number): number => sum(points.map(value)) / (points.length - 1);
		const determinant = moment(([x]) => x * x) * moment(([, y]) => y * y) - moment(([x, y]) => x * y) ** 2;
		return [
			nearly('kept', kept, first * Math.cos(turned) ** 2 + second * Math.sin(turned) ** 2, 1e-9, total),
			nearly('left', left, first * Math.sin(turned) ** 2 + second * Math.cos(turned) ** 2, 1e-9, total),
			nearly('their sum', kept + left, total, 1e-12),
			nearly('the best of many angles', first, Math.max(...tried), 1e-5),
			nearly('product of the eigenvalues', first * second, determinant, 1e-9, total * total),
		];
	},
};
