/** On the page of a concept that has another name now: brings under it what the reader has under those it had before. */
import type { Renames } from '../../keeping/rename.ts';
import { openRecall } from '../index.ts';

export async function takeOverFormer(concept: string, former: readonly string[]): Promise<void> {
	const renames: Renames = Object.fromEntries(former.map((slug) => [slug, concept]));
	const opened = await openRecall();
	if (!opened.ok) return;
	await opened.value.rename(renames);
	opened.value.close();
}
