/** Where something stands in a file of the content folder. */

export interface Place {
	/** Path from the project's root, with slashes: `content/concepts/pca/index.mdx`. */
	readonly file: string;
	/** From 1. */
	readonly line: number;
	/** From 1; absent where the whole line or file is meant. */
	readonly column?: number;
}

/** Line and column of an offset in a text, both from 1. */
export function positionAt(source: string, offset: number): { line: number; column: number } {
	const before = source.slice(0, offset);
	return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/**
 * Where a character of a value stands in the text it was read from, when reading dropped or changed only indentation,
 * line ends, quotes and escapes: a YAML scalar in any style, a formula between its dollar signs. Each visible character of
 * the value is looked for in turn.
 */
export function offsetInRaw(raw: string, value: string, offset: number): number {
	let at = 0;
	for (const character of value.slice(0, offset + 1).replace(/\s/g, '')) {
		const found = raw.indexOf(character, at);
		if (found < 0) break;
		at = found + 1;
	}
	return Math.max(0, at - 1);
}
