/** Draws the marks of a plot into its frame. */
import type { Complaint } from './complaint.ts';
import type { Frame } from './frame.ts';
import { BASELINE } from './frame.ts';
import { type Box, cut, cutLine, type Spot, thinned } from './geometry.ts';
import { DOT, type Dots, dotClasses, type Label, type Lines, line, outline, rectangle } from './picture.ts';
import { type ReadMark, type ReadPlot, samplesOf } from './reading.ts';
import { numberText } from './scale.ts';
import type { Series } from './series.ts';
import { measured } from './words.ts';

export interface DrawnMark {
	readonly drawn: readonly (Lines | Dots)[];
	/** Lines that no words may stand on. */
	readonly lines: readonly (readonly Spot[])[];
	/** Likewise, surfaces. */
	readonly solids: readonly Box[];
	/** Where a curve ends, as far as one sees it. */
	readonly end: Spot | undefined;
	readonly labels: readonly Label[];
	readonly complaints: readonly Complaint[];
}

const nothing: DrawnMark = { drawn: [], lines: [], solids: [], end: undefined, labels: [], complaints: [] };

/** Pixels between two places where a formula is computed, and how far a curve may be off when it is drawn. */
const STEP = 1;
const OFF = 0.08;

export function drawMark(mark: ReadMark, read: ReadPlot, frame: Frame): DrawnMark {
	switch (mark.kind) {
		case 'curve':
			return drawCurve(mark, read, frame);
		case 'points':
			return { ...nothing, ...drawPoints(mark, read, frame) };
		case 'bars':
			return drawBars(mark, read, frame);
		case 'area':
			return drawArea(mark, read, frame);
		case 'rule':
			return drawRule(mark, read, frame);
		case 'text':
			return nothing;
	}
}

/** The spots of a series, which a formula has everywhere. */
function spotsOf(series: Series, { x }: ReadPlot, { area, place }: Frame): Spot[] {
	const steps = Math.round((area.right - area.left) / STEP);
	return (typeof series === 'function' ? samplesOf(series, x, steps) : series).map(place);
}

const isOn = ([x, y]: Spot, { left, right, top, bottom }: Box): boolean =>
	x > left - 0.5 && x < right + 0.5 && y > top - 0.5 && y < bottom + 0.5;

/** Complaints about pairs of a list that the axes do not reach. */
function outsideOf({ index, kind, series }: ReadMark, { area, place }: Frame): Complaint[] {
	if (typeof series === 'function') return [];
	return series.flatMap((pair, at) =>
		isOn(place(pair), area)
			? []
			: [
					{
						code: 'plot-outside' as const,
						path: ['marks', index, kind, at],
						found: `${kind === 'bars' ? 'a bar' : 'a point'} at ${pair.map(numberText).join(', ')}, outside of the axes`,
						expected: 'all that is measured in the picture',
						mend: 'Widen the axes by from and to, or leave it out and say so in the description.',
					},
				],
	);
}

function drawCurve(mark: ReadMark, read: ReadPlot, frame: Frame): DrawnMark {
	const spots = spotsOf(mark.series, read, frame);
	const lines = cutLine(spots, frame.area);
	const dots = mark.mark.dots ? drawPoints(mark, read, frame) : undefined;
	const end = lines.at(-1)?.at(-1);
	return {
		...nothing,
		drawn: [line(mark.classes, ...lines.map((part) => thinned(part, OFF))), ...(dots?.drawn ?? [])],
		lines: lines.map((part) => thinned(part, OFF)),
		solids: dots?.solids ?? [],
		end,
	};
}

function drawPoints(mark: ReadMark, read: ReadPlot, frame: Frame) {
	const dots = spotsOf(mark.series, read, frame).filter((spot) => isOn(spot, frame.area));
	return {
		drawn: [{ classes: dotClasses(mark.classes), dots }],
		solids: dots.map(([x, y]) => ({ left: x - DOT, right: x + DOT, top: y - DOT, bottom: y + DOT })),
		complaints: mark.kind === 'points' ? outsideOf(mark, frame) : [],
	};
}

