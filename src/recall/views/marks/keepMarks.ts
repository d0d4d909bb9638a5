/** Keeps what a reader marks on a page. Loaded with the first mark. */
import { openRecall } from '../../index.ts';
import { invalid, type Result, valueIn } from '../../log/failures.ts';
import type { Mark } from '../../log/marks.ts';
import type { Recall } from '../../recall.ts';

let opening: Promise<Result<Recall>> | undefined;

async function opened(): Promise<Recall> {
	opening ??= openRecall();
	const result = await opening;
	if (!result.ok) opening = undefined;
	const recall = valueIn(result);
	if (recall.kind !== 'memory') return recall;
	throw invalid(
		'This browser does not let the site keep anything, as in a private window. Nothing can be marked here.',
	);
}

/** The mark on a place, if there is one. */
export async function findMark(concept: string, anchor: string): Promise<Mark | undefined> {
	const { marks } = valueIn(await (await opened()).load());
	return marks.find((mark) => mark.concept === concept && mark.anchor === anchor);
}

/**
 * Marks a place, or changes the note on it; without a note, one that is there stays.
 *
 * @throws RecallError with what to tell the reader
 */
export async function keepMark(
	concept: string,
	{ anchor, title }: Pick<Mark, 'anchor' | 'title'>,
	note?: string,
): Promise<Pick<Mark, 'note'>> {
	const kept = note ?? (await findMark(concept, anchor))?.note ?? '';
	valueIn(await (await opened()).mark({ concept, anchor, title, note: kept }));
	return { note: kept.trim() };
}

/**
 * Takes a mark away.
 *
 * @returns what was there
 * @throws RecallError with what to tell the reader
 */
export async function takeMark(concept: string, anchor: string): Promise<Pick<Mark, 'note'>> {
	const taken = await findMark(concept, anchor);
	valueIn(await (await opened()).unmark(concept, anchor));
	return { note: taken?.note ?? '' };
}
