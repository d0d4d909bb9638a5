/** A listing as its author wrote it, and what it printed when it was recorded: the page may show only a part of either. */
import { pathTo } from '../../paths.ts';

export interface Original {
	readonly source: string;
	readonly record: string;
}

async function textAt(path: string): Promise<string> {
	const answer = await fetch(pathTo(path));
	if (!answer.ok) throw new TypeError(`${path}: status ${answer.status}`);
	return answer.text();
}

/**
 * @param listing `<slug>/<name>.py`
 * @throws TypeError when one of the two cannot be had.
 */
export async function loadOriginal(listing: string): Promise<Original> {
	const [slug, file = ''] = listing.split('/');
	const path = `concepts/${slug}/listings/${file}`;
	const [source, record] = await Promise.all([textAt(path), textAt(path.replace(/\.py$/, '.out'))]);
	return { source, record };
}
