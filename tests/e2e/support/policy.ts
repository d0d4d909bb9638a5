/** The pages' Content-Security-Policy as a header, for hosts that send one. Each page has its own. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const meta = /<meta http-equiv="content-security-policy" content="([^"]*)"/i;

/** The headers of an address: the policy of its page, for other files that of the home page, and where nothing is that of the page that says so. */
export function policyHeaders(folder: string): (pathname: string) => Record<string, string> {
	const policyIn = (file: string): string => {
		const policy = meta.exec(readFileSync(join(folder, file), 'utf8'))?.[1];
		if (!policy) throw new Error(`${file} has no policy in a meta tag`);
		return policy.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');
	};
	return (pathname) => {
		// With and without a slash at the end, as hosts allow it.
		const page = [pathname.slice(1), join(pathname.slice(1), 'index.html')].find(
			(file) => file.endsWith('.html') && existsSync(join(folder, file)),
		);
		const other = existsSync(join(folder, pathname)) ? 'index.html' : '404.html';
		return { 'Content-Security-Policy': policyIn(page ?? other) };
	};
}
