/** A question's text, split for the page: what stands in its heading, and what follows when it is opened. */

/** The first paragraph, and the Markdown after it (code, a list, more paragraphs), if any. */
export function splitAsk(ask: string): { heading: string; rest: string } {
	const [heading = '', ...rest] = ask.trim().split(/\n\s*\n/);
	return { heading, rest: rest.join('\n\n') };
}
