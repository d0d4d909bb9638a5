/** Lays out a plot for a page or a phone, and says what is wrong with it: numbers, and words that meet something or leave the picture. */
import type { Plot } from '../schema/plot.ts';
import type { Complaint } from './complaint.ts';
import { BASELINE, type Frame, frameOf, GAP, labelOf, type Screen } from './frame.ts';
import { type Box, cut, meet, type Spot } from './geometry.ts';
import { type DrawnMark, drawMark } from './marks.ts';
import type { Dots, Label, Lines } from './picture.ts';
import { type Outputs, type ReadPlot, readPlot } from './reading.ts';
import { numberOf } from './series.ts';
import { type Anchor, boxOf, measured, type PlacedWords, plainText, type Words } from './words.ts';

export interface PlotLayout {
	readonly width: number;
	readonly height: number;
	/** In the order in which they are drawn. */
	readonly marks: readonly (Lines | Dots)[];
	readonly texts: readonly PlacedWords[];
	readonly complaints: readonly Complaint[];
}

/** Between the baselines of two labels at the ends of curves. */
const PITCH = 16;

export function layOutPlot(plot: Plot, outputs: Outputs, screen: Screen): PlotLayout {
	const read = readPlot(plot, outputs);
	const frame = frameOf(read, screen);
	const drawn = read.marks.map((mark) => drawMark(mark, read, frame));
	const placedLabels = labelsOf(read, frame, drawn, screen);
	const labels = [...drawn.flatMap((one) => one.labels), ...placedLabels.labels];
	return {
		width: frame.width,
		height: frame.height,
		// Surfaces lie beneath the axes, lines and dots above.
		marks: [
			...drawn.flatMap((one) => one.drawn.filter(isSurface)),
			...frame.drawn,
			...drawn.flatMap((one) => one.drawn.filter((mark) => !isSurface(mark))),
		],
		texts: [...frame.labels, ...labels].map(({ words }) => words),
		complaints: [
			...read.complaints,
			...frame.complaints,
			...drawn.flatMap((one) => one.complaints),
			...placedLabels.complaints,
			...collisions(frame, labels, drawn),
		],
	};
}

const isSurface = (mark: Lines | Dots): boolean => 'isClosed' in mark && mark.isClosed;

/** The labels that stand in the picture or at its right side. */
function labelsOf(read: ReadPlot, frame: Frame, drawn: readonly DrawnMark[], screen: Screen) {
	const labels: Label[] = [];
	const complaints: Complaint[] = [];
	const ends: { readonly label: Unplaced; readonly end: Spot }[] = [];
	const rules: { readonly label: Unplaced; readonly end: Spot; readonly isUpright: boolean }[] = [];
	for (const mark of read.marks) {
		const { at, phoneAt, align = 'start', text, label, rule } = mark.mark;
		const end = drawn[mark.index]?.end;
		if ((!label && text === undefined) || frame.above.includes(mark)) continue;
		const unplaced =
			text === undefined
				? { words: labelOf(mark), path: ['marks', mark.index, 'label'] }
				: { words: measured(text, mark.classes.split(/\s+/)), path: ['marks', mark.index, 'text'] };
		if (at) {
			const field = screen === 'phone' && phoneAt ? 'phoneAt' : 'at';
			const spot = spotOf(mark.mark[field] ?? at, read);
			if (spot) {
				const [x, y] = frame.place(spot);
				labels.push(placed(unplaced, x, y + BASELINE, align));
			} else {
				complaints.push({
					code: 'plot-data',
					path: ['marks', mark.index, field],
					found: `${field}: ${JSON.stringify(mark.mark[field])}`,
					expected: 'a place in the numbers of the axes, or in their names',
					mend: 'Correct it.',
				});
			}
		} else if (rule && end) rules.push({ label: unplaced, end, isUpright: rule.x !== undefined });
		else if (end) ends.push({ label: unplaced, end });
	}
	labels.push(...labelsAtEnds(ends, frame));
	for (const { label, end, isUpright } of rules) {
		const choices = placesAlong(label, end, isUpright, frame);
		const others = [...frame.labels, ...drawn.flatMap((one) => one.labels), ...labels];
		const clear = choices.find((choice) => !troubleOf(choice, others, frame, drawn));
		labels.push(...[clear ?? choices[0] ?? []].flat());
	}
	return { labels, complaints };
}

interface Unplaced {
	readonly words: Words;
	readonly path: readonly PropertyKey[];
}

