/** The part of `npm run bench` about the service worker: whether a page is later to show with it than without. */
import { type Browser, chromium, type Page } from '@playwright/test';
import { findChromium } from './bootstrap/chromium.mjs';
import { serve } from './bootstrap/server.mjs';

const path = 'concepts/attention-mechanism/';

/** A reader who has read the page before, with workers or without. */
async function reader(browser: Browser, address: string, serviceWorkers: 'allow' | 'block'): Promise<Page> {
	const page = await (await browser.newContext({ serviceWorkers })).newPage();
	await page.goto(address + path);
	// Until what comes with a visit is kept, and a worker answers.
	if (serviceWorkers === 'allow') await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
	await page.waitForLoadState('networkidle');
	return page;
}

/** Milliseconds from the request of the page to its first content. */
async function visit(page: Page, address: string): Promise<number> {
	await page.goto(`${address}about/`);
	await page.goto(address + path);
	const paint = await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
	return (await paint.jsonValue()) ?? Number.NaN;
}

const median = (values: readonly number[]): string =>
	(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN).toFixed(0);

/**
 * Prints when a concept page shows its first content, with a worker and without.
 *
 * @param folder A built site.
 * @param runs How often the page is opened.
 */
export async function benchOffline(folder: string, runs: number): Promise<void> {
	const executablePath = await findChromium();
	if (!executablePath) {
		console.log('A page with and without its worker: not measured, there is no Chromium');
		return;
	}
	const site = await serve({ folder, base: '/' }, 0);
	const browser = await chromium.launch({ executablePath });
	try {
		const [withWorker, without]: [number[], number[]] = [[], []];
		const [kept, plain] = [await reader(browser, site.address, 'allow'), await reader(browser, site.address, 'block')];
		// In turn, so that what else the machine does falls on both.
		for (let run = 0; run < runs; run++) {
			withWorker.push(await visit(kept, site.address));
			without.push(await visit(plain, site.address));
		}
		console.log(
			`First content of a page: ${median(withWorker)} ms with the service worker, ${median(without)} ms without (medians of ${runs})`,
		);
	} finally {
		await browser.close();
		await site.close();
	}
}
