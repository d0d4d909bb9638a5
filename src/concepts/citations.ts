/** Citations in the text of YAML fields, written `[@id]`. */

/** A citation, with the id of its reference. */
export const citation = /\[@([^\]\s]+)\]/g;

/** As `citation`, with the space before it: what is set in its place hangs on its word. */
export const hungCitation = new RegExp(`\\s*${citation.source}`, 'g');

/** A text without its citations and the space before them. */
export function withoutCitations(text: string): string {
	return text.replace(hungCitation, '');
}
