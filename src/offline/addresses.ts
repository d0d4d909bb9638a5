/** Under which path a file is kept, and which files never change: pages, worker and build agree on both. */

/** Files whose names carry a hash of their content, made by Astro, by Pagefind and for Python's script. */
const named =
	/^(?:_astro\/.+|pagefind\/(?:fragment|index|filter)\/.+|pagefind\/[^/]+\.pf_meta|listings\/python\.[0-9a-f]+\.js)$/;

/** Folders that hold nothing else, from the root of the site. */
export const fixedFolders = ['_astro/', 'pagefind/fragment/', 'pagefind/index/', 'pagefind/filter/'] as const;

/** Whether what stands at a path can never be anything else: what is kept of it needs no asking. */
export function isNamedByContent(path: string): boolean {
	return named.test(path);
}

/**
 * The path below the site's root under which an address is kept: that of a page ends with a slash, however it was asked for. Undefined
 * for what is not of the site.
 *
 * @param home Address of the home page.
 */
export function keptPath(address: string, home: string): string | undefined {
	const { origin, pathname } = new URL(address);
	const root = new URL(home);
	if (origin !== root.origin) return undefined;
	if (`${pathname}/` === root.pathname) return '';
	if (!pathname.startsWith(root.pathname)) return undefined;
	const path = pathname.slice(root.pathname.length).replace(/(^|\/)index\.html$/, '$1');
	return /[^/]$/.test(path) && !/\.[^/]*$/.test(path) ? `${path}/` : path;
}

/** Asks the worker, and never the host, for the document in which Python runs. */
export const keptFrame = 'listings/frame.html?kept';
