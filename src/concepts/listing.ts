/** A listing's source by lines: its regions, and which lines a page shows or marks. Lines count from 1. */

/** Lines `first` to `last` of a file, both included. Empty when `last` is before `first`. */
export interface LineSpan {
	readonly first: number;
	readonly last: number;
}

export interface Region extends LineSpan {
	readonly name: string;
	/** Whether `# endregion` ends it; otherwise it runs to the end of the file. */
	readonly closed: boolean;
}

/** Lines of a file; the newline at its end does not begin another one. */
export function linesOf(source: string): string[] {
	const lines = source.split(/\r?\n/);
	if (lines.at(-1) === '') lines.pop();
	return lines;
}

const opening = /^\s*#\s*region:\s*(\S+)\s*$/;
const closing = /^\s*#\s*endregion\b/;

/** Whether a line is a region's mark, which no page shows. */
export function isRegionMark(line: string): boolean {
	return opening.test(line) || closing.test(line);
}

/** A listing as readers have it, on the page, in the editor and as a file: without marks, so that its lines count as they stand there. */
export function withoutMarks(source: string): string {
	return source
		.split('\n')
		.filter((line) => !isRegionMark(line))
		.join('\n');
}

/**
 * The regions between `# region: name` and `# endregion`, without these marks, in the order in which they begin. Regions
 * may nest.
 */
export function regionsOf(source: string): Region[] {
	const lines = linesOf(source);
	const regions: Region[] = [];
	const open: { name: string; first: number }[] = [];
	lines.forEach((line, index) => {
		const name = opening.exec(line)?.[1];
		if (name) open.push({ name, first: index + 2 });
		const region = closing.test(line) && open.pop();
		if (region) regions.push({ ...region, last: index, closed: true });
	});
	const unclosed = open.map((region) => ({ ...region, last: lines.length, closed: false }));
	return [...regions, ...unclosed].sort((a, b) => a.first - b.first);
}

/** The lines that a page shows: the named region's, or the whole file's. Undefined when there is no such region. */
export function shownSpan(source: string, region?: string): LineSpan | undefined {
	if (region !== undefined) return regionsOf(source).find(({ name }) => name === region);
	return { first: 1, last: linesOf(source).length };
}

/** Number of lines of code that a page shows; region marks are not shown. Zero when there is no such region. */
export function shownLineCount(source: string, region?: string): number {
	const span = shownSpan(source, region);
	if (!span) return 0;
	return linesOf(source)
		.slice(span.first - 1, span.last)
		.filter((line) => !isRegionMark(line)).length;
}

/** Whether what a page shows runs to the end of the code; then the output stands beneath it. */
export function showsEnd(source: string, region?: string): boolean {
	const span = shownSpan(source, region);
	const rest = span ? linesOf(source).slice(span.last) : [''];
	return span !== undefined && rest.every((line) => line.trim() === '' || isRegionMark(line));
}

/** A change of one place: the code that stands there, and what takes its place. */
export interface Change {
	readonly find: string;
	readonly replace: string;
}

/** The source with a change applied; undefined where `find` does not occur exactly once. */
export function changed(source: string, { find, replace }: Change): string | undefined {
	const parts = source.split(find);
	return parts.length === 2 ? parts.join(replace) : undefined;
}

/** Reads `10-11,14` as spans; undefined when it is not written so. */
export function readHighlight(highlight: string): LineSpan[] | undefined {
	const spans = highlight.split(',').map((part) => /^\s*(\d+)(?:-(\d+))?\s*$/.exec(part));
	const read = spans.flatMap((match) =>
		match ? [{ first: Number(match[1]), last: Number(match[2] ?? match[1]) }] : [],
	);
	return read.length === spans.length && read.every(({ first, last }) => first >= 1 && first <= last)
		? read
		: undefined;
}
