import { expect, it } from 'vitest';
import { directionOf, type Layout, layOut, type TextLine } from '../../../../src/diagrams/graphs/layout.ts';

const loop = `digraph {
	title="t" desc="d" rankdir=LR
	node [class="t-strong"]
	count [label="count all pairs of a corpus" note="within pieces"]
	pick [label="pick\\none" shape=diamond]
	round [shape=circle label="a word"] oval [shape=ellipse label="some words"]
	count -> pick [label="a label of an edge"] pick -> round -> oval [dir=both]
	subgraph cluster_a { label="a frame" round oval }
}`;

/** The node that a line of text stands in. */
const nodeAround = ({ nodes }: Layout, { x, y }: TextLine) =>
	nodes.find((node) => Math.abs(node.x + node.width / 2 - x) < 1 && y > node.y && y < node.y + node.height);

it('makes every node as large as its label needs', async () => {
	const layout = layOut(loop, 'LR');
	const inNodes = layout.texts.filter(({ text }) => !/frame|edge/.test(text));
	expect(inNodes).toHaveLength(6);
	for (const line of inNodes) {
		const node = nodeAround(layout, line);
		expect(node, line.text).toBeDefined();
		expect(node?.width).toBeGreaterThan(line.width + 8);
	}
	// Corners of the label stay within a circle.
	const circle = layout.nodes.find(({ shape }) => shape === 'circle');
	expect(circle?.width).toBe(circle?.height);
	const word = layout.texts.find(({ text }) => text === 'a word');
	expect(Math.hypot(word?.width ?? 0, 13)).toBeLessThan(circle?.width ?? 0);
});

it('lays out in either direction, and knows which one is written', async () => {
	expect(directionOf(loop)).toBe('LR');
	expect(directionOf('graph { a }')).toBe('TB');
	const [across, down] = [layOut(loop, 'LR'), layOut(loop, 'TB')];
	expect(across.width).toBeGreaterThan(across.height);
	expect(down.height).toBeGreaterThan(down.width);
});

it('keeps everything inside', async () => {
	for (const direction of ['LR', 'TB'] as const) {
		const { width, height, nodes, frames, texts, lines } = layOut(loop, direction);
		for (const box of [...nodes, ...frames]) {
			expect(box.x).toBeGreaterThanOrEqual(0);
			expect(box.y).toBeGreaterThanOrEqual(0);
			expect(box.x + box.width).toBeLessThanOrEqual(width);
			expect(box.y + box.height).toBeLessThanOrEqual(height);
		}
		for (const text of texts) {
			expect(text.x - text.width / 2).toBeGreaterThanOrEqual(0);
			expect(text.x + text.width / 2).toBeLessThanOrEqual(width);
		}
		expect(lines.map(({ arrows }) => arrows.length)).toEqual([1, 2, 2]);
	}
});

it('names a node without a label by its name', async () => {
	expect(layOut('graph { corpus -- list }', 'TB').texts.map(({ text }) => text)).toEqual(['corpus', 'list']);
});

it('says what Graphviz says of a graph that does not parse', async () => {
	expect(() => layOut('digraph { a -> }', 'TB')).toThrow('syntax error in line 1');
});
