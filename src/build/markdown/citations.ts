/** Citations in Markdown text: `[@id]` becomes a link to the numbered reference at the foot of the page. */

import { hungCitation } from '../../concepts/citations.ts';

/**
 * Replaces each `[@id]` by a superior number that links to `#ref-<id>`. The space before it goes, so that the number
 * hangs on its word.
 *
 * @param numberOf The reference's number from 1, or undefined when the page has no such reference; its citation is
 *   then left as it is, for the content check to report.
 */
export function linkCitations(text: string, numberOf: (id: string) => number | undefined): string {
	const linked = text.replace(hungCitation, (written, id: string) => {
		const number = numberOf(id);
		return number === undefined ? written : `<sup class="cite"><a href="#ref-${id}">${number}</a></sup>`;
	});
	// Two numbers in a row are not one.
	return linked.replaceAll('</sup><sup class="cite">', '</sup><sup class="cite">, ');
}
