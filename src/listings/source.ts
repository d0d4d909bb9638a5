/** A listing's source as a page shows it: the whole file, or one region of it. */

/** A line of a listing with its number in the file, from 1. */
export interface ListingLine {
	readonly number: number;
	readonly text: string;
}

export interface ListingLines {
	readonly lines: readonly ListingLine[];
	/** Whether the last line of the file's code is among them, so that its output belongs beneath. */
	readonly reachesEnd: boolean;
}

const REGION = /^\s*# region: (\S+)\s*$/;
const END = /^\s*# endregion\s*$/;

/**
 * The lines of the region `name`, or of the whole file when no name is given. The marks of regions are left out; the
 * numbers stay those of the file, which a traceback and a download show too.
 *
 * @returns undefined when the file has no such region.
 */
export function listingRegion(source: string, name?: string): ListingLines | undefined {
	const all = source
		.replace(/\n$/, '')
		.split('\n')
		.map((text, index) => ({ number: index + 1, text }));
	const code = (lines: ListingLine[]) => lines.filter(({ text }) => !REGION.test(text) && !END.test(text));
	if (name === undefined) return { lines: code(all), reachesEnd: true };
	const start = all.findIndex(({ text }) => REGION.exec(text)?.[1] === name);
	const length = all.slice(start + 1).findIndex(({ text }) => END.test(text));
	if (start < 0 || length < 0) return undefined;
	const end = start + 1 + length;
	return {
		lines: code(all.slice(start + 1, end)),
		reachesEnd: code(all.slice(end)).every(({ text }) => text.trim() === ''),
	};
}

/**
 * Line numbers from `"3,10-12"`, counted in the whole file.
 *
 * @returns undefined when the text is not such a list.
 */
export function parseLineNumbers(text: string): number[] | undefined {
	const numbers: number[] = [];
	for (const part of text.split(',')) {
		const match = /^\s*(\d+)(?:\s*-\s*(\d+))?\s*$/.exec(part);
		if (!match) return undefined;
		const first = Number(match[1]);
		const last = Number(match[2] ?? match[1]);
		if (last < first) return undefined;
		for (let line = first; line <= last; line++) numbers.push(line);
	}
	return numbers;
}
