/** A plot before it has a size: its marks with their numbers and looks, and the scales of its axes. */
import { type Axis, type Mark, type MarkKind, markKinds, type Plot } from '../schema/plot.ts';
import type { Complaint } from './complaint.ts';
import { type Scale, scaleOf } from './scale.ts';
import { type Pair, readSeries, type Series, type Surroundings } from './series.ts';

/** Outputs of the concept's listings. */
export type Outputs = Pick<Surroundings, 'outputOf' | 'printers'>;

export interface ReadMark {
	readonly kind: MarkKind;
	readonly mark: Mark;
	/** Position in the file. */
	readonly index: number;
	readonly series: Series;
	/** Of an area: its other border. */
	readonly other: Series;
	readonly classes: string;
}

export interface ReadPlot {
	readonly plot: Plot;
	readonly marks: readonly ReadMark[];
	readonly x: Scale;
	readonly y: Scale;
	/** Whether bars lie: their names stand on the axis y. */
	readonly isLying: boolean;
	/** Room that the bars of one place have, in the numbers of their axis. */
	readonly slot: number;
	readonly complaints: readonly Complaint[];
}

/** Classes in the order in which marks take them. */
const strokes = ['mark', 'line', 'line dash', 'edge', 'edge dash'];
const fills = ['f-mark', 'f-edge', 'f-mark-25', 'f-ink'];

/** Steps across in which a formula's least and greatest values are sought. */
const STEPS = 100;

export function readPlot(plot: Plot, outputs: Outputs): ReadPlot {
	const complaints: Complaint[] = [];
	const surroundings = { ...outputs, names: { x: plot.x.names, y: plot.y.names } };
	const used = { strokes: 0, fills: 0 };
	const usualClasses = (kind: MarkKind): string => {
		if (kind === 'curve') return strokes[used.strokes++ % strokes.length] ?? 'line';
		if (kind === 'points' || kind === 'bars') return fills[used.fills++ % fills.length] ?? 'f-mark';
		return { rule: 'edge dash', text: 't-muted', area: 'f-mark-25' }[kind];
	};
	const marks = plot.marks.map((mark, index): ReadMark => {
		const kind = markKinds.find((one) => mark[one] !== undefined) ?? 'text';
		const numbers = (field: 'curve' | 'points' | 'bars' | 'area' | 'to'): Series => {
			const data = mark[field];
			if (data === undefined) return () => 0;
			return readSeries(data, surroundings, (told, ...path) =>
				complaints.push({ code: 'plot-data', path: ['marks', index, field, ...path], ...told }),
			);
		};
		return {
			kind,
			mark,
			index,
			series: kind === 'rule' || kind === 'text' ? [] : numbers(kind),
			other: kind === 'area' ? numbers('to') : [],
			classes: mark.class ?? usualClasses(kind),
		};
	});
	const slot = slotOf(marks, plot);
	const scales = scalesOf(plot, marks, slot);
	const isComputed = marks.some(({ series }) => typeof series === 'function');
	if (isComputed && !scales.isBounded)
		complaints.push({
			code: 'plot-data',
			path: ['x'],
			found: 'a formula, and an axis x that begins and ends nowhere',
			expected: 'from and to, between which formulas are computed',
			mend: 'Add from and to to x.',
		});
	for (const [name, axis] of [['x', plot.x] as const, ['y', plot.y] as const]) {
		const [from, to] = [axis.from ?? scales[name].from, axis.to ?? scales[name].to];
		if (from < to && (axis.scale === 'linear' || from > 0)) continue;
		complaints.push({
			code: 'plot-data',
			path: [name],
			found: `an axis ${name} from ${from} to ${to}`,
			expected: axis.scale === 'log' ? 'from less than to, and both greater than zero' : 'from less than to',
			mend: 'Correct them.',
		});
	}
	return { plot, marks, ...scales, isLying: plot.y.names !== undefined, slot, complaints };
}

const pairsOf = (series: Series): readonly Pair[] => (typeof series === 'function' ? [] : series);

/** Pairs of a formula, so many steps across. */
export function samplesOf(formula: (x: number) => number, x: Scale, steps: number): Pair[] {
	return Array.from({ length: steps + 1 }, (_, index): Pair => {
		const at = x.valueAt(index / steps);
		return [at, formula(at)];
	}).filter(([, value]) => Number.isFinite(value));
}

/** The least distance of two bars. */
function slotOf(marks: readonly ReadMark[], { x, y }: Plot): number {
	if (x.names || y.names) return 1;
	const places = marks.filter(({ kind }) => kind === 'bars').flatMap(({ series }) => pairsOf(series).map(([at]) => at));
	const sorted = [...new Set(places)].sort((a, b) => a - b);
	const gaps = sorted.slice(1).map((at, index) => at - (sorted[index] ?? 0));
	return gaps.length > 0 ? Math.min(...gaps) : places.length;
}

/** Names in their order: from left to right, or from top to bottom. */
function namedScale(names: readonly string[], isUpright: boolean): Scale {
	const scale = scaleOf({ scale: 'linear', from: -0.5, to: names.length - 0.5 }, [], false);
	return isUpright ? { ...scale, share: (value) => 1 - scale.share(value) } : scale;
}

function scalesOf({ x, y }: Plot, marks: readonly ReadMark[], slot: number) {
	const isFilled = marks.some(({ kind }) => kind === 'bars' || kind === 'area');
	const written = marks.flatMap(({ kind, mark, series, other }) => {
		const pairs = [...pairsOf(series), ...pairsOf(other)];
		// Bars reach half of their room beyond the first and the last.
		const reach = kind === 'bars' && !x.names && !y.names ? slot / 2 : 0;
		return [
			...pairs.flatMap(([at, value]) => [
				{ x: at - reach, y: value },
				{ x: at + reach, y: value },
			]),
			{ x: mark.rule?.x, y: mark.rule?.y },
		];
	});
	const numbers = (values: readonly (number | undefined)[]) => values.filter((value) => value !== undefined);
	const scale = (axis: Axis, values: readonly number[], isLength: boolean): Scale => {
		if (axis.names) return namedScale(axis.names, axis === y);
		return scaleOf(axis, isLength && isFilled && axis.scale === 'linear' ? [...values, 0] : values, isLength);
	};
	const xs = numbers(written.map((spot) => spot.x));
	const across = scale(x, xs, y.names !== undefined);
	const computed = marks.flatMap(({ series, other }) =>
		[series, other].flatMap((one) =>
			typeof one === 'function' ? samplesOf(one, across, STEPS).map(([, value]) => value) : [],
		),
	);
	const ys = [...numbers(written.map((spot) => spot.y)), ...(y.names ? [] : computed)];
	const isBounded = x.names !== undefined || xs.length > 0 || (x.from !== undefined && x.to !== undefined);
	return { x: across, y: scale(y, ys, y.names === undefined), isBounded };
}
