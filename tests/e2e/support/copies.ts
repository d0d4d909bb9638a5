/** What a page's browser keeps of the site, and the states that tests of it wait for. */
import { expect, type Page } from '@playwright/test';

/** Paths of all copies below the page's base, by the roots of units or of everything. */
export function copies(page: Page, base: string, which: 'all' | 'roots' = 'all'): Promise<string[]> {
	return page.evaluate(
		async ({ base, which }) => {
			const name = `sixfold:${base}:copies`;
			if (!(await caches.has(name))) return [];
			const cache = await caches.open(name);
			const found: string[] = [];
			for (const request of await cache.keys()) {
				const isRoot = which === 'all' || (await cache.match(request))?.headers.has('sixfold-needs');
				if (isRoot) found.push(new URL(request.url).pathname.slice(base.length));
			}
			return found;
		},
		{ base, which },
	);
}

/** What comes with the first visit; the search index is the last of it. */
const last = 'search/concepts.json';

/** Opens a page of the site under a base, and waits until it and all that comes with a visit are kept and a worker answers for it. */
export async function keep(page: Page, base: string, path: string, address = path): Promise<void> {
	await page.goto(address);
	await expectKept(page, base, [path.replace(/[?#].*/, ''), last]);
	await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

/** Waits until units are kept. */
export async function expectKept(page: Page, base: string, roots: readonly string[], timeout = 30_000): Promise<void> {
	await expect.poll(() => copies(page, base, 'roots'), { timeout }).toEqual(expect.arrayContaining([...roots]));
}
