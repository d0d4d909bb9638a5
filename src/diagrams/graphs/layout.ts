/**
 * Lays out a graph: labels are measured first, and Graphviz places boxes that are as large as those need. Nothing that
 * Graphviz thinks of fonts or colors comes in.
 */
import type { Viz } from '@viz-js/viz';
import { graphviz, startGraphviz } from '../../concepts/graphviz.ts';
import { type LabelStyle, labelStyle, labelWidth } from '../../concepts/labels/measure.ts';

await startGraphviz();

export interface Point {
	readonly x: number;
	readonly y: number;
}

export interface TextLine extends Point {
	readonly text: string;
	readonly classes: readonly string[];
	/** As measured. */
	readonly width: number;
}

export type Shape = 'box' | 'ellipse' | 'circle' | 'diamond' | 'plain';

/** A node, or the frame of a cluster. */
export interface Box extends Point {
	readonly shape: Shape;
	readonly width: number;
	readonly height: number;
	readonly classes: readonly string[];
}

export interface Line {
	/** A start, and three points for each cubic curve after it. */
	readonly points: readonly Point[];
	/** Tips of its arrows: where each points to, and the end of the curve that it sits on. */
	readonly arrows: readonly { readonly tip: Point; readonly base: Point }[];
	readonly classes: readonly string[];
}

/** All in pixels, x to the right and y down; boxes by their upper left corner, lines of text by the middle of their baseline. */
export interface Layout {
	readonly width: number;
	readonly height: number;
	readonly frames: readonly Box[];
	readonly nodes: readonly Box[];
	readonly lines: readonly Line[];
	readonly texts: readonly TextLine[];
}

export type Direction = 'LR' | 'TB';

/** Graphviz's own reading of a graph, and its layout: what `json0` says, as far as it is used. */
interface GraphvizGraph {
	readonly directed: boolean;
	readonly rankdir?: string;
	readonly objects: readonly GraphvizObject[];
	readonly edges?: readonly GraphvizEdge[];
}

interface GraphvizObject {
	readonly name: string;
	readonly label?: string;
	readonly note?: string;
	readonly class?: string;
	readonly shape?: string;
	readonly rank?: string;
	readonly pos?: string;
	readonly bb?: string;
	readonly lp?: string;
	/** Only subgraphs have these, by position among all objects. */
	readonly nodes?: readonly number[];
	readonly subgraphs?: readonly number[];
}

interface GraphvizEdge {
	readonly tail: number;
	readonly head: number;
	readonly label?: string;
	readonly class?: string;
	readonly pos?: string;
	readonly lp?: string;
	readonly [setting: string]: unknown;
}

/** Distance of the baselines of a label, and space around it. */
const PITCH = 18;
const PADDING = { x: 10, y: 6 };
const EDGE_LABEL_PITCH = 16;
/** From the middle of a line to its baseline. */
const BASELINE = 4.5;
/** How far a line of text reaches above and below its baseline. */
const ASCENT = 12;
const DESCENT = 4;
/** Room for the outline of what stands at the border. */
const BORDER = 1;
/** Lengths are inches to Graphviz, 72 of what we call a pixel. */
const INCH = 72;
/** Between a node and the ends of its edges: Graphviz is told that nodes are larger by it. */
const GAP = 4;

/** Settings of an edge that are Graphviz's to follow. */
const followed = ['dir', 'constraint', 'weight', 'minlen', 'headport', 'tailport'];

interface Label {
	readonly lines: readonly { readonly text: string; readonly classes: readonly string[]; readonly style: LabelStyle }[];
	readonly pitch: number;
	readonly width: number;
	readonly height: number;
}

/** The direction that a graph is written in, from top to bottom if it says nothing. */
export function directionOf(source: string): Direction {
	return read(source).rankdir === 'LR' ? 'LR' : 'TB';
}

/** @throws Error with Graphviz's words when it does not parse. */
export function layOut(source: string, direction: Direction): Layout {
	const written = read(source);
	const labels = written.objects.map((object) => labelOf(object));
	const edgeLabels = (written.edges ?? []).map((edge) => labelLike(edge.label, edge.class));
	const placed = run<GraphvizGraph>(request(written, labels, edgeLabels, direction), 'json0');
	return assemble(written, placed, labels, edgeLabels);
}

function run<T>(graph: Parameters<Viz['render']>[0], format: 'dot_json' | 'json0'): T {
	const { status, output, errors } = graphviz().render(graph, { format, yInvert: true });
	if (status === 'failure') throw new Error(errors.map(({ message }) => message).join(' ') || 'there is no graph');
	return JSON.parse(output) as T;
}

function read(source: string): GraphvizGraph {
	return run<GraphvizGraph>(source, 'dot_json');
}

