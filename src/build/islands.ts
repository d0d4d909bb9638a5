/** Tidies what Astro and Preact write for islands, so that a page is the same bytes wherever it is built and valid to the letter. */

/** The style that Astro puts before the first island of a page, in the middle of its text; it stands in the site's own. */
const islandStyle = /<style>astro-island,[^<]*<\/style>/g;

/** An element without content that Preact closed as XML does. In HTML the slash says nothing. */
const closedVoid = /<((?:area|br|col|hr|img|input|source|track|wbr)(?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*)\s*\/>/g;

/**
 * The page with its islands tidied. The `uid` of an island is a hash of where its component lies on the machine that builds; it serves
 * the dev server alone, and Preact numbers islands by an attribute of its own.
 *
 * @throws Error when an island has no number that could stand in for its id.
 */
export function withTidyIslands(html: string): string {
	return html
		.replace(islandStyle, '')
		.replace(closedVoid, '<$1>')
		.replace(/<astro-island uid="[^"]*"([^>]*)/g, (island, rest: string) => {
			if (!rest.includes(' data-preact-island-id="')) {
				throw new Error(`expected every island to be numbered by Preact; found ${island.slice(0, 200)}`);
			}
			return `<astro-island${rest}`;
		});
}
