/** The part of `npm run bench` about the service worker: whether a page is later to show with it than without. */
import { type Browser, chromium, type Page } from '@playwright/test';
import { findChromium } from './bootstrap/chromium.mjs';
import { serve } from './bootstrap/server.mjs';

/** A page of few words, and one full of formulas and figures. */
const pages = { home: '', 'a concept': 'concepts/attention-mechanism/' } as const;
/** Milliseconds that a request is on its way: beside the host, and as far from it as readers are. */
const distances = [0, 100] as const;
/** Hosts have pages asked for anew, and let what never changes be kept. */
const headersOf = (path: string): Record<string, string> => ({
	'Cache-Control': path.startsWith('/_astro/') ? 'max-age=31536000, immutable' : 'no-cache',
});
/** Looked at between two visits. */
const elsewhere = 'about/';

/** A reader who has read the pages before, with workers or without. */
async function reader(browser: Browser, address: string, serviceWorkers: 'allow' | 'block'): Promise<Page> {
	const page = await (await browser.newContext({ serviceWorkers })).newPage();
	for (const path of [...Object.values(pages), elsewhere]) {
		await page.goto(address + path);
		// Until what comes with a visit is kept, and a worker answers.
		if (serviceWorkers === 'allow') await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
		await page.waitForLoadState('networkidle');
	}
	return page;
}

/** Milliseconds from the request of a page to its first content. */
async function visit(page: Page, address: string, path: string): Promise<number> {
	await page.goto(address + elsewhere);
	await page.waitForLoadState('networkidle');
	await page.goto(address + path);
	const paint = await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
	return (await paint.jsonValue()) ?? Number.NaN;
}

const median = (values: readonly number[]): string =>
	(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN).toFixed(0);

/**
 * Prints when pages show their first content, with a worker and without.
 *
 * @param folder A built site.
 * @param runs How often each is opened in each way; an odd number has a median.
 */
export async function benchOffline(folder: string, runs: number): Promise<void> {
	const executablePath = await findChromium();
	if (!executablePath) {
		console.log('A page with and without its worker: not measured, there is no Chromium');
		return;
	}
	const browser = await chromium.launch({ executablePath });
	try {
		for (const distance of distances) await compare(browser, { folder, distance }, runs);
	} finally {
		await browser.close();
	}
}

async function compare(browser: Browser, host: { folder: string; distance: number }, runs: number): Promise<void> {
	const site = await serve({ ...host, base: '/', headersOf }, 0);
	try {
		const [kept, plain] = [await reader(browser, site.address, 'allow'), await reader(browser, site.address, 'block')];
		for (const [name, path] of Object.entries(pages)) {
			const [withWorker, without]: [number[], number[]] = [[], []];
			// In turn, so that what else the machine does falls on both.
			for (let run = 0; run < runs; run++) {
				withWorker.push(await visit(kept, site.address, path));
				without.push(await visit(plain, site.address, path));
			}
			console.log(
				`First content of ${name}, ${host.distance} ms from its host: ${median(withWorker)} ms with the service worker, ${median(without)} ms without (medians of ${runs})`,
			);
		}
	} finally {
		await site.close();
	}
}
