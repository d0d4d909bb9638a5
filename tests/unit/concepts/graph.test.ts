import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCycles, type Graph, opensOf } from '../../../src/concepts/graph.ts';

const graph = (edges: Record<string, string[]>): Graph => new Map(Object.entries(edges));

/** Any graph over a few slugs, also with prerequisites that are no concepts. */
const anyGraph = fc
	.array(fc.array(fc.nat(9), { maxLength: 4 }), { maxLength: 8 })
	.map((needs): Graph => new Map(needs.map((list, slug) => [`s${slug}`, list.map((needed) => `s${needed}`)])));

/** Slugs that can be read in some order, each after all it needs. */
function readable(needs: Graph): Set<string> {
	const read = new Set<string>();
	for (let before = -1; before !== read.size; ) {
		before = read.size;
		for (const [slug, list] of needs)
			if (list.every((needed) => read.has(needed) || !needs.has(needed))) read.add(slug);
	}
	return read;
}

describe('findCycles', () => {
	it('names a cycle in order, from its alphabetically first slug', () => {
		expect(findCycles(graph({ pca: ['lora'], lora: ['rag'], rag: ['pca'] }))).toEqual([['lora', 'rag', 'pca']]);
	});

	it('finds a concept that needs itself', () => {
		expect(findCycles(graph({ a: ['a'] }))).toEqual([['a']]);
	});

	it('takes two ways to the same concept for no cycle', () => {
		expect(findCycles(graph({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }))).toEqual([]);
	});

	it('tells each of several cycles once', () => {
		expect(findCycles(graph({ a: ['b'], b: ['a'], c: ['d', 'a'], d: ['c'] }))).toEqual([
			['a', 'b'],
			['c', 'd'],
		]);
	});

	it('finds none exactly when everything can be read in some order', () => {
		fc.assert(
			fc.property(anyGraph, (needs) => {
				expect(findCycles(needs).length === 0).toBe(readable(needs).size === needs.size);
			}),
		);
	});

	it('tells only cycles that are there', () => {
		fc.assert(
			fc.property(anyGraph, (needs) => {
				for (const cycle of findCycles(needs)) {
					for (const [at, slug] of cycle.entries()) {
						expect(needs.get(slug)).toContain(cycle[(at + 1) % cycle.length]);
					}
				}
			}),
		);
	});
});

describe('opensOf', () => {
	it('turns the graph round, in its order, each once', () => {
		const opens = opensOf(graph({ b: ['a', 'x', 'a'], a: [], c: ['b', 'a'] }));
		expect([...opens]).toEqual([
			['a', ['b', 'c']],
			['x', ['b']],
			['b', ['c']],
		]);
	});

	it('has exactly the edges of the graph', () => {
		fc.assert(
			fc.property(anyGraph, (needs) => {
				const opens = opensOf(needs);
				for (const [slug, list] of needs) for (const needed of list) expect(opens.get(needed)).toContain(slug);
				for (const [needed, list] of opens) for (const slug of list) expect(needs.get(slug)).toContain(needed);
			}),
		);
	});
});
