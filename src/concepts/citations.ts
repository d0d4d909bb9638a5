/** Citations in the text of YAML fields, written `[@id]`. */

/** A citation, with the id of its reference. */
export const citation = /\[@([^\]\s]+)\]/g;

/** A text without its citations and the space before them. */
export function withoutCitations(text: string): string {
	return text.replace(/\s*\[@[^\]]*\]/g, '');
}
