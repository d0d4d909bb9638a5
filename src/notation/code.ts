/** Finds a symbol's names in the listings of the page. */

/** A line of code: its text, with comments and strings blanked out, and the nodes that hold it. */
interface Line {
	readonly text: string;
	readonly nodes: readonly { readonly node: Text; readonly start: number }[];
}

let known: Line[] | undefined;

function readLine(line: Element): Line {
	const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
	const nodes: { node: Text; start: number }[] = [];
	let text = '';
	while (walker.nextNode()) {
		const node = walker.currentNode as Text;
		const isWords = node.parentElement?.matches('.code-comment, .code-string');
		nodes.push({ node, start: text.length });
		text += isWords ? ' '.repeat(node.data.length) : node.data;
	}
	return { text, nodes };
}

function place({ nodes }: Line, offset: number): [Text, number] | undefined {
	const found = nodes.findLast(({ start }) => start <= offset);
	return found && [found.node, offset - found.start];
}

/**
 * Ranges in which one of the names stands as a whole.
 *
 * @param names as notation lists them: `eta, lr`, `pred.mean(axis=0)`
 */
export function rangesOf(names: string): Range[] {
	known ??= [...document.querySelectorAll('.listing > pre .line')].map(readLine);
	// Not at commas inside parentheses.
	const written = names.split(/,\s*(?![^(]*\))/).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	const pattern = new RegExp(`(?<![\\w.])(?:${written.join('|')})(?!\\w)`, 'g');
	return known.flatMap((line) =>
		[...line.text.matchAll(pattern)].flatMap(({ 0: { length }, index }) => {
			const [start, end] = [place(line, index), place(line, index + length - 1)];
			if (!start || !end) return [];
			const range = new Range();
			range.setStart(...start);
			range.setEnd(end[0], end[1] + 1);
			return [range];
		}),
	);
}
