/** `npm run dev`, as an author meets it: a page that follows the files, and what is wrong or missing, which comes and goes. */
import { execFileSync, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { chromium, type Page, type Response } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findChromium } from '../../src/build/bootstrap/chromium.mjs';
import { miniSite, project, surround } from '../build/miniSite.ts';

/** Long enough for a busy machine; what an author waits is about a second. */
const soon = { timeout: 20_000 };

let root: string;
let address: string;
let output: () => string;
let page: Page;
const ends: (() => unknown)[] = [];

beforeAll(async () => {
	const site = miniSite();
	ends.push(site.remove);
	root = site.root;
	surround(root);
	({ address, output } = await develop());
	const executablePath = await findChromium();
	const browser = await chromium.launch({ ...(executablePath && { executablePath }) });
	ends.push(() => browser.close());
	page = await browser.newPage();
});

afterAll(async () => {
	for (const end of ends.splice(0).reverse()) await end();
});

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((listening) => server.listen(0, listening));
	const { port } = server.address() as AddressInfo;
	await new Promise((closed) => server.close(closed));
	return port;
}

async function develop(): Promise<{ readonly address: string; readonly output: () => string }> {
	const port = await freePort();
	const command = [join(project, 'node_modules/astro/bin/astro.mjs'), 'dev', '--port', String(port)];
	// Under Vitest, Astro's server answers nothing. What it says is read as plain text, wherever the test runs.
	const env = { ...process.env, VITEST: undefined, NODE_ENV: undefined, FORCE_COLOR: undefined, NO_COLOR: '1' };
	const server = spawn(process.execPath, command, { cwd: root, env });
	ends.push(() => server.kill());
	let said = '';
	server.stdout.on('data', (text) => (said += text));
	server.stderr.on('data', (text) => (said += text));
	await vi.waitUntil(() => said.includes('watching for file changes'), { timeout: 60_000 });
	return { address: `http://localhost:${port}/`, output: () => said };
}

/** Opens a concept's page. A reload that the server asks for meanwhile ends the first try. */
async function open(slug: string): Promise<Response | null> {
	const go = () => page.goto(new URL(`/concepts/${slug}/`, address).href, { timeout: 60_000 });
	return go().catch((error: Error) => (error.message.includes('ERR_ABORTED') ? go() : Promise.reject(error)));
}

/** Changes a file of a concept. */
function edit(path: string, find: string, replace: string): void {
	const file = join(root, 'content/concepts', path);
	const before = readFileSync(file, 'utf8');
	expect(before).toContain(find);
	writeFileSync(file, before.replace(find, replace));
}

const shows = (text: string) => expect.poll(() => page.locator('body').textContent(), soon).toContain(text);
const bar = () => page.locator('content-bar summary');
const alarm = () => page.locator('content-bar dialog');

it('shows a concept, and tells what is wrong as it comes and goes, in page and terminal', async () => {
	expect((await open('running-mean'))?.status()).toBe(200);
	expect(await page.locator('[data-s]').count()).toBeGreaterThan(0);
	expect(await bar().count()).toBe(0);

	edit('running-mean/index.mdx', 'Each value pulls it', 'Each newcomer pulls it');
	await shows('Each newcomer pulls it');

	const lines = readFileSync(join(root, 'content/concepts/running-mean/index.mdx'), 'utf8').split('\n');
	const line = lines.indexOf('## Intuition') + 1;
	edit('running-mean/index.mdx', '## Intuition', '## Intuiton');
	await expect.poll(output, soon).toContain('Write ## Intuition.\n\n1 problem in 1 file.');
	await expect.poll(() => alarm().textContent(), soon).toContain(`content/concepts/running-mean/index.mdx:${line}:1`);
	expect(await alarm().textContent()).toContain('Write ## Intuition.');
	await page.keyboard.press('Escape');
	await expect.poll(() => alarm().isVisible(), soon).toBe(false);
	expect(await bar().textContent()).toContain('1 wrong');

	edit('running-mean/prompts.yaml', 'kind: recall', 'kind: recal');
	await expect.poll(() => alarm().textContent(), soon).toContain('Write recall.');

	edit('running-mean/index.mdx', '## Intuiton', '## Intuition');
	edit('running-mean/prompts.yaml', 'kind: recal\n', 'kind: recall\n');
	await expect.poll(output, soon).toContain('No problems any more.');
	await expect.poll(() => bar().count(), soon).toBe(0);
	expect(await alarm().count()).toBe(0);
});

