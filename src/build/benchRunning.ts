/** The part of `npm run bench` about running a listing, or a task's tests: what a reader waits for the first result, and again after it. */
import { chromium } from '@playwright/test';
import { findChromium } from './bootstrap/chromium.mjs';
import { serve } from './bootstrap/server.mjs';

/**
 * Prints milliseconds from the press on *Run* to the end, without what the program itself took.
 *
 * @param folder A built site.
 * @param runs How often the listing is run.
 */
export async function benchRunning(folder: string, runs: number): Promise<void> {
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
				const measured: number[] = [];
				for (let run = 0; run < runs; run++) {
					const started = performance.now();
					// The first run brings the panel, and the later ones find it saying that the last one ended.
					let isBusy = run === 0;
					const ended = new Promise<void>((resolve) => {
						new MutationObserver((_changes, observer) => {
							const says = listing.querySelector('[role=status]')?.textContent ?? '';
							if (!says.includes('ended')) isBusy = true;
							else if (isBusy) {
								observer.disconnect();
								resolve();
							}
						}).observe(listing, { characterData: true, childList: true, subtree: true });
					});
					listing.querySelector<HTMLElement>('[data-run]')?.click();
					await ended;
					const program = /(\d+) ms$/.exec(listing.querySelector('.run-head .note')?.textContent ?? '')?.[1];
					measured.push(performance.now() - started - Number(program));
				}
				return measured;
			}, runs);
		const [first = Number.NaN, ...later] = waits;
		const median = later.toSorted((a, b) => a - b)[Math.floor(later.length / 2)] ?? Number.NaN;
		console.log(`Running a listing: first result after ${first.toFixed(0)} ms, again ${median.toFixed(0)} ms (median)`);
	} finally {
		await browser.close();
		await site.close();
	}
}

/** The task that is timed, by its place among the built files. */
const timed = { concept: 'gradient-descent', question: 'write-adamw' };

/**
 * Prints milliseconds from the press on *Run the tests* to the end of the last, the cases' own time included: of
 * the solution, run after run.
 *
 * @param folder A built site.
 * @param runs How often the tests are run.
 */
export async function benchTask(folder: string, runs: number): Promise<void> {
	const executablePath = await findChromium();
	if (!executablePath) {
		console.log("A task's tests: not measured, there is no Chromium");
		return;
	}
	const site = await serve({ folder, base: '/' }, 0);
	const browser = await chromium.launch({ executablePath });
	try {
		const page = await browser.newPage();
		const { concept, question } = timed;
		await page.goto(`${site.address}concepts/${concept}/#q-${question}`);
		const material = await page.request.get(`${site.address}concepts/${concept}/tasks/${question}.json`);
		const { file, solution }: { file: string; solution: string } = await material.json();
		await page.locator(`#q-${question}`).getByRole('button', { name: 'Solve it' }).click();
		await page.getByRole('textbox', { name: file }).focus();
		await page.keyboard.press('ControlOrMeta+a');
		await page.keyboard.insertText(solution);
		const waits: number[] = [];
		for (let run = 1; run <= runs; run++) {
			waits.push(await page.locator('.solve').evaluate(pressAndWait, run));
		}
		const [first = Number.NaN, ...later] = waits;
		const median = later.toSorted((a, b) => a - b)[Math.floor(later.length / 2)] ?? Number.NaN;
		console.log(
			`A task's tests: first result after ${first.toFixed(0)} ms, again ${median.toFixed(0)} ms (median), the cases' own time included`,
		);
	} finally {
		await browser.close();
		await site.close();
	}
}

/** In the page: runs the tests, and waits until they say that they have run so often. */
function pressAndWait(solve: Element, run: number): Promise<number> {
	const button = [...solve.querySelectorAll('button')].find(({ textContent }) => textContent === 'Run the tests');
	const began = performance.now();
	return new Promise((resolve) => {
		const said = `in ${run} run`;
		new MutationObserver((_changes, observer) => {
			const isIdle = button?.textContent === 'Run the tests';
			if (!isIdle || !solve.querySelector('.cases > summary')?.textContent?.includes(said)) return;
			observer.disconnect();
			resolve(performance.now() - began);
		}).observe(solve, { characterData: true, childList: true, subtree: true });
		button?.click();
	});
}
