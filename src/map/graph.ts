/** The map as a graph in DOT, and its labels broken into lines. Pure. */

/** Letters that a line of a label holds, unless one word has more. */
const LINE = 17;

/** A name in lines of about equal use: words are never broken. */
export function labelLines(name: string): string[] {
	const lines: string[] = [];
	for (const word of name.split(' ')) {
		const last = lines.at(-1);
		if (last !== undefined && `${last} ${word}`.length <= LINE) lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(word);
	}
	return lines;
}

interface Node {
	readonly slug: string;
	readonly name: string;
	readonly needs: readonly string[];
}

/** Nodes in the order given; an edge from each concept to those that need it, where both are among them. */
export function graphOf(concepts: readonly Node[]): string {
	const known = new Set(concepts.map(({ slug }) => slug));
	const nodes = concepts.map(({ slug, name }) => {
		const label = labelLines(name).join('\\n').replaceAll('"', '\\"');
		return `"${slug}" [label="${label}"]`;
	});
	const edges = concepts.flatMap(({ slug, needs }) =>
		needs.filter((needed) => known.has(needed)).map((needed) => `"${needed}" -> "${slug}"`),
	);
	return `digraph {\n${[...nodes, ...edges].join(';\n')}\n}`;
}