it('shows a new concept as far as it goes, with a list of what is still to do, and every edit of it', async () => {
	await open('running-mean');
	execFileSync(process.execPath, [join(project, 'src/build/new.ts'), 'weighted-mean'], { cwd: root });
	await expect.poll(async () => (await open('weighted-mean'))?.status(), soon).toBe(200);
	await shows('Weighted Mean');
	await expect.poll(() => bar().textContent(), soon).toMatch(/^Draft \d+ to do$/);
	await bar().click();
	expect(await page.locator('content-bar .list').textContent()).toMatch(/Found \d+ TODOs?/);
	expect(await alarm().count()).toBe(0);
	await open('ring-buffer');
	expect(await bar().count()).toBe(0);
});

describe('an edit of what a page reads', () => {
	it.each([
		['questions.yaml', 'What do you keep of them?', 'What do you newly keep of them?', 'you newly keep'],
		['prompts.yaml', 'how many numbers are kept?', 'how many numbers are newly kept?', 'are newly kept'],
		['diagrams/cycle.dot', 'label="new value"', 'label="newest value"', 'newest value'],
		['diagrams/kept.plot.yaml', 'label: values written', 'label: newly written', 'newly written'],
		['diagrams/flow.svg', '</text>', ' newly</text>', ' newly</text>'],
		['listings/ring.py', 'print(slots)', 'print(slots)  # newly printed', 'newly printed'],
	])('%s is shown at once', async (file, find, replace, shown) => {
		await open('ring-buffer');
		edit(`ring-buffer/${file}`, find, replace);
		await expect.poll(async () => (await page.content()).includes(shown), soon).toBe(true);
	});
});

it.each([1, 2, 4, 8])('shows what is saved by an editor that empties the file %i ms before', async (pause) => {
	await open('ring-buffer');
	const file = join(root, 'content/concepts/ring-buffer/questions.yaml');
	const text = readFileSync(file, 'utf8').replace(
		/What do you[^?]*keep of them\?/,
		`What do you after ${pause} ms keep of them?`,
	);
	const opened = openSync(file, 'w');
	await setTimeout(pause);
	writeSync(opened, text);
	closeSync(opened);
	await shows(`you after ${pause} ms keep`);
});

it('shows what is saved by an editor that puts another file in its place', async () => {
	await open('ring-buffer');
	const file = join(root, 'content/concepts/ring-buffer/index.mdx');
	const text = readFileSync(file, 'utf8');
	writeFileSync(`${file}.new`, text.replace('## Intuition\n', '## Intuition\n\nNewly put in its place.\n'));
	renameSync(`${file}.new`, file);
	await shows('Newly put in its place.');
	renameSync(file, `${file}~`);
	writeFileSync(file, text);
	rmSync(`${file}~`);
	await expect.poll(() => page.locator('body').textContent(), soon).not.toContain('Newly put in its place.');
	await shows('you after 8 ms keep');
});

it('has no page of a concept whose folder is moved away, until it is moved back', async () => {
	const folder = join(root, 'content/concepts/ring-buffer');
	const status = async () => (await fetch(new URL('/concepts/ring-buffer/', address))).status;
	renameSync(folder, join(root, 'away'));
	await expect.poll(status, soon).toBe(404);
	renameSync(join(root, 'away'), folder);
	await expect.poll(status, soon).toBe(200);
});

it('goes on checking after a file could not be read', async () => {
	const catalog = join(root, 'content/categories.yaml');
	const text = readFileSync(catalog, 'utf8');
	const checkedLast = () => output().lastIndexOf('No problems any more.');
	rmSync(catalog);
	mkdirSync(catalog);
	await vi.waitUntil(() => output().includes('not checked until the next change'), soon);
	rmSync(catalog, { recursive: true });
	writeFileSync(catalog, text);
	edit('running-mean/index.mdx', 'A stream does not end.', 'A stream does not [end](/reviews/).');
	await vi.waitUntil(() => output().lastIndexOf('/reviews/') > checkedLast(), soon);
	edit('running-mean/index.mdx', 'A stream does not [end](/reviews/).', 'A stream does not end.');
	await vi.waitUntil(() => checkedLast() > output().lastIndexOf('/reviews/'), soon);
});
