/**
 * The main journeys in Firefox as Debian or anybody else installs it, over WebDriver BiDi; its console stays empty. Playwright drives
 * builds of its own only.
 */
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { find } from '../../src/build/bootstrap/debian.mjs';
import { serve } from '../../src/build/bootstrap/server.mjs';
import { rootSite } from '../../src/build/bootstrap/sites.mjs';

const firefox = process.env.FIREFOX_PATH ?? find('firefox-esr') ?? find('firefox');
const concept = 'concepts/attention-mechanism/';

/** Python starts in seconds; on a machine that is busy, in more of them. */
const PATIENT = { timeout: 240_000 };

describe.runIf(firefox)('Firefox', PATIENT, () => {
	let site: Awaited<ReturnType<typeof serve>>;
	let browser: Browser;
	let page: Page;
	let problems: string[];

	beforeAll(async () => {
		site = await serve({ folder: rootSite.folder, base: rootSite.base }, 0);
		browser = await puppeteer.launch({ browser: 'firefox', executablePath: firefox ?? '', headless: true });
	}, PATIENT.timeout);
	afterAll(async () => {
		await browser?.close();
		await site?.close();
	});

	beforeEach(async () => {
		problems = [];
		const context = await browser.createBrowserContext();
		page = await context.newPage();
		page.setDefaultTimeout(60_000);
		page.on('console', (message) => {
			if (['error', 'warn'].includes(message.type())) problems.push(message.text());
		});
		page.on('pageerror', (error) => problems.push(String(error)));
		page.on('response', (response) => {
			if (response.status() >= 400) problems.push(`status ${response.status()}: ${response.url()}`);
		});
	});
	afterEach(async () => {
		await page.browserContext().close();
		expect(problems).toEqual([]);
	});

	const open = (path: string) => page.goto(site.address + path, { waitUntil: 'load' });
	const press = (selector: string) => page.locator(selector).click();
	const sees = (text: string) =>
		page.waitForFunction((words: string) => document.body.textContent.includes(words), { timeout: 120_000 }, text);

	it('reads a concept, with every formula and stage', async () => {
		await open(concept);
		await sees('Attention');
		const stages = await page.$$eval('main h2', (headings) => headings.length);
		expect(stages).toBeGreaterThanOrEqual(6);
		expect(await page.$$eval('.katex', (formulas) => formulas.length)).toBeGreaterThan(0);
	});

	it('searches, and opens what it found', async () => {
		await open('');
		await press('header [data-open-search]');
		await page.locator('[role=combobox]').fill('softmax');
		// Who leaves while the index still loads breaks that off, and Firefox reports it.
		await page.waitForSelector('.search-count:not(.waiting):not(:empty)');
		await page.locator('[role=option]').click();
		await page.waitForFunction(() => location.pathname.startsWith('/concepts/'));
	});

	it('runs code and stops at its record', async () => {
		await open(concept);
		await press('[data-listing] [data-run]');
		await sees('equal to the recorded output');
	});

	it('moves a figure', async () => {
		await open(concept);
		await page.$eval('astro-island > *', (figure) => figure.scrollIntoView());
		await page.waitForSelector('astro-island:not([ssr])');
		const slider = await page.waitForSelector('astro-island input[type=range]');
		const before = await page.$eval('astro-island', ({ textContent }) => textContent);
		await slider?.focus();
		await page.keyboard.press('ArrowRight');
		await expect.poll(() => page.$eval('astro-island', ({ textContent }) => textContent)).not.toBe(before);
	});

	it('checks a concept, and keeps it for the review', async () => {
		await open(concept);
		await press('[data-start-check]');
		// Keys alone: the focus has to follow from question to answer and on.
		while (!(await page.$('.check-result'))) {
			await page.waitForSelector('.asked:focus');
			await page.keyboard.press(' ');
			await page.waitForSelector('.answered.revealed:focus');
			await page.keyboard.press('2');
			await page.waitForSelector('.asked:focus, .check-result');
		}
		// Firefox asks whether the site may keep data for good; nobody answers here, and nothing waits for it.
		await press('.check-keep .primary');
		await sees('prompts added');
		await open('review/');
		await sees('Nothing is due today');
	});

	it('plans a drill and begins it', async () => {
		await open('drill/?seed=b7k2&concepts=attention-mechanism&level=mid&minutes=10');
		await press('a.primary');
		await page.locator('textarea').fill('The queries ask, keys and values answer.');
		await press('.bands label');
		await press('::-p-text(Commit and see the rubric)');
		await page.waitForSelector('.rubric.marked');
	});
});
