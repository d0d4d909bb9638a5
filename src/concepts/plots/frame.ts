/** The frame of a plot: how large it is, its axes with their ticks and words, and what its marks mean. */
import type { Axis } from '../schema/plot.ts';
import type { Complaint } from './complaint.ts';
import type { Box, Spot } from './geometry.ts';
import { DOT, type Dots, dotClasses, type Label, type Lines, line, outline, rectangle } from './picture.ts';
import type { ReadMark, ReadPlot } from './reading.ts';
import { numberText, roundTicks, type Scale, type Tick } from './scale.ts';
import type { Pair } from './series.ts';
import { type Anchor, measured, type Words } from './words.ts';

export type Screen = 'page' | 'phone';

export interface Frame {
	readonly width: number;
	readonly height: number;
	/** Where marks are drawn. */
	readonly area: Box;
	readonly place: (pair: Pair) => Spot;
	/** Axes, ticks and samples of the marks. */
	readonly drawn: readonly (Lines | Dots)[];
	readonly labels: readonly Label[];
	readonly complaints: readonly Complaint[];
	/** Marks whose label stands above the picture. */
	readonly above: readonly ReadMark[];
}

/** Width of the text's column, and of a phone's. */
const WIDTH: Readonly<Record<Screen, number>> = { page: 560, phone: 340 };
/** How much lower a phone's picture is. */
const PHONE = 0.85;
/** Between the baselines of lines of words. */
const PITCH = 17;
/** From the middle of a line of words to its baseline. */
export const BASELINE = 4.5;
const TICK = 4;
/** Between a mark and its words. */
export const GAP = 6;
/** Length of a mark in the line above the picture. */
const SAMPLE = 18;
/** Room that labels at the ends of curves may take, as a share of the width; beyond it they stand above. */
const MOST_AT_END = 0.3;
/** How much wider than measured a label is before its font has come, at most. */
const SLACK = 1.15;
/** Room for each tick. */
const TICK_ROOM = { x: 64, y: 44 };

const small = ['t-small', 't-muted'];

/** The label of a mark: strong and in the accent where the mark is, in the color of text elsewhere. */
export function labelOf({ mark, classes, kind }: ReadMark): Words {
	const isAccent = /(^|\s)(f-)?mark\b(?!-)/.test(classes);
	if (kind === 'rule') return measured(mark.label ?? '', small);
	return measured(mark.label ?? '', isAccent ? ['t-strong', 't-mark'] : []);
}