function drawBars(mark: ReadMark, read: ReadPlot, frame: Frame): DrawnMark {
	const { isLying, slot, marks } = read;
	const beside = marks.filter(({ kind }) => kind === 'bars');
	const position = beside.indexOf(mark);
	// A histogram's bars touch but for a hairline; bars of names stand apart.
	const share = read.plot.x.names || isLying ? 0.7 : 0.94;
	const pairs = typeof mark.series === 'function' ? [] : mark.series;
	const boxes = pairs.map(([x, y]) => {
		const [at, value] = isLying ? [y, x] : [x, y];
		const from = at - (slot * share) / 2 + (position * slot * share) / beside.length;
		const spot = (along: number, length: number) => frame.place(isLying ? [length, along] : [along, length]);
		const [one, other] = [spot(from, zeroOf(read)), spot(from + (slot * share) / beside.length, value)];
		const [xs, ys] = [
			[one[0], other[0]].map(Math.round).sort((a, b) => a - b) as [number, number],
			[one[1], other[1]].map(Math.round).sort((a, b) => a - b) as [number, number],
		];
		return { left: xs[0], right: xs[1], top: ys[0], bottom: ys[1], value };
	});
	const labels = mark.mark.values
		? boxes.map(({ left, right, top, bottom, value }, index): Label => {
				const words = measured(numberText(value), ['t-small']);
				const path = ['marks', mark.index, 'bars', index];
				const isBelow = value < zeroOf(read);
				if (isLying) {
					const anchor = isBelow ? 'end' : 'start';
					return {
						path,
						words: { ...words, x: isBelow ? left - 4 : right + 4, y: (top + bottom) / 2 + BASELINE, anchor },
					};
				}
				return {
					path,
					words: { ...words, x: (left + right) / 2, y: isBelow ? bottom + 13 : top - 4, anchor: 'middle' },
				};
			})
		: [];
	return {
		...nothing,
		drawn: [outline(mark.classes, ...boxes.map(({ left, top, right, bottom }) => rectangle(left, top, right, bottom)))],
		solids: boxes,
		labels,
		complaints: outsideOf(mark, frame),
	};
}

/** Where bars begin. */
function zeroOf({ isLying, x, y }: ReadPlot): number {
	const { from, to, isLog } = isLying ? x : y;
	return isLog ? from : Math.min(Math.max(0, from), to);
}

function drawArea(mark: ReadMark, read: ReadPlot, frame: Frame): DrawnMark {
	const { left, right, top, bottom } = frame.area;
	const border = spotsOf(mark.series, read, frame);
	const [first, last] = [border[0], border.at(-1)];
	// Of an area between a list and a formula, the list says from where to where.
	const other = spotsOf(mark.other, read, frame).filter(
		([x]) => typeof mark.other !== 'function' || (x >= (first?.[0] ?? left) - STEP && x <= (last?.[0] ?? right) + STEP),
	);
	const within = ([x, y]: Spot): Spot => [Math.min(Math.max(x, left), right), Math.min(Math.max(y, top), bottom)];
	const around = [...thinned(border.map(within), OFF), ...thinned(other.map(within), OFF).reverse()];
	return { ...nothing, drawn: [outline(mark.classes, around)] };
}

function drawRule(mark: ReadMark, { x, y }: ReadPlot, frame: Frame): DrawnMark {
	const { area, place } = frame;
	const { rule } = mark.mark;
	const spot = place([rule?.x ?? x.from, rule?.y ?? y.from]).map(Math.round) as [number, number];
	const ends: [Spot, Spot] =
		rule?.x === undefined
			? [
					[area.left, spot[1]],
					[area.right, spot[1]],
				]
			: [
					[spot[0], area.top],
					[spot[0], area.bottom],
				];
	return { ...nothing, drawn: [line(mark.classes, ends)], lines: [ends], end: cut(...ends, area)?.[1] };
}
