/** The part of `npm run bench` about writing: how long an author who has saved a page waits to see it. */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findChromium } from './bootstrap/chromium.mjs';

/** The development server, when it says that it is ready. */
function develop(folder: string): Promise<{ readonly address: string; readonly end: () => void }> {
	const env = { ...process.env, NO_COLOR: '1' };
	const server = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'dev'], { cwd: folder, env });
	let said = '';
	return new Promise((resolve, reject) => {
		const hear = (text: Buffer): void => {
			said += text;
			const address = /http:\/\/localhost:\d+\S*/.exec(said)?.[0];
			if (address && said.includes('watching for file changes')) resolve({ address, end: () => server.kill() });
		};
		server.stdout.on('data', hear);
		server.stderr.on('data', hear);
		server.on('close', () => reject(new Error(`the development server ended:\n${said}`)));
	});
}

/** Saves a page with another word in it. @returns milliseconds until a browser that has it open shows the word. */
async function save(page: Page, path: string, word: string): Promise<number> {
	const text = readFileSync(path, 'utf8');
	const started = performance.now();
	writeFileSync(path, text.replace(/^(?:The|A|An|Word\d+)(?= )/m, word));
	await page.getByText(word).first().waitFor();
	return performance.now() - started;
}

/**
 * Prints what an author waits for: the first page of a server that has just begun, and a page after it was saved.
 *
 * @param folder A project.
 * @param slug A concept of it.
 */
export async function benchDev(folder: string, slug: string, runs: number): Promise<void> {
	const executablePath = await findChromium();
	const browser = await chromium.launch({ ...(executablePath && { executablePath }) });
	const started = performance.now();
	const { address, end } = await develop(folder).catch(async (error) => {
		await browser.close();
		throw error;
	});
	try {
		const page = await browser.newPage();
		await page.goto(`${address}concepts/${slug}/`, { timeout: 300_000 });
		const first = performance.now() - started;
		const path = join(folder, 'content', 'concepts', slug, 'index.mdx');
		const waits: number[] = [];
		for (let run = 0; run < runs; run++) waits.push(await save(page, path, `Word${run}`));
		const sorted = waits.toSorted((a, b) => a - b);
		const [least, middle, most] = [0, runs >> 1, runs - 1].map((at) => `${Math.round(sorted[at] ?? Number.NaN)} ms`);
		console.log(
			`Development: first page after ${(first / 1000).toFixed(1)} s; a saved page shows after ${middle} (${least} to ${most})`,
		);
	} finally {
		await browser.close();
		end();
	}
}
