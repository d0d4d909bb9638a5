/** Diagrams that are written as graphs: as they are drawn, no label leaves its place or meets anything else. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
	directionOf,
	type Layout,
	type Line,
	layOut,
	type Point,
	type TextLine,
} from '../../src/diagrams/graphs/layout.ts';
import { published } from '../published.ts';

const graphs = globSync([
	...published.map((slug) => `content/concepts/${slug}/diagrams/*.dot`),
	'tests/build/fixtures/valid/content/concepts/*/diagrams/*.dot',
]);

interface Edges {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

/** What a line of text covers, in capitals and digits. */
const edgesOf = ({ x, y, width }: TextLine): Edges => ({
	left: x - width / 2,
	right: x + width / 2,
	top: y - 9,
	bottom: y + 1,
});
const meet = (a: Edges, b: Edges) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Points along a line's curves. */
function along({ points }: Line): Point[] {
	const found: Point[] = [];
	for (let at = 0; at + 3 < points.length; at += 3) {
		const [a, b, c, d] = points.slice(at, at + 4) as [Point, Point, Point, Point];
		for (let step = 0; step <= 20; step++) {
			const t = step / 20;
			const [wa, wb, wc, wd] = [(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t ** 2, t ** 3];
			found.push({ x: wa * a.x + wb * b.x + wc * c.x + wd * d.x, y: wa * a.y + wb * b.y + wc * c.y + wd * d.y });
		}
	}
	return found;
}

function troubles({ width, height, nodes, lines, texts }: Layout): string[] {
	const found: string[] = [];
	for (const [index, text] of texts.entries()) {
		const box = edgesOf(text);
		if (box.left < 0 || box.right > width || box.top < 0 || box.bottom > height) found.push(`${text.text} is cut`);
		for (const other of texts.slice(index + 1)) {
			if (meet(box, edgesOf(other))) found.push(`${text.text} meets ${other.text}`);
		}
		for (const node of nodes) {
			const around = { left: node.x, right: node.x + node.width, top: node.y, bottom: node.y + node.height };
			const isWithin =
				box.left > around.left && box.right < around.right && box.top > around.top && box.bottom < around.bottom;
			if (meet(box, around) && !isWithin) found.push(`${text.text} crosses the outline of a node`);
		}
		for (const { x, y } of lines.flatMap(along)) {
			if (meet(box, { left: x, right: x, top: y, bottom: y }))
				found.push(`${text.text} is crossed by a line at ${x}, ${y}`);
		}
	}
	return found;
}

it('there are some', () => {
	expect(graphs.length).toBeGreaterThan(0);
});

describe.each(graphs)('%s', (path) => {
	it('sets every label clear of all else, in each direction that is drawn', async () => {
		const source = readFileSync(path, 'utf8');
		const written = directionOf(source);
		const layout = layOut(source, written);
		expect(troubles(layout)).toEqual([]);
		const turned = layOut(source, written === 'LR' ? 'TB' : 'LR');
		if (layout.width > 340 && turned.width <= 340) expect(troubles(turned)).toEqual([]);
	});
});

it('finds labels that meet, so that silence means something', async () => {
	const source = 'digraph { a [label="a long label"] }';
	const layout = layOut(source, 'TB');
	const [text] = layout.texts as [TextLine];
	const at = { x: text.x, y: text.y - 4 };
	const line: Line = { points: [at, at, at, at], arrows: [], classes: [] };
	expect(troubles({ ...layout, texts: [text, { ...text, x: text.x + 30 }] }).length).toBeGreaterThan(1);
	expect(troubles({ ...layout, lines: [line] }).length).toBeGreaterThan(0);
	expect(troubles({ ...layout, width: 10 })).toEqual(['a long label is cut']);
});
