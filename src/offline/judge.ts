/** Whether what the network answers is of this site. A host may be gone, or somebody between may answer in its place: a café's login page, with status 200. */
import { tagOf } from '../keeping/copies.ts';

/** Enough to hold the head of a page up to its title, the policy included. */
const HEAD = 16_384;

/** What the first element of every page of the site has, and of no other site under the same origin. `layouts/Page.astro` writes it. */
const mark = (base: string): string => `data-site="${base}"`;

const isHtml = ({ headers }: Response): boolean => /^text\/html\b/i.test(headers.get('content-type') ?? '');

/** The first characters of an answer's body, which stays as it is. */
async function beginningOf(answer: Response, enough: (text: string) => boolean): Promise<string> {
	const reader = answer.clone().body?.getReader();
	const decoder = new TextDecoder();
	let text = '';
	while (reader && text.length < HEAD && !enough(text)) {
		const { done, value } = await reader.read();
		if (done) break;
		text += decoder.decode(value, { stream: true });
	}
	// Only this copy of the body is not read to its end.
	reader?.cancel().catch(() => {});
	return text;
}

/** Whether an answer is the page that is kept, as the host names its state: then nobody need look into it, and it goes on as it comes. */
export function isSamePage(answer: Response, tag: string | undefined): boolean {
	return answer.ok && isHtml(answer) && tag !== undefined && tagOf(answer) === tag;
}

/** Whether an answer is a page of this site: one that says that there is none at the address is one too. */
export async function isOwnPage(answer: Response, base: string): Promise<boolean> {
	if (!(answer.ok || answer.status === 404) || answer.type === 'opaqueredirect' || !isHtml(answer)) return false;
	return (await beginningOf(answer, (text) => text.includes(mark(base)))).includes(mark(base));
}

/** Whether an answer can be a file of this site: nothing but pages is HTML here, and files are where they are. */
export function isOwnFile(answer: Response, path: string): boolean {
	return answer.ok && !answer.redirected && isHtml(answer) === /(?:^|\/|\.html)$/.test(path);
}
