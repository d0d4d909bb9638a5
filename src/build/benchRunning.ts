/** The part of `npm run bench` about running a listing: what a reader waits for the first result, and again after it. */
import { chromium } from '@playwright/test';
import { findChromium } from './bootstrap/chromium.mjs';
import { serve } from './bootstrap/server.mjs';

const RUNS = 10;

/**
 * Prints milliseconds from the press on *Run* to the end, without what the program itself took.
 *
 * @param folder A built site.
 */
export async function benchRunning(folder: string): Promise<void> {
	const executablePath = await findChromium();
	if (!executablePath) {
		console.log('Running a listing: not measured, there is no Chromium');
		return;
	}
	const site = await serve({ folder, base: '/' }, 0);
	const browser = await chromium.launch({ executablePath });
	try {
		const page = await browser.newPage();
		await page.goto(`${site.address}concepts/attention-mechanism/`);
		const waits = await page
			.locator('[data-listing]')
			.filter({ hasText: 'standard library' })
			.first()
			.evaluate(async (listing, runs) => {
				const status = listing.querySelector('[role=status]') as Element;
				const measured: number[] = [];
				for (let run = 0; run < runs; run++) {
					const started = performance.now();
					const ended = new Promise<void>((resolve) => {
						new MutationObserver((_changes, observer) => {
							if (!status.textContent.includes('ended')) return;
							observer.disconnect();
							resolve();
						}).observe(status, { characterData: true, childList: true, subtree: true });
					});
					listing.querySelector<HTMLElement>('[data-run]')?.click();
					await ended;
					const program = /(\d+) ms$/.exec(listing.querySelector('.run-head .note')?.textContent ?? '')?.[1];
					measured.push(performance.now() - started - Number(program));
				}
				return measured;
			}, RUNS);
		const [first = Number.NaN, ...later] = waits;
		const median = later.toSorted((a, b) => a - b)[Math.floor(later.length / 2)] ?? Number.NaN;
		console.log(`Running a listing: first result after ${first.toFixed(0)} ms, again ${median.toFixed(0)} ms (median)`);
	} finally {
		await browser.close();
		await site.close();
	}
}