const isSubgraph = (object: GraphvizObject): boolean => 'nodes' in object || 'subgraphs' in object;
const isCluster = (object: GraphvizObject): boolean => isSubgraph(object) && object.name.startsWith('cluster');
const wordsOf = (written: string | undefined): string[] => written?.split(/\s+/).filter(Boolean) ?? [];
const textClasses = (words: readonly string[]): string[] => words.filter((word) => word.startsWith('t-'));
const linesOf = (text: string): string[] => text.split(/\\[nlr]|\n/).filter((line) => line.trim());

function labelOf(object: GraphvizObject): Label {
	if (isSubgraph(object)) return labelLike(isCluster(object) ? object.label : '', object.class);
	const classes = textClasses(wordsOf(object.class));
	const label = (object.label ?? '\\N').replaceAll('\\N', object.name);
	return sized(
		[
			...linesOf(label).map((text) => ({ text, classes })),
			...linesOf(object.note ?? '').map((text) => ({ text, classes: ['t-muted'] })),
		],
		PITCH,
	);
}

/** The label of an edge or a cluster: small and muted, if its classes say nothing else. */
function labelLike(label: string | undefined, written: string | undefined): Label {
	const own = textClasses(wordsOf(written));
	const classes = own.length > 0 ? own : ['t-small', 't-muted'];
	return sized(
		linesOf(label ?? '').map((text) => ({ text, classes })),
		EDGE_LABEL_PITCH,
	);
}

function sized(lines: readonly Omit<Label['lines'][number], 'style'>[], pitch: number): Label {
	const styled = lines.map((line) => ({ ...line, style: labelStyle(line.classes) }));
	const width = Math.max(0, ...styled.map(({ text, style }) => labelWidth(text, style)));
	return { lines: styled, pitch, width, height: styled.length * pitch };
}

/** Room that a node takes around its label; even, so that halves are whole pixels. */
function roomOf({ width, height }: Label, shape: string | undefined): { width: number; height: number } {
	const even = (length: number) => 2 * Math.ceil(length / 2);
	const inner = { width: width + 2 * PADDING.x, height: Math.max(PITCH, height) + 2 * PADDING.y };
	// A label fits into an ellipse that is √2 times as large, and into a diamond twice as large.
	const factor = shape === 'ellipse' ? Math.SQRT2 : shape === 'diamond' ? 2 : 1;
	if (shape === 'circle') {
		const diameter = even(Math.hypot(width, height) + PADDING.y);
		return { width: diameter, height: diameter };
	}
	if (factor > 1) return { width: even(factor * width + PADDING.x), height: even(factor * height + PADDING.y) };
	return { width: even(inner.width), height: even(inner.height) };
}

/** The graph as Graphviz is to lay it out: the author's structure, and boxes of fixed sizes. */
function request(
	written: GraphvizGraph,
	labels: readonly Label[],
	edgeLabels: readonly Label[],
	direction: Direction,
): Parameters<Viz['render']>[0] {
	const name = (index: number) => `n${index}`;
	const subgraphOf = (index: number): Subgraph => {
		const object = written.objects[index];
		const label = labels[index];
		return {
			name: object && isCluster(object) ? `cluster_${index}` : `s${index}`,
			graphAttributes: {
				margin: 8,
				labeljust: 'l',
				...(object?.rank ? { rank: object.rank } : {}),
				...(label ? { label: boxOf(label) } : {}),
			},
			nodes: (object?.nodes ?? []).map((node) => ({ name: name(node) })),
			subgraphs: (object?.subgraphs ?? []).map(subgraphOf),
		};
	};
	const inner = new Set(written.objects.flatMap(({ subgraphs = [] }) => subgraphs));
	const all = written.objects.map((object, index) => ({ object, index }));
	return {
		directed: written.directed,
		graphAttributes: { rankdir: direction, nodesep: 8 / INCH, ranksep: 28 / INCH },
		edgeAttributes: { arrowsize: 0.5 },
		nodes: all
			.filter(({ object }) => !isSubgraph(object))
			.map(({ object, index }) => {
				const label = labels[index] ?? sized([], PITCH);
				const { width, height } = roomOf(label, object.shape);
				const outline = object.shape === 'plain' ? 'box' : (object.shape ?? 'box');
				return {
					name: name(index),
					attributes: {
						shape: outline,
						label: '',
						fixedsize: true,
						width: (width + 2 * GAP) / INCH,
						height: (height + 2 * GAP) / INCH,
					},
				};
			}),
		edges: (written.edges ?? []).map((edge, index) => {
			const label = edgeLabels[index];
			// Sides of a node, as in `a:e`, are those of the direction in which the author drew.
			const kept = followed.filter(
				(setting) => edge[setting] && (!setting.endsWith('port') || direction === (written.rankdir ?? 'TB')),
			);
			return {
				tail: name(edge.tail),
				head: name(edge.head),
				attributes: {
					...Object.fromEntries(kept.map((setting) => [setting, String(edge[setting])])),
					...(label && label.lines.length > 0 ? { label: boxOf(label) } : {}),
				},
			};
		}),
		subgraphs: all
			.filter(({ object, index }) => isSubgraph(object) && !inner.has(index))
			.map(({ index }) => subgraphOf(index)),
	};
}

