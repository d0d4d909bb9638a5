/** Files that the build wrote for scripts to fetch, at paths from the site's root. All reject when a file cannot be had. */
import { pathTo } from '../paths.ts';

async function fetchFile(path: string): Promise<Response> {
	const answer = await fetch(pathTo(path));
	if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
	return answer;
}

/** What a file of JSON holds: `fetchJson<Word[]>('search/words.json')`. */
export async function fetchJson<Content>(path: string): Promise<Content> {
	return (await fetchFile(path)).json();
}

export async function fetchText(path: string): Promise<string> {
	return (await fetchFile(path)).text();
}
