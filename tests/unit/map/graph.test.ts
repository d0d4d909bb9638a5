/** The map as a graph: labels that are broken between words, and edges between what is on it. */
import { expect, it } from 'vitest';
import { layOut } from '../../../src/diagrams/graphs/layout.ts';
import { graphOf, labelLines } from '../../../src/map/graph.ts';

it.each([
	['RLHF', ['RLHF']],
	['Gradient Boosting & XGBoost', ['Gradient Boosting', '& XGBoost']],
	['Retrieval-Augmented Generation', ['Retrieval-Augmented', 'Generation']],
])('breaks %s between words', (name, lines) => {
	expect(labelLines(name)).toEqual(lines);
});

it('lays out each concept once, those that are needed to the left of what they open', () => {
	const concepts = [
		{ slug: 'b', name: 'Hash "Tables"', needs: ['a'] },
		{ slug: 'a', name: 'Complexity', needs: ['not-on-the-map'] },
		{ slug: 'c', name: 'Caching', needs: ['b', 'a'] },
	];
	const { nodes, lines } = layOut(graphOf(concepts), 'LR');
	expect(nodes).toHaveLength(3);
	expect(lines).toHaveLength(3);
	const [b, a, c] = nodes.map(({ x }) => x);
	expect(a).toBeLessThan(b ?? 0);
	expect(b).toBeLessThan(c ?? 0);
});
