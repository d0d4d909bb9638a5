/** The graph of prerequisites: each slug with the slugs that come before it. */

export type Graph = ReadonlyMap<string, readonly string[]>;

/**
 * Finds cycles: each a list of slugs in which every one needs the next, and the last needs the first. Empty exactly when
 * the graph has an order in which everything comes after what it needs. A cycle is told once, from its alphabetically
 * first slug; where cycles share slugs, mending the told ones may bring others to light.
 */
export function findCycles(graph: Graph): string[][] {
	const done = new Set<string>();
	const path: string[] = [];
	const cycles: string[][] = [];
	const follow = (slug: string): void => {
		const start = path.indexOf(slug);
		if (start >= 0) cycles.push(fromFirst(path.slice(start)));
		if (start >= 0 || done.has(slug)) return;
		path.push(slug);
		for (const needed of graph.get(slug) ?? []) follow(needed);
		path.pop();
		done.add(slug);
	};
	for (const slug of graph.keys()) follow(slug);
	return cycles;
}

/** The graph the other way round: for each slug that is needed, those that need it, in the order of the graph. */
export function opensOf(graph: Graph): ReadonlyMap<string, readonly string[]> {
	const opens = new Map<string, string[]>();
	for (const [slug, needs] of graph) {
		for (const needed of new Set(needs)) {
			const known = opens.get(needed);
			if (known) known.push(slug);
			else opens.set(needed, [slug]);
		}
	}
	return opens;
}

/** The same cycle, begun at its alphabetically first slug. */
function fromFirst(cycle: readonly string[]): string[] {
	const first = cycle.reduce((best, slug, index) => (slug < (cycle[best] ?? '') ? index : best), 0);
	return [...cycle.slice(first), ...cycle.slice(0, first)];
}
