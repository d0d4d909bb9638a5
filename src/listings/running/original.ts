/** A listing as its author wrote it, and what it printed when it was recorded: the page may show only a part of either. */
import { fetchText } from '../../ground/fetching.ts';

export interface Original {
	readonly source: string;
	readonly record: string;
}

/**
 * @param listing `<slug>/<name>.py`
 * @throws when one of the two cannot be had.
 */
export async function loadOriginal(listing: string): Promise<Original> {
	const [slug, file = ''] = listing.split('/');
	const path = `concepts/${slug}/listings/${file}`;
	const [source, record] = await Promise.all([fetchText(path), fetchText(path.replace(/\.py$/, '.out'))]);
	return { source, record };
}
