/**
 * Why a page is a copy. The worker writes it where the page can read it of itself, in a header that browsers hand to scripts: a message
 * could come too late, and the page's own bytes stay what they are.
 */

/** No answer from the network; none in time; one that is not of this site; and a page that there is no copy of. */
export type Reason = 'offline' | 'slow' | 'foreign' | 'missing';
const reasons: readonly string[] = ['offline', 'slow', 'foreign', 'missing'] satisfies Reason[];

export interface WhyKept {
	readonly reason: Reason;
	/** When the copy was kept. */
	readonly kept: number;
}

const NAME = 'kept';

/** A copy as it is handed to the browser. */
export function withReason(copy: Response, { reason, kept }: WhyKept): Response {
	const headers = new Headers(copy.headers);
	headers.set('server-timing', `${NAME};dur=${kept};desc="${reason}"`);
	return new Response(copy.body, { headers });
}

/** Why this page is a copy; undefined when the network sent it. */
export function whyKept(): WhyKept | undefined {
	const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
	const { description = '', duration = 0 } = page?.serverTiming?.find(({ name }) => name === NAME) ?? {};
	return reasons.includes(description) ? { reason: description as Reason, kept: duration } : undefined;
}
