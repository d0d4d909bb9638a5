/** What the site has to search for, so that tests hold whatever concepts there are. */
import type { Page } from '@playwright/test';
import { editDistance } from '../../../src/concepts/nearest.ts';
import type { SearchCatalog } from '../../../src/search/catalog.ts';

/** A file of the site as its home page, which is open, would fetch it. */
const fetched = (page: Page, path: string): Promise<string> =>
	page.evaluate(async (file) => (await fetch(file)).text(), path);

/** The titles and aliases that are searched; the home page must be open. */
export const catalogOf = async (page: Page): Promise<SearchCatalog> =>
	JSON.parse(await fetched(page, 'search/concepts.json'));

/** A word that pages say and no title, alias or description does, with a slip of it that is like no other word. */
export async function wordInsidePages(page: Page): Promise<{ readonly word: string; readonly slip: string }> {
	const words: string[] = JSON.parse(await fetched(page, 'search/words.json'));
	const { concepts, planned } = await catalogOf(page);
	const titles =
		JSON.stringify([concepts, planned])
			.toLowerCase()
			.match(/[a-z]+/g) ?? [];
	const home = (await page.content()).toLowerCase();
	for (const word of words.filter((one) => /^[a-z]{9,}$/.test(one) && !home.includes(one))) {
		const slip = `${word.slice(0, 4)}${word.slice(5)}`;
		const isAlone = [...words, ...titles].every((other) => other === word || editDistance(slip, other) > 3);
		if (isAlone) return { word, slip };
	}
	throw new Error('every word of the pages is like another one');
}
