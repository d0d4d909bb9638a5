/** What the page shows of a listing's breaks: the change as a diff, and the output beside the original, line by line. */
import { parse } from 'yaml';
import { changed, linesOf, withoutMarks } from '../../concepts/listing.ts';
import { readConceptFile } from '../../concepts/loaders.ts';
import { type Break, breaks as breaksSchema } from '../../concepts/schema/break.ts';
import { type DiffLine, diffOf } from '../diff.ts';

export interface ShownBreak extends Break {
	/** The whole source with the change applied, as readers have it. */
	readonly source: string;
	/** What it then printed, without the newline at its end. */
	readonly output: string;
}

/**
 * The breaks of a listing, in the author's order; none where it has no file of breaks.
 *
 * @param file Name of the listing: `attend.py`.
 * @param isDraft whether a break that does not apply or has no output is left out instead
 * @throws Error naming the break that does not apply or has no output.
 */
export function breaksOf(slug: string, file: string, isDraft = false): ShownBreak[] {
	const stem = `listings/${file.replace(/\.py$/, '')}`;
	const written = readConceptFile(slug, `${stem}.breaks.yaml`);
	const original = readConceptFile(slug, `${stem}.py`) ?? '';
	if (written === undefined) return [];
	if (isDraft && !isReadable(written)) return [];
	return breaksSchema.parse(parse(written)).flatMap((change) => {
		const source = changed(original, change);
		const output = readConceptFile(slug, `${stem}.${change.id}.out`);
		if (source === undefined || output === undefined) {
			if (isDraft) return [];
			throw new Error(`content/concepts/${slug}/${stem}.breaks.yaml: ${change.id} does not apply or has no output`);
		}
		return [{ ...change, source: withoutMarks(source), output: output.replace(/\n$/, '') }];
	});
}

function isReadable(written: string): boolean {
	try {
		return breaksSchema.safeParse(parse(written)).success;
	} catch {
		return false;
	}
}

/**
 * The changed lines of two sources, with a line on each side to find them by, unless it is empty; `undefined` stands for lines
 * left out.
 */
export function excerptOf(before: string, after: string): (DiffLine | undefined)[] {
	const lines = diffOf(linesOf(before), linesOf(after));
	const isNear = (index: number) => lines.slice(Math.max(0, index - 1), index + 2).some(({ kind }) => kind !== 'same');
	const near = lines.map((line, index) => (isNear(index) ? line : undefined));
	const isTelling = (line: DiffLine | undefined) =>
		line !== undefined && (line.kind !== 'same' || line.text.trim() !== '');
	const [first, last] = [near.findIndex(isTelling), near.findLastIndex(isTelling)];
	return near.slice(first, last + 1).filter((line, index, all) => line ?? all[index - 1]);
}

/** Two outputs, each as its own lines, those marked that the other does not have. */
export function outputsOf(
	before: string,
	after: string,
): Record<'before' | 'after', { readonly text: string; readonly differs: boolean }[]> {
	const lines = diffOf(before.split('\n'), after.split('\n'));
	const side = (kind: DiffLine['kind']) =>
		lines
			.filter((line) => line.kind === 'same' || line.kind === kind)
			.map((line) => ({ text: line.text, differs: line.kind !== 'same' }));
	return { before: side('removed'), after: side('added') };
}
