/** A diagram that is written as a graph, drawn: in its own direction, and for phones in the one that fits them. */
import { draw } from './draw.ts';
import { type Direction, directionOf, type Layout, layOut } from './layout.ts';

/** Width of a phone's column. */
const COLUMN = 340;

export interface GraphDrawing {
	readonly svg: string;
	readonly width: number;
}

export interface GraphDrawings {
	readonly drawing: GraphDrawing;
	/** The other direction, where only that fits into a phone's column. */
	readonly phone: GraphDrawing | undefined;
}

/** @throws Error with Graphviz's words when the source does not parse. */
export function drawGraph(source: string): GraphDrawings {
	const direction = directionOf(source);
	const other: Direction = direction === 'LR' ? 'TB' : 'LR';
	const written = layOut(source, direction);
	const turned = written.width > COLUMN ? layOut(source, other) : undefined;
	return {
		drawing: drawingOf(written),
		phone: turned && turned.width <= COLUMN ? drawingOf(turned) : undefined,
	};
}

function drawingOf(layout: Layout): GraphDrawing {
	return { svg: draw(layout), width: layout.width };
}
