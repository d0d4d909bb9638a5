/** Under which path a file is kept, and which files never change: pages, worker and build agree on both. */

/** Folders of nothing but files whose names carry a hash of their content, made by Astro and by Pagefind. */
export const fixedFolders = ['_astro/', 'pagefind/fragment/', 'pagefind/index/', 'pagefind/filter/'] as const;

/** Other files with such a name: Pagefind's list, and Python's script. */
const named = /^(?:pagefind\/[^/]+\.pf_meta|listings\/python\.[0-9a-f]+\.js)$/;

/** Whether what stands at a path can never be anything else: what is kept of it needs no asking. */
export function isNamedByContent(path: string): boolean {
	return fixedFolders.some((folder) => path.startsWith(folder)) || named.test(path);
}

/** Whether a package for Python is at an address. */
export const isWheel = (address: string): boolean => address.endsWith('.whl');

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
