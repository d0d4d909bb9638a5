/** Draws a layout as SVG: whole pixels, the classes of the diagram vocabulary, one element for all that looks alike. */
import type { Box, Layout, Line, Point, TextLine } from './layout.ts';

/** How far an arrow's head reaches, and half of its width. */
const HEAD = { length: 7, half: 4 };

export function draw({ width, height, frames, nodes, lines, texts }: Layout): string {
	const drawn = [
		...grouped(frames, (frame) => looksOf(frame, 'hair'), outline),
		...grouped(lines, (line) => strokeOf(line.classes, 'line'), curve),
		...grouped(lines, headClass, (line) => line.arrows.map(head).join('')),
		...grouped(nodes, (node) => looksOf(node, 'edge', 'f-wash'), outline),
	];
	const paths = drawn.map(([classes, d]) => `<path class="${classes}" d="${d}"/>`);
	const labels = grouped(texts, ({ classes }) => classes.join(' '), span).map(
		([classes, spans]) => `<text${classes && ` class="${classes}"`} text-anchor="middle">${spans}</text>`,
	);
	return [
		`<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true">`,
		...paths,
		...labels,
		'</svg>',
	].join('');
}

/** What each group draws, by class, in the order in which classes come up; what draws nothing is left out. */
function grouped<T>(items: readonly T[], classOf: (item: T) => string, drawOne: (item: T) => string) {
	const groups = new Map<string, string>();
	for (const item of items) {
		const drawn = drawOne(item);
		if (drawn) groups.set(classOf(item), (groups.get(classOf(item)) ?? '') + drawn);
	}
	return [...groups];
}

const strokes = ['line', 'hair', 'edge', 'mark'];

/** The stroke among the classes, or the usual one, dashed where they say so. */
function strokeOf(classes: readonly string[], usual: string): string {
	const stroke = classes.find((name) => strokes.includes(name)) ?? usual;
	return classes.includes('dash') ? `${stroke} dash` : stroke;
}

function looksOf({ classes, shape }: Box, stroke: string, fill?: string): string {
	const chosen = classes.find((name) => name.startsWith('f-')) ?? (shape === 'plain' ? undefined : fill);
	return [...(chosen ? [chosen] : []), strokeOf(classes, stroke)].join(' ');
}

/** An arrow's head is filled in the color of its line. */
function headClass({ classes }: Line): string {
	const fills: Record<string, string> = { line: 'f-ink', hair: 'f-rule', edge: 'f-edge', mark: 'f-mark' };
	return fills[strokeOf(classes, 'line').split(' ')[0] ?? 'line'] ?? 'f-ink';
}

/** `M1 2`, with no more than must stand between numbers. */
function command(letter: string, ...numbers: number[]): string {
	return letter + numbers.map(Math.round).map(String).join(' ').replaceAll(' -', '-');
}

function outline({ shape, x, y, width, height }: Box): string {
	if (shape === 'plain') return '';
	const [w, h] = [width / 2, height / 2];
	if (shape === 'box')
		return `${command('M', x, y)}${command('h', width)}${command('v', height)}${command('h', -width)}z`;
	if (shape === 'diamond') return `${command('M', x, y + h)}${command('l', w, -h, w, h, -w, h)}z`;
	return `${command('M', x, y + h)}${command('a', w, h, 0, 1, 1, width, 0)}${command('a', w, h, 0, 1, 1, -width, 0)}z`;
}

/** The path of a line. Curves that are straight to the pixel are drawn as straight lines. */
export function curve({ points }: Line): string {
	const [start, ...rest] = points;
	const end = rest.at(-1);
	if (!start || !end) return '';
	const from = command('M', start.x, start.y);
	if (rest.every((point) => Math.abs(point.y - start.y) < 1)) return `${from}${command('H', end.x)}`;
	if (rest.every((point) => Math.abs(point.x - start.x) < 1)) return `${from}${command('V', end.y)}`;
	if (rest.every((point) => distanceToLine(point, start, end) < 0.75)) return `${from}${command('L', end.x, end.y)}`;
	return `${from}${command('C', ...rest.flatMap(({ x, y }) => [x, y]))}`;
}

function distanceToLine(point: Point, from: Point, to: Point): number {
	const [dx, dy] = [to.x - from.x, to.y - from.y];
	return Math.abs(dy * (point.x - from.x) - dx * (point.y - from.y)) / (Math.hypot(dx, dy) || 1);
}

/** The path of an arrow's head. */
export function head({ tip, base }: Line['arrows'][number]): string {
	const length = Math.hypot(tip.x - base.x, tip.y - base.y) || 1;
	const [ux, uy] = [(tip.x - base.x) / length, (tip.y - base.y) / length];
	const back = { x: -ux * HEAD.length, y: -uy * HEAD.length };
	const side = { x: -uy * HEAD.half, y: ux * HEAD.half };
	const left = { x: Math.round(back.x + side.x), y: Math.round(back.y + side.y) };
	const right = { x: Math.round(back.x - side.x), y: Math.round(back.y - side.y) };
	return `${command('M', tip.x, tip.y)}${command('l', left.x, left.y, right.x - left.x, right.y - left.y)}z`;
}

function span({ text, x, y }: TextLine): string {
	const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
	return `<tspan x="${Math.round(x)}" y="${Math.round(y)}">${escaped}</tspan>`;
}