const placed = ({ words, path }: Unplaced, x: number, y: number, anchor: Anchor): Label => ({
	path,
	words: { ...words, x, y, anchor },
});

/** Beside the ends of curves: from top to bottom each makes room for the one before, then from the bottom up. */
function labelsAtEnds(ends: readonly { readonly label: Unplaced; readonly end: Spot }[], { area }: Frame): Label[] {
	const sorted = [...ends].sort((a, b) => a.end[1] - b.end[1]);
	const ys: number[] = [];
	for (const { end } of sorted) ys.push(Math.max(end[1], (ys.at(-1) ?? Number.NEGATIVE_INFINITY) + PITCH));
	let floor = area.bottom;
	for (let at = ys.length - 1; at >= 0; at--) {
		floor = Math.min(ys[at] ?? floor, floor);
		ys[at] = floor;
		floor -= PITCH;
	}
	return sorted.map(({ label, end }, at) => placed(label, end[0] + GAP, (ys[at] ?? end[1]) + BASELINE, 'start'));
}

/** Where the label of a rule may stand, the best place first. */
function placesAlong(label: Unplaced, [x, y]: Spot, isUpright: boolean, { area }: Frame): Label[] {
	if (isUpright) {
		return [area.top + 11, area.bottom - 8].flatMap((height) => [
			placed(label, x + GAP, height, 'start'),
			placed(label, x - GAP, height, 'end'),
		]);
	}
	return [
		placed(label, area.right - 2, y - 5, 'end'),
		placed(label, area.right - 2, y + 13, 'end'),
		placed(label, area.left + GAP, y - 5, 'start'),
		placed(label, area.left + GAP, y + 13, 'start'),
		placed(label, (area.left + area.right) / 2, y - 5, 'middle'),
		placed(label, (area.left + area.right) / 2, y + 13, 'middle'),
	];
}

/** A place as it is written, in numbers. */
function spotOf([x, y]: readonly [unknown, unknown], { plot }: ReadPlot): readonly [number, number] | undefined {
	const [across, up] = [numberOf(x, plot.x.names), numberOf(y, plot.y.names)];
	return across === undefined || up === undefined ? undefined : [across, up];
}

/** Words that leave the picture, or meet other words, a line, a dot or a bar. */
function collisions(frame: Frame, labels: readonly Label[], drawn: readonly DrawnMark[]): Complaint[] {
	const all = [...frame.labels, ...labels];
	return all.flatMap((label, index) => {
		const trouble = troubleOf(label, all.slice(0, index), frame, index < frame.labels.length ? [] : drawn);
		if (!trouble) return [];
		return [
			{
				code: 'plot-label' as const,
				path: label.path,
				found: `“${plainText(label.words)}”, which ${trouble}`,
				expected: 'words that stand clear of each other and of what is drawn',
				mend: mendFor(label.path),
			},
		];
	});
}

/** What is wrong with the place of some words. */
function troubleOf(
	{ words }: Label,
	others: readonly Label[],
	frame: Frame,
	drawn: readonly DrawnMark[],
): string | undefined {
	const { left, right, top, bottom } = boxOf(words);
	const inner = { left: left + 1, right: right - 1, top: top + 1, bottom: bottom - 1 };
	if (left < -0.5 || right > frame.width + 0.5 || top < -0.5 || bottom > frame.height + 0.5)
		return 'leaves the picture';
	const other = others.find((one) => meet(inner, boxOf(one.words)));
	if (other) return `stands on “${plainText(other.words)}”`;
	if (drawn.some(({ solids }) => solids.some((solid) => meet(inner, solid)))) return 'stands on a dot or a bar';
	if (drawn.some(({ lines }) => lines.some((line) => crosses(line, inner)))) return 'is crossed by a line';
	return undefined;
}

function crosses(line: readonly Spot[], box: Box): boolean {
	return line.some((to, index) => {
		const from = line[index - 1];
		return from !== undefined && cut(from, to, box) !== undefined;
	});
}

function mendFor([owner, second, third]: readonly PropertyKey[]): string {
	if (owner === 'marks' && third === 'bars') return 'Leave out values, or raise to of the axis.';
	if (owner === 'marks')
		return 'Shorten it, or put it elsewhere by at: [x, y] (phoneAt for the phone alone) and align.';
	if (second === 'ticks') return 'Choose fewer ticks.';
	if (second === 'names') return 'Shorten the names, or give them to the other axis.';
	return 'Shorten it.';
}
