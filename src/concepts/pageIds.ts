/** The ids that a concept's page gives out by itself: what a section may not be called, or the id would stand twice on the page. */

/** How the ids of a page's parts begin; behind a hyphen stands what the part is called. A link may name each. */
export const partPrefixes = {
	break: 'break',
	diagram: 'diagram',
	equation: 'eq',
	figure: 'figure',
	invariant: 'inv',
	listing: 'listing',
	prompt: 'p',
	question: 'q',
	reference: 'ref',
	term: 'term',
} as const;

/** Anchors that every page has beside its stages, for links. */
export const pageAnchors: readonly string[] = ['notation', 'in-one-breath', 'references', 'terms'];

/** What no text links to: the use of a term, which its gloss leads back to; what a page as such has; and what scripts open over it. */
const unlinked = /^(?:t-.*|question-.*|main|theme-menu|keys-title|search-list|recent-\d+)$/;

const prefixes: ReadonlySet<string> = new Set(Object.values(partPrefixes));

/** Whether the page gives out an id, on each track; the anchors of stages are the track's own. */
export function isTaken(id: string): boolean {
	const [prefix] = id.split('-', 1);
	return pageAnchors.includes(id) || unlinked.test(id) || (prefix !== id && prefixes.has(prefix ?? ''));
}
