/** Files that the build wrote for scripts to fetch, at paths from the site's root. All reject with {@link NotFetched}. */
import { pathTo } from '../paths.ts';

/** A file could not be had: no host answered, it had none, or what it sent was another. The reader is told that by `messageOf`. */
export class NotFetched extends Error {
	override readonly name = 'NotFetched';
}

async function fetchFile<Content>(path: string, read: (answer: Response) => Promise<Content>): Promise<Content> {
	try {
		const answer = await fetch(pathTo(path));
		if (answer.ok) return await read(answer);
		throw new Error(`${answer.status}`);
	} catch (cause) {
		throw new NotFetched(path, { cause });
	}
}

/** What a file of JSON holds: `fetchJson<Word[]>('search/words.json')`. */
export function fetchJson<Content>(path: string): Promise<Content> {
	return fetchFile(path, (answer) => answer.json());
}

export function fetchText(path: string): Promise<string> {
	return fetchFile(path, (answer) => answer.text());
}