interface Subgraph {
	readonly name: string;
	readonly graphAttributes: Record<string, string | number | { html: string }>;
	readonly nodes: { name: string }[];
	readonly subgraphs: Subgraph[];
}

/** An empty table as large as a label: its place is kept, and it is measured by us. */
function boxOf(label: Label): string | { html: string } {
	if (label.lines.length === 0) return '';
	const size = `WIDTH="${Math.ceil(label.width) + 8}" HEIGHT="${label.height + 4}"`;
	return {
		html: `<TABLE FIXEDSIZE="TRUE" ${size} BORDER="0" CELLBORDER="0" CELLSPACING="0"><TR><TD></TD></TR></TABLE>`,
	};
}

/** `x,y` */
function pointOf(written: string): Point {
	const [x = 0, y = 0] = written.split(',').map(Number);
	return { x, y };
}

function assemble(
	written: GraphvizGraph,
	placed: GraphvizGraph,
	labels: readonly Label[],
	edgeLabels: readonly Label[],
): Layout {
	const frames: Box[] = [];
	const nodes: Box[] = [];
	const texts: TextLine[] = [];
	const write = (label: Label, middle: Point): void => {
		for (const [index, { text, classes, style }] of label.lines.entries()) {
			const y = middle.y + (index - (label.lines.length - 1) / 2) * label.pitch + BASELINE;
			texts.push({ text, classes, x: middle.x, y, width: labelWidth(text, style) });
		}
	};
	const byName = new Map(placed.objects.map((object) => [object.name, object]));
	for (const [index, object] of written.objects.entries()) {
		const label = labels[index] ?? sized([], PITCH);
		const classes = wordsOf(object.class);
		if (isCluster(object)) {
			const { bb, lp } = byName.get(`cluster_${index}`) ?? {};
			const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = (bb ?? '').split(',').map(Number);
			const corner = pointOf(`${Math.min(x1, x2)},${Math.min(y1, y2)}`);
			frames.push({ ...corner, shape: 'box', width: Math.abs(x2 - x1), height: Math.abs(y2 - y1), classes });
			if (lp) write(label, pointOf(lp));
		} else if (!isSubgraph(object)) {
			const middle = pointOf(byName.get(`n${index}`)?.pos ?? '');
			const { width, height } = roomOf(label, object.shape);
			const shape = (object.shape ?? 'box') as Shape;
			nodes.push({ x: middle.x - width / 2, y: middle.y - height / 2, shape, width, height, classes });
			write(label, middle);
		}
	}
	const lines = (placed.edges ?? []).map((edge, index) => {
		if (edge.lp) write(edgeLabels[index] ?? sized([], PITCH), pointOf(edge.lp));
		return lineOf(edge.pos ?? '', wordsOf(written.edges?.[index]?.class));
	});
	return cropped({ frames, nodes, lines, texts });
}

/** Moves what is placed to the origin, and says how large it is. */
function cropped({ frames, nodes, lines, texts }: Omit<Layout, 'width' | 'height'>): Layout {
	const corners = [
		...[...frames, ...nodes].flatMap(({ x, y, width, height }) => [
			{ x, y },
			{ x: x + width, y: y + height },
		]),
		...lines.flatMap(({ points, arrows }) => [...points, ...arrows.map(({ tip }) => tip)]),
		...texts.flatMap(({ x, y, width }) => [
			{ x: x - width / 2, y: y - ASCENT },
			{ x: x + width / 2, y: y + DESCENT },
		]),
	];
	const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
	const [left, top] = [Math.floor(Math.min(...xs)) - BORDER, Math.floor(Math.min(...ys)) - BORDER];
	const moved = ({ x, y }: Point): Point => ({ x: x - left, y: y - top });
	return {
		width: Math.ceil(Math.max(...xs)) + BORDER - left,
		height: Math.ceil(Math.max(...ys)) + BORDER - top,
		frames: frames.map((frame) => ({ ...frame, ...moved(frame) })),
		nodes: nodes.map((node) => ({ ...node, ...moved(node) })),
		lines: lines.map(({ points, arrows, classes }) => ({
			points: points.map(moved),
			arrows: arrows.map(({ tip, base }) => ({ tip: moved(tip), base: moved(base) })),
			classes,
		})),
		texts: texts.map((text) => ({ ...text, ...moved(text) })),
	};
}

/** Reads `e,x,y s,x,y x,y …`: the tips of arrows at end and start, then the points of the curve. */
function lineOf(pos: string, classes: readonly string[]): Line {
	const parts = pos.split(' ');
	const points = parts.filter((part) => /^[-\d]/.test(part)).map(pointOf);
	const [first, last] = [points[0], points.at(-1)];
	const arrows = parts.flatMap((part) => {
		const base = part.startsWith('e') ? last : part.startsWith('s') ? first : undefined;
		return base ? [{ tip: pointOf(part.slice(2)), base }] : [];
	});
	return { points, arrows, classes };
}
