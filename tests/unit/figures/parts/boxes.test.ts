import { type ComponentChildren, h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { ends, Graph, Row } from '../../../../src/figures/parts/boxes.tsx';

const drawn = (marks: ComponentChildren): string => render(h('svg', {}, marks));
/** Corners and borders of the boxes. */
const rectangles = (svg: string): string[] => svg.match(/<rect[^>]*>/g) ?? [];

describe('a row', () => {
	const boxes = [{ lines: ['a'] }, { lines: ['b', 'note'], class: 'hair dash' }, { lines: ['c'] }];
	const svg = drawn(h(Row, { boxes, size: [40, 20], gap: 4, current: 1 }));

	it('sets boxes side by side, the first at the origin', () => {
		expect(svg.match(/translate\([^)]*\)/g)).toEqual(['translate(20 10)', 'translate(64 10)', 'translate(108 10)']);
	});
	it('marks the current box by more than color, and leaves the others as they are', () => {
		expect(rectangles(svg).map((one) => /class="([^"]*)"/.exec(one)?.[1])).toEqual([
			'f-paper edge',
			'f-mark-12 mark',
			'f-paper edge',
		]);
		expect(svg.match(/t-strong/g)).toHaveLength(1);
		expect(drawn(h(Row, { boxes, size: [40, 20], gap: 4 }))).toContain('class="f-paper hair dash"');
	});
	it('sets lines around the middle', () => {
		const [one = 0, two = 0] = [...svg.matchAll(/y="([-\d.]+)" text-anchor/g)].slice(1, 3).map(([, y]) => Number(y));
		expect(two - one).toBe(17);
		// Half of a digit's height beneath the middle.
		expect((one + two) / 2).toBe(4.5);
	});
});

describe('an edge', () => {
	it.each([
		['across', [0, 0], [100, 0], [20, 0], [80, 0]],
		['down', [0, 0], [0, 100], [0, 10], [0, 90]],
		['back', [100, 0], [0, 0], [80, 0], [20, 0]],
		['slanted, through the side', [0, 0], [100, 20], [20, 4], [80, 16]],
		['slanted, through top and bottom', [0, 0], [20, 100], [2, 10], [18, 90]],
		['between boxes that overlap', [0, 0], [10, 0], [5, 0], [5, 0]],
	] as const)('%s runs from border to border', (_, from, to, start, end) => {
		expect(ends(from, to, [40, 20]).map((point) => point.map((value) => value + 0))).toEqual([start, end]);
	});
});

describe('a graph', () => {
	const nodes = { a: { lines: ['a'], at: [20, 20] }, b: { lines: ['b'], at: [20, 120] } } as const;
	const graph = (edge: object): string =>
		drawn(h(Graph<'a' | 'b'>, { nodes, edges: [{ from: 'a', to: 'b', ...edge }], size: [40, 20], current: 'b' }));

	it('ends each edge with a head at the box that it leads to', () => {
		expect(graph({})).toContain('class="edge" transform="translate(20 110) rotate(90)" d="M-80 0H0m-5-4l5 4-5 4"');
	});
	it('sets a value on the edge, above its middle unless told', () => {
		expect(graph({ text: '−6', class: 'mark' })).toMatch(/x="20" y="64" text-anchor="middle">−6</);
		expect(graph({ text: '−6', textAt: [6, 4] })).toMatch(/x="26" y="74">−6</);
	});
	it('marks its current node', () => {
		expect(rectangles(graph({})).map((one) => one.includes('f-mark-12 mark'))).toEqual([false, true]);
	});
});
