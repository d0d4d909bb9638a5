/** The part of `npm run bench` about search: what a reader waits for the first results, and what a query costs on the way. */
import { type Browser, chromium, type Page, type Request } from '@playwright/test';
import { findChromium } from './bootstrap/chromium.mjs';
import { serve } from './bootstrap/server.mjs';

/** One word, several, a question, a formula, and a slip. */
const queries = ['softmax', 'weight decay', 'why does my loss explode', '1/sqrt(d_k)', 'gradeint clipping'];

interface Cost {
	/** Milliseconds from the last letter to the first result: a title, or a section that the contents of all pages have. */
	readonly first: number;
	/** Milliseconds to the results of titles and text together. */
	readonly wait: number;
	readonly bytes: number;
	/** Requests that each had to wait for the one before. */
	readonly trips: number;
}

const median = (values: readonly number[]): number =>
	values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The longest chain of requests that had to wait for the one before: files of one kind are asked for together, if not all sent at once. */
function chainOf(requests: readonly Request[]): number {
	const spans = requests
		.map((request) => ({ kind: new URL(request.url()).pathname.split('/').at(-2), ...request.timing() }))
		.map(({ kind, startTime, responseEnd }) => ({ kind, start: startTime, end: startTime + responseEnd }))
		.sort((one, other) => one.start - other.start);
	const trips: number[] = [];
	for (const { kind, start } of spans) {
		const before = spans
			.slice(0, trips.length)
			.map((one, at) => (one.kind !== kind && one.end <= start ? (trips[at] ?? 0) : 0));
		trips.push(1 + Math.max(0, ...before));
	}
	return Math.max(0, ...trips);
}

async function ask(page: Page, query: string): Promise<Cost> {
	const finished: Request[] = [];
	const keep = (request: Request): void => void finished.push(request);
	page.on('requestfinished', keep);
	const times = await page.evaluate(async (words) => {
		const field = document.querySelector<HTMLInputElement>('dialog.search input[role=combobox]');
		const count = document.querySelector('dialog.search .search-count');
		if (!field || !count) throw new Error('the search is not open');
		const started = performance.now();
		let first: number | undefined;
		field.value = words;
		field.dispatchEvent(new InputEvent('input', { bubbles: true }));
		await new Promise<void>((resolve) => {
			const check = (): void => {
				// Until something is found, nothing is listed, and nothing is counted while nothing is typed.
				const isShown = count.textContent !== '' && document.querySelector('dialog.search [role=option]') !== null;
				if (isShown) first ??= performance.now() - started;
				const isDone = field.value === words && /^\d/.test(count.textContent) && !count.classList.contains('waiting');
				if (isDone && performance.now() - started > 0) resolve();
				else requestAnimationFrame(check);
			};
			requestAnimationFrame(check);
		});
		return { first: first ?? Number.NaN, wait: performance.now() - started };
	}, query);
	await page.waitForLoadState('networkidle');
	page.off('requestfinished', keep);
	const sizes = await Promise.all(finished.map((request) => request.sizes()));
	return {
		...times,
		bytes: sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0),
		trips: chainOf(finished),
	};
}

async function openDialog(browser: Browser, address: string): Promise<Page> {
	const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
	const opened = page.waitForEvent('requestfinished', (request) => request.url().endsWith('.pf_meta'));
	await page.goto(address);
	await page.waitForLoadState('networkidle');
	await page.keyboard.press('/');
	await page.locator('dialog.search input[role=combobox]').waitFor();
	await opened;
	await page.waitForLoadState('networkidle');
	return page;
}

/**
 * Prints what a query costs that is the first of its page: the index is open, and nothing of it is kept.
 *
 * @param folder A built site.
 * @param runs How often each query is asked.
 */
export async function benchSearch(folder: string, runs: number): Promise<void> {
	const executablePath = await findChromium();
	if (!executablePath) {
		console.log('Search: not measured, there is no Chromium');
		return;
	}
	const site = await serve({ folder, base: '/' }, 0);
	const browser = await chromium.launch({ executablePath });
	try {
		for (const query of queries) {
			const costs: Cost[] = [];
			for (let run = 0; run < runs; run++) {
				const page = await openDialog(browser, site.address);
				costs.push(await ask(page, query));
				await page.context().close();
			}
			const [first, wait, bytes, trips] = (['first', 'wait', 'bytes', 'trips'] as const).map((key) =>
				median(costs.map((cost) => cost[key])),
			);
			console.log(
				`Search for “${query}”: first result after ${first?.toFixed(0)} ms, all after ${wait?.toFixed(0)} ms, ${((bytes ?? 0) / 1000).toFixed(0)} kB of index, ${trips} round trips (medians of ${runs})`,
			);
		}
	} finally {
		await browser.close();
		await site.close();
	}
}