export function frameOf(read: ReadPlot, screen: Screen): Frame {
	const { plot, x, y, marks } = read;
	const width = WIDTH[screen];
	const tall = Math.round(plot.height * (screen === 'phone' ? PHONE : 1));
	const labels: Label[] = [];
	const write = (words: Words, [at, baseline]: Spot, anchor: Anchor, path: readonly PropertyKey[]) =>
		labels.push({ words: { ...words, x: at, y: baseline, anchor }, path });

	const atEnd = marks.filter(({ kind, mark }) => kind === 'curve' && mark.label && !mark.at);
	const endWidth = Math.max(0, ...atEnd.map((mark) => labelOf(mark).width + GAP));
	const isRoomy = endWidth <= MOST_AT_END * width;
	const above = marks.filter(
		({ kind, mark }) => mark.label && !mark.at && kind !== 'rule' && !(kind === 'curve' && isRoomy),
	);

	const upTicks = ticksOf(plot.y, y, tall / TICK_ROOM.y);
	const namesOr = (axis: Axis, text: string) => measured(text, axis.names ? [] : small);
	const left = Math.ceil(Math.max(0, ...upTicks.map(({ text }) => namesOr(plot.y, text).width))) + TICK + 4;
	const right = width - Math.ceil(Math.max(isRoomy ? SLACK * endWidth : 0, DOT + 1));
	const acrossTicks = ticksOf(plot.x, x, (right - left) / TICK_ROOM.x);
	const last = acrossTicks.at(-1);
	const overhang = last && !plot.x.names && last.value >= x.to * (1 - 1e-9) ? namesOr(plot.x, last.text).width / 2 : 0;

	let top = 0;
	if (plot.y.label) {
		top += PITCH;
		write(measured(plot.y.label, small), [0, top - 5], 'start', ['y', 'label']);
	}
	const legend = legendOf(above, top, width);
	labels.push(...legend.labels);
	top = legend.bottom + (legend.bottom > 0 ? 6 : 8);
	const area = { left, right: Math.min(right, Math.floor(width - overhang)), top, bottom: top + tall };
	const placeX = (value: number) => area.left + x.share(value) * (area.right - area.left);
	const placeY = (value: number) => area.bottom - y.share(value) * tall;

	const complaints: Complaint[] = [];
	const isOn = (value: number, scale: Scale, axis: 'x' | 'y', index: number): boolean => {
		const share = scale.share(value);
		if (share > -1e-9 && share < 1 + 1e-9) return true;
		complaints.push({
			code: 'plot-outside',
			path: [axis, 'ticks', index],
			found: `a tick at ${numberText(value)}`,
			expected: `ticks from ${numberText(scale.from)} to ${numberText(scale.to)}, where the axis begins and ends`,
			mend: 'Remove it, or widen the axis by from and to.',
		});
		return false;
	};
	const ticks: Spot[][] = [];
	let height = area.bottom + TICK + PITCH;
	for (const [index, { value, text }] of acrossTicks.entries()) {
		if (!isOn(value, x, 'x', index)) continue;
		const at = Math.round(placeX(value));
		if (!plot.x.names)
			ticks.push([
				[at, area.bottom],
				[at, area.bottom + TICK],
			]);
		write(namesOr(plot.x, text), [at, height - 4], 'middle', ['x', plot.x.names ? 'names' : 'ticks', index]);
	}
	for (const [index, { value, text }] of upTicks.entries()) {
		if (!isOn(value, y, 'y', index)) continue;
		const at = Math.round(placeY(value));
		if (!plot.y.names)
			ticks.push([
				[area.left - TICK, at],
				[area.left, at],
			]);
		const path = ['y', plot.y.names ? 'names' : 'ticks', index];
		write(namesOr(plot.y, text), [area.left - TICK - 4, at + BASELINE], 'end', path);
	}
	if (plot.x.label) {
		height += PITCH + 1;
		write(measured(plot.x.label, small), [area.right, height - 5], 'end', ['x', 'label']);
	}
	return {
		width,
		height,
		area,
		place: ([at, value]) => [placeX(at), placeY(value)],
		drawn: [...legend.drawn, line('edge', ...axisLines(read, area, placeY), ...ticks)],
		labels,
		complaints,
		above,
	};
}

/** Both axes; where bars stand on names, theirs is the line of zero. */
function axisLines(
	{ plot, y }: ReadPlot,
	{ left, right, top, bottom }: Box,
	placeY: (value: number) => number,
): Spot[][] {
	const floor = plot.x.names && !y.isLog ? Math.round(placeY(Math.min(Math.max(0, y.from), y.to))) : bottom;
	if (floor === bottom)
		return [
			[
				[left, top],
				[left, bottom],
				[right, bottom],
			],
		];
	return [
		[
			[left, top],
			[left, bottom],
		],
		[
			[left, floor],
			[right, floor],
		],
	];
}

function ticksOf(axis: Axis, scale: Scale, most: number): Tick[] {
	if (axis.names) return axis.names.map((text, value) => ({ value, text }));
	if (!axis.ticks) return roundTicks(scale, Math.max(2, Math.floor(most)));
	return axis.ticks.map((tick) =>
		typeof tick === 'number' ? { value: tick, text: numberText(tick) } : { value: tick.at, text: tick.label },
	);
}

/** Samples of marks with their labels, in lines. */
function legendOf(marks: readonly ReadMark[], top: number, width: number) {
	const drawn: (Lines | Dots)[] = [];
	const labels: Label[] = [];
	let [x, bottom] = [0, marks.length > 0 ? top + PITCH : top];
	for (const mark of marks) {
		const words = labelOf(mark);
		const taken = SAMPLE + GAP + words.width;
		if (x > 0 && x + taken > width) [x, bottom] = [0, bottom + PITCH];
		const middle = bottom - 5 - BASELINE;
		if (mark.kind === 'curve')
			drawn.push(
				line(mark.classes, [
					[x, middle],
					[x + SAMPLE, middle],
				]),
			);
		if (mark.kind === 'points' || mark.mark.dots)
			drawn.push({ classes: dotClasses(mark.classes), dots: [[x + SAMPLE / 2, middle]] });
		if (mark.kind === 'bars' || mark.kind === 'area')
			drawn.push(outline(mark.classes, rectangle(x + 2, middle - 5, x + SAMPLE - 2, middle + 5)));
		const placed = { ...words, x: x + SAMPLE + GAP, y: bottom - 5, anchor: 'start' as const };
		labels.push({ words: placed, path: ['marks', mark.index, 'label'] });
		x = Math.ceil(x + taken + 3 * GAP);
	}
	return { drawn, labels, bottom };
}
