/** A diagram that is drawn from numbers, as SVG: for the page, and for phones. */

import type { Spot } from '../../concepts/plots/geometry.ts';
import { layOutPlot, type PlotLayout } from '../../concepts/plots/layout.ts';
import { DOT, type Dots, type Lines } from '../../concepts/plots/picture.ts';
import type { Outputs } from '../../concepts/plots/reading.ts';
import type { PlacedWords } from '../../concepts/plots/words.ts';
import type { Plot } from '../../concepts/schema/plot.ts';

export interface PlotDrawing {
	readonly svg: string;
	readonly width: number;
}

/** @throws Error with the first thing that is wrong with its numbers. */
export function drawPlot(plot: Plot, outputs: Outputs): { readonly drawing: PlotDrawing; readonly phone: PlotDrawing } {
	const [page, phone] = [layOutPlot(plot, outputs, 'page'), layOutPlot(plot, outputs, 'phone')];
	const wrong = page.complaints.find(({ code }) => code === 'plot-data');
	if (wrong) throw new Error(`found ${wrong.found}, expected ${wrong.expected}`);
	return { drawing: drawn(page), phone: drawn(phone) };
}

function drawn({ width, height, marks, texts }: PlotLayout): PlotDrawing {
	const svg = [
		`<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true">`,
		...marks.map(path),
		...texts.map(text),
		'</svg>',
	].join('');
	return { svg, width };
}

const tenths = (value: number): number => Math.round(10 * value) / 10;
/** Numbers with no more between them than must stand there. */
const numbers = (...values: number[]): string => values.map(tenths).map(String).join(' ').replaceAll(' -', '-');

function path(mark: Lines | Dots): string {
	const d =
		'dots' in mark
			? mark.dots.map(([x, y]) => `M${numbers(x, y - DOT)}a${DOT} ${DOT} 0 1 0 .1 0z`).join('')
			: mark.lines.map((line) => `${stroke(line)}${mark.isClosed ? 'z' : ''}`).join('');
	return d && `<path class="${mark.classes}" d="${d}"/>`;
}

/** A line in relative steps, which cost the page least. */
function stroke(line: readonly Spot[]): string {
	let d = '';
	let [fromX, fromY] = [0, 0];
	let last = '';
	for (const [x, y] of line) {
		const [dx, dy] = [tenths(tenths(x) - fromX), tenths(tenths(y) - fromY)];
		[fromX, fromY] = [tenths(x), tenths(y)];
		const command = d === '' ? 'M' : dy === 0 ? 'h' : dx === 0 ? 'v' : 'l';
		const step = command === 'h' ? numbers(dx) : command === 'v' ? numbers(dy) : numbers(dx, dy);
		// Further steps of a kind need no letter.
		if (command !== last) d += command + step;
		else d += step.startsWith('-') ? step : ` ${step}`;
		last = command;
	}
	return d;
}

function text({ runs, classes, x, y, anchor }: PlacedWords): string {
	const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
	const words = runs.map(({ text, isMath }) =>
		isMath ? `<tspan class="t-math">${escaped(text)}</tspan>` : escaped(text),
	);
	const attributes = [
		...(classes.length > 0 ? [`class="${classes.join(' ')}"`] : []),
		`x="${tenths(x)}" y="${tenths(y)}"`,
		...(anchor === 'start' ? [] : [`text-anchor="${anchor}"`]),
	];
	return `<text ${attributes.join(' ')}>${words.join('')}</text>`;
}
