/** Parts of a page that come only when they are asked for; and in words for the reader, here alone, why one did not come or what else went wrong. */
import { tell } from './tell.ts';

const messages = {
	outdated: 'The site was updated since you opened this page. Reload the page to go on; what was saved is safe.',
	offline: 'A part of this page could not be loaded. Check the connection and try again.',
	unknown: 'A part of this page could not be loaded. Reload the page and try again.',
	failed: 'An error in this page stopped what you were doing; what was saved is safe. Reload the page and try again.',
};

/** A part that did not come. Its message is for the reader. */
export class PartNotLoaded extends Error {
	readonly forReader = true;
}

/** Asks the host for the page again, and nobody else (without redirects, no worker answers): one that does not name the scripts of this one any more is of a newer build, which has no old parts. */
async function whyNot(): Promise<keyof typeof messages> {
	try {
		const page = await (await fetch(location.href, { cache: 'no-cache', redirect: 'error' })).text();
		const scripts = [...document.querySelectorAll('script[src]')].map((script) => script.getAttribute('src') ?? '');
		return scripts.every((script) => page.includes(script)) ? 'unknown' : 'outdated';
	} catch {
		return 'offline';
	}
}

/**
 * Loads a part: `loadPart(() => import('./part.ts'))`.
 *
 * @throws PartNotLoaded when it does not come
 */
export async function loadPart<Part>(load: () => Promise<Part>): Promise<Part> {
	try {
		return await load();
	} catch (cause) {
		throw new PartNotLoaded(messages[await whyNot()], { cause });
	}
}

/** Loads a part and has it do something; tells the reader, over the page, when it does not come. */
export async function withPart<Part>(load: () => Promise<Part>, use: (part: Part) => unknown): Promise<void> {
	try {
		await use(await loadPart(load));
	} catch (error) {
		tell(messageOf(error));
	}
}

/**
 * What to tell the reader of something that went wrong. What nobody foresaw is an error of ours, and stands in the console as well. A page has
 * the classes of few errors: they are known by what they say of themselves.
 */
export function messageOf(error: unknown): string {
	const thrown = error as (Error & { readonly forReader?: true }) | undefined;
	if (thrown?.forReader) return thrown.message;
	if (thrown?.name === 'NotFetched') return messages.offline;
	console.error(error);
	return messages.failed;
}
