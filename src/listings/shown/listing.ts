/** Everything the page says about a listing: its lines, what it needs to run, and the record of its last run. */
import { basename } from 'node:path';
import {
	isRegionMark,
	type LineSpan,
	linesOf,
	readHighlight,
	shownSpan,
	withoutMarks,
} from '../../concepts/listing.ts';
import { conceptFiles, readConceptFile } from '../../concepts/loaders.ts';
import { readRecord, runRecord } from '../../concepts/schema/record.ts';
import { titleOf } from '../../published/packageSource.ts';
import { breaksOf, type ShownBreak } from './breaks.ts';

export interface ListingView {
	readonly lines: readonly { readonly number: number; readonly text: string; readonly stressed: boolean }[];
	/** The whole listing, as readers have it. */
	readonly source: string;
	/** Its length. */
	readonly fileLines: number;
	/** What has to be installed: "standard library", "NumPy", "NumPy, PyTorch". */
	readonly needs: string;
	/** Packages outside the standard library, by the names under which it imports them. */
	readonly imports: readonly string[];
	/** What it printed; undefined when only a region is shown that stops short of the end. */
	readonly record: Recorded | undefined;
	/** What to change and see it break; shown where the output is. */
	readonly breaks: readonly ShownBreak[];
}

export interface Recorded {
	/** Without the newline at its end. */
	readonly output: string;
	readonly isLong: boolean;
	readonly versions: string;
	readonly date: string;
}

/** Lines of output that stand open. */
const OPEN_LINES = 20;

/** Whether an output is folded, because it would push the text away. */
export function isLong(output: string): boolean {
	return linesOf(output).length > OPEN_LINES;
}

/**
 * @param isDraft whether what is not there yet is left out instead: then a listing without a record has no output, and one without a
 * file a line that says so
 * @throws Error naming the file when the listing, its region or its record is not there.
 */
export function readListing(
	slug: string,
	{ file, region, highlight }: { file: string; region?: string | undefined; highlight?: string | undefined },
	isDraft = false,
): ListingView {
	const base = `listings/${file.replace(/\.py$/, '')}`;
	const written = readConceptFile(slug, `listings/${file}`);
	const source = isDraft ? (written ?? `# listings/${file} is still to be written.\n`) : written;
	const output = readConceptFile(slug, `${base}.out`);
	const record = readConceptFile(slug, `${base}.run.json`);
	const named = source === undefined ? undefined : shownSpan(source, region);
	const span = isDraft && source !== undefined ? (named ?? shownSpan(source)) : named;
	if (source === undefined || !span || (!isDraft && (output === undefined || record === undefined))) {
		throw new Error(
			`content/concepts/${slug}/listings/${file}: the file, its record or the region ${region} is missing`,
		);
	}
	const all = linesOf(source);
	const stressed = highlight ? (readHighlight(highlight) ?? []) : [];
	const isWithin = (line: number, { first, last }: LineSpan): boolean => first <= line && line <= last;
	const code = all
		.map((text, index) => ({ text, line: index + 1 }))
		.filter(({ text }) => !isRegionMark(text))
		.map(({ text, line }, index) => ({
			number: index + 1,
			text,
			stressed: stressed.some((lines) => isWithin(line, lines)),
			isShown: isWithin(line, span),
		}));
	const run = isDraft ? readRecord(record) : runRecord.parse(JSON.parse(record ?? ''));
	const names = Object.entries(run?.packages ?? {}).map(([name, version]) => ({ name: titleOf(name), version }));
	const isEnd = code.slice(code.findLastIndex(({ isShown }) => isShown) + 1).every(({ text }) => text.trim() === '');
	return {
		lines: code.filter(({ isShown }) => isShown).map(({ isShown: _, ...line }) => line),
		source: withoutMarks(source),
		fileLines: code.length,
		needs: names.length > 0 ? names.map(({ name }) => name).join(', ') : 'standard library',
		imports: Object.keys(run?.packages ?? {}),
		record:
			isEnd && run && output !== undefined
				? {
						output: output.replace(/\n$/, ''),
						isLong: isLong(output),
						versions: [`CPython ${run.python}`, ...names.map(({ name, version }) => `${name} ${version}`)].join(', '),
						date: run.date,
					}
				: undefined,
		breaks: isEnd ? breaksOf(slug, file, isDraft) : [],
	};
}

/** Names of the sources and recorded outputs of a concept, which the site serves as files. */
export function listingFiles(slug: string): string[] {
	return conceptFiles(slug, 'listings/*.{py,out}').map((path) => basename(path));
}
