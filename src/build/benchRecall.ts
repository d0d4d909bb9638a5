/** The part of `npm run bench` about the review: what a long history costs in a browser, and what a year of reviewing brings. */
import { chromium } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import { fsrsScheduler } from '../recall/schedule/scheduler.ts';
import type { measureRecall, Scale } from './benchRecallPage.ts';
import { findChromium } from './bootstrap/chromium.mjs';
import { habits, simulateYear } from './simulatedYear.ts';

async function bundled(): Promise<string> {
	const output = await build({
		configFile: false,
		logLevel: 'silent',
		build: {
			write: false,
			lib: { entry: 'src/build/benchRecallPage.ts', formats: ['es'], fileName: 'bench' },
			rolldownOptions: { output: { codeSplitting: false } },
		},
	});
	const [{ output: chunks }] = [output].flat() as [Rolldown.RolldownOutput];
	return chunks[0].code;
}

const median = (numbers: readonly number[]): number =>
	numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
const figures = (ms: readonly number[]): string => `${median(ms).toFixed(1)} ms (first ${ms[0]?.toFixed(1)} ms)`;

async function benchBrowser(scale: Scale): Promise<void> {
	const executablePath = await findChromium();
	if (!executablePath) {
		console.log('Review: not measured, there is no Chromium');
		return;
	}
	const browser = await chromium.launch({ executablePath });
	try {
		const page = await browser.newPage();
		const code = await bundled();
		await page.route('http://localhost/**', (route) =>
			route.request().url().endsWith('.js')
				? route.fulfill({ contentType: 'text/javascript', body: code })
				: route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bench</title>' }),
		);
		await page.goto('http://localhost/');
		const { startUp, queue, answer } = await page.evaluate(async (asked) => {
			const { measureRecall: measure }: { measureRecall: typeof measureRecall } = await import('/bench.js' as string);
			return measure(asked);
		}, scale);
		const size = `${scale.prompts.toLocaleString('en-US')} prompts and ${scale.events.toLocaleString('en-US')} events`;
		console.log(
			`Review with ${size}: start-up ${figures(startUp)}, queue ${figures(queue)}, answer ${figures(answer)}`,
		);
	} finally {
		await browser.close();
	}
}

function benchYear(): void {
	const scheduler = fsrsScheduler();
	for (const habit of habits) {
		const year = simulateYear(habit, 0.9, scheduler);
		const row = [
			`${(year.retention * 100).toFixed(1)} % of answers remembered (90 asked)`,
			`${year.answers} answers`,
			`${year.perDay.toFixed(0)} a day, at most ${year.most}`,
			`${(year.recallAtEnd * 100).toFixed(1)} % known at the end`,
		];
		console.log(`A year of 480 prompts, ${year.name}: ${row.join(', ')}`);
	}
}

/** Prints the figures. */
export async function benchRecall(scale: Scale): Promise<void> {
	await benchBrowser(scale);
	benchYear();
}
