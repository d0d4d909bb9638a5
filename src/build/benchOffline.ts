/** The part of `npm run bench` about the service worker: whether a page is later to show with it than without, or than with a worker that does nothing. */
import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
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

/** One that leaves every request to the network before it wakes: what is later with it is later with any worker. */
const idleWorker = `oninstall = event => event.waitUntil(event.addRoutes([{ condition: { requestMethod: 'GET' }, source: 'network' }]));
onactivate = event => event.waitUntil(clients.claim());
onfetch = () => {};
`;

/** The same site with another worker. @returns a folder to be removed. */
function withIdleWorker(folder: string): string {
	const site = mkdtempSync(join(tmpdir(), 'idle-worker-'));
	for (const name of readdirSync(folder)) {
		if (!name.startsWith('service-worker.js')) symlinkSync(resolve(folder, name), join(site, name));
	}
	writeFileSync(join(site, 'service-worker.js'), idleWorker);
	return site;
}

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

async function compare(browser: Browser, { folder, distance }: { folder: string; distance: number }, runs: number) {
	const idle = withIdleWorker(folder);
	const host = (served: string) => serve({ folder: served, distance, base: '/', headersOf }, 0);
	const [site, beside] = [await host(folder), await host(idle)];
	try {
		const readers = {
			'with the service worker': { site, page: await reader(browser, site.address, 'allow') },
			'with one that does nothing': { site: beside, page: await reader(browser, beside.address, 'allow') },
			without: { site, page: await reader(browser, site.address, 'block') },
		};
		for (const [name, path] of Object.entries(pages)) {
			const times = Object.entries(readers).map(([way, one]) => ({ way, ...one, taken: [] as number[] }));
			// In turn, so that what else the machine does falls on all.
			for (let run = 0; run < runs; run++) {
				for (const { page, site, taken } of times) taken.push(await visit(page, site.address, path));
			}
			const said = times.map(({ way, taken }) => `${median(taken)} ms ${way}`).join(', ');
			console.log(`First content of ${name}, ${distance} ms from its host: ${said} (medians of ${runs})`);
		}
	} finally {
		await Promise.all([site.close(), beside.close()]);
		rmSync(idle, { recursive: true });
	}
}
