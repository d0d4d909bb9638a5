/** Finding a concept by search: by keyboard and pointer, with slips and formulas, and when the index cannot be had. */

import type { Locator, Page } from '@playwright/test';
import { violationsIn } from './support/axe.ts';
import { expect, test } from './support/test.ts';
import { catalogOf, wordInsidePages } from './support/words.ts';

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Search' });
const field = (page: Page): Locator => page.getByRole('combobox', { name: 'Search concepts' });
const rows = (page: Page): Locator => page.getByRole('listbox', { name: 'Results' }).getByRole('option');
const chosen = (page: Page): Locator => page.locator('[role=option][aria-selected=true]');
/** A phone's sheet shows no count; what is announced is on every width. */
const announced = (page: Page): Locator => dialog(page).getByRole('status');

async function search(page: Page, words: string): Promise<void> {
	if (await dialog(page).isHidden()) {
		await page.keyboard.press('/');
		await expect(field(page)).toBeFocused();
	}
	await field(page).fill(words);
	await expect(announced(page)).toHaveText(/^\d+ results?$|^Nothing found/, { timeout: 15_000 });
}

test.beforeEach(async ({ page }) => {
	await page.goto('./');
});

test.describe('opens and closes', () => {
	for (const keys of ['/', 'Control+k', 'Meta+k']) {
		test(`by ${keys}, and gives the focus back`, async ({ page }) => {
			await page.keyboard.press(keys);
			await expect(field(page)).toBeFocused();
			await page.keyboard.press('Escape');
			await expect(dialog(page)).toBeHidden();
		});
	}

	test('by the button, which has the focus again afterwards', async ({ page }) => {
		const button = page.locator('header [data-open-search]');
		await button.click();
		await expect(field(page)).toBeFocused();
		await page.getByRole('button', { name: 'Close' }).click();
		await expect(dialog(page)).toBeHidden();
		await expect(button).toBeFocused();
	});

	test('but a slash typed into a field is only a slash', async ({ page }) => {
		await page.locator('#catalog-filter').fill('a');
		await page.locator('#catalog-filter').press('/');
		await expect(page.locator('#catalog-filter')).toHaveValue('a/');
		await expect(dialog(page)).toBeHidden();
	});
});

test('lights the words where a result leads, once, until Escape', async ({ page }) => {
	const lit = () =>
		page.evaluate(() =>
			[...(CSS.highlights.get('sought') ?? [])].map((range) => [
				`${range}`,
				(range as Range).startContainer.parentElement?.closest('.stage')?.querySelector('h2')?.textContent,
			]),
		);
	await search(page, 'causal mask');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/concepts\/.+#/);
	await expect.poll(async () => (await lit()).length).toBeGreaterThan(0);
	const found = await lit();
	for (const [words] of found) expect(words).toMatch(/^(causal|mask)/i);
	// In the section that was found alone.
	expect(new Set(found.map(([, stage]) => stage)).size).toBe(1);
	await page.keyboard.press('Escape');
	expect(await lit()).toEqual([]);
	await page.reload();
	await page.waitForLoadState('networkidle');
	expect(await lit()).toEqual([]);
});

test.describe('Enter', () => {
	for (const [words, address] of [
		['weight decay vs l2', /\/concepts\/(?:regularization|gradient-descent)\/#(?:weight-decay|adamw|q-.+)$/],
		['gradient descent', /\/concepts\/gradient-descent\/$/],
	] as const) {
		test(`opens what ${words} means, in view`, async ({ page }) => {
			await search(page, words);
			await page.keyboard.press('Enter');
			await expect(page).toHaveURL(address);
			const anchor = new URL(page.url()).hash.slice(1);
			if (anchor) await expect(page.locator(`[id="${anchor}"]`)).toBeInViewport();
		});
	}

	test('says that a concept in preparation is one, and opens the closest passage', async ({ page }) => {
		const { planned } = await catalogOf(page);
		const [{ name } = { name: '' }] = planned;
		// Once every concept of the catalog is written, there is nothing to say.
		if (!name) return;
		await search(page, name);
		await expect(dialog(page).getByText(`${name} is not written yet.`)).toBeVisible();
		await expect(chosen(page)).toHaveAttribute('href', /#/);
	});
});

test('a query costs two round trips once the dialog is open', async ({ page }) => {
	await page.keyboard.press('/');
	await expect(field(page)).toBeFocused();
	await page.waitForLoadState('networkidle');
	const requested: string[] = [];
	page.on('request', (request) => requested.push(new URL(request.url()).pathname));
	await search(page, 'softmax');
	// All parts of the index come together, and then all texts.
	const kinds = requested.map((path) => /\/(index|fragment)\//.exec(path)?.[1]);
	expect(new Set(kinds)).toEqual(new Set(['index', 'fragment']));
	expect(kinds.indexOf('fragment')).toBeGreaterThan(kinds.lastIndexOf('index'));
});

test.describe('finds', () => {
	for (const [words, title] of [
		['SGD', 'Gradient Descent'],
		['BPE', 'Tokenization & BPE'],
		['atention', 'Attention Mechanisms'],
		['q k v', 'Attention Mechanisms'],
		['softmax(QKᵀ', 'Attention Mechanisms'],
		['softmax(QK^T', 'Attention Mechanisms'],
		['overfiting', 'Bias-Variance Tradeoff'],
	] as const) {
		// Which of all concepts comes first is for tests/queries to say.
		test(`${words}: ${title}`, async ({ page }) => {
			await search(page, words);
			await expect(page.getByRole('group', { name: title })).toBeVisible();
		});
	}

	test('a slip that no title mends, and says what it searched for', { tag: '@everywhere' }, async ({ page }) => {
		const { word, slip } = await wordInsidePages(page);
		await search(page, slip);
		await expect(dialog(page).getByText(`Nothing says “${slip}”`)).toBeVisible();
		await expect(dialog(page).getByRole('button', { name: word, exact: true })).toBeVisible();
		await expect(rows(page).first()).toBeVisible();
	});

	test('sections, questions and prompts by stage, with the match marked', { tag: '@everywhere' }, async ({ page }) => {
		await search(page, 'softmax');
		const result = page
			.getByRole('group')
			.filter({ has: page.locator('.search-stage') })
			.first();
		const labels = result.locator('.search-stage');
		await expect(labels).not.toHaveCount(0);
		for (const label of await labels.allTextContents()) {
			expect(label).toMatch(
				/^(?:[1-6](?:Big picture|Intuition|The math|Internals & complexity|Runnable code|Question, \w+|Task|Prompt)|Terms)$/,
			);
		}
		await expect(
			result
				.locator('mark')
				.filter({ hasText: /softmax/i })
				.first(),
		).toBeVisible();
	});

	test('nothing, says so, and offers concepts', async ({ page }) => {
		await search(page, 'xyzzy');
		await expect(dialog(page).getByText('found for “xyzzy”')).toBeVisible();
		await expect(rows(page)).not.toHaveCount(0);
		await expect(chosen(page)).toHaveCount(0);
	});

	test('markup in a query is only text', async ({ page }) => {
		await search(page, '<img src=x onerror=alert(1)>');
		await expect(dialog(page).locator('img')).toHaveCount(0);
	});
});

test.describe('by keyboard', () => {
	test('arrows, Home and End move, Enter opens what is chosen', async ({ page }) => {
		await search(page, 'softmax');
		// What a query only mentions opens at its best section.
		await expect(chosen(page)).toContainText(/softmax/i);
		const first = (await rows(page).first().getAttribute('id')) ?? '';
		expect(first).toMatch(/^found-/);
		await page.keyboard.press('ArrowUp');
		await expect(rows(page).first()).toHaveAttribute('aria-selected', 'true');
		await page.keyboard.press('End');
		await expect(rows(page).last()).toHaveAttribute('aria-selected', 'true');
		await page.keyboard.press('ArrowDown');
		await expect(rows(page).first()).toHaveAttribute('aria-selected', 'true');
		await page.keyboard.press('ArrowUp');
		await expect(rows(page).last()).toHaveAttribute('aria-selected', 'true');
		await page.keyboard.press('Home');
		await expect(field(page)).toHaveAttribute('aria-activedescendant', first);
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(new RegExp(`/concepts/${first.replace('found-', '')}/#.+`));
		const anchor = new URL(page.url()).hash.slice(1);
		await expect(page.locator(`[id="${anchor}"]`)).toBeInViewport();
	});

	test('Control+Enter opens in another tab and leaves the search', async ({ page, context }) => {
		await search(page, 'bpe');
		const opened = context.waitForEvent('page');
		await page.keyboard.press('Control+Enter');
		const tab = await opened;
		await expect(tab).toHaveURL(/\/concepts\/tokenization-bpe\/$/);
		await expect(dialog(page)).toBeVisible();
	});

	test('every hit is at an address of its page', { tag: '@everywhere' }, async ({ page }) => {
		await search(page, 'gradient');
		const addresses = await rows(page).evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
		expect(addresses.length).toBeGreaterThan(4);
		const pages = Map.groupBy(addresses, (address) => new URL(address).pathname);
		for (const [path, links] of pages) {
			await page.goto(path);
			for (const { hash } of links.map((link) => new URL(link))) {
				if (hash) await expect(page.locator(`[id="${hash.slice(1)}"]`)).toHaveCount(1);
			}
		}
	});
});

test('the category filter narrows the results', async ({ page }) => {
	const { concepts } = await catalogOf(page);
	const others = concepts.filter(({ category }) => category !== 'optimization').map(({ name }) => name);
	const shown = () => page.locator('[role=option].search-concept:visible .search-title').allTextContents();
	const fromOthers = async () => (await shown()).filter((title) => others.some((name) => title.startsWith(name)));
	await search(page, 'gradient');
	expect(await fromOthers()).not.toEqual([]);
	await page.getByRole('radio', { name: 'Optimization' }).check({ force: true });
	await expect.poll(fromOthers).toEqual([]);
	await expect(page.getByRole('group', { name: 'Gradient Descent' })).toBeVisible();
});

test('what was searched for and opened is offered again, until it is forgotten', { tag: '@everywhere' }, async ({
	page,
}) => {
	await search(page, 'bpe');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/tokenization-bpe/);
	await page.waitForLoadState(); // The address changes before the page listens for keys.
	await page.keyboard.press('/');
	await page.getByRole('group', { name: 'Recent searches' }).getByRole('option', { name: 'bpe' }).click();
	await expect(field(page)).toHaveValue('bpe');
	await field(page).fill('');
	await page.getByRole('button', { name: 'Forget these' }).click();
	await expect(page.getByRole('group', { name: 'Recent searches' })).toBeHidden();
});

test.describe('without the index', () => {
	test.use({ tolerated: [[/pagefind/i, /Failed to load resource/], { scope: 'test' }] });

	test('a category without such a title leads to all of them', async ({ page }) => {
		await page.route('**/pagefind/pagefind.js*', (route) => route.abort());
		await search(page, 'tokenization');
		await page.getByRole('radio', { name: 'Optimization' }).check({ force: true });
		await page.getByRole('button', { name: 'Search all categories' }).click();
		await expect(page.getByRole('group', { name: 'Tokenization & BPE' })).toBeVisible();
	});

	test('titles and headings are still found, the message says so, and it can be tried again', async ({ page }) => {
		await page.route('**/pagefind/pagefind.js*', (route) => route.abort());
		await search(page, 'gradient');
		const message = dialog(page).getByText('The text of the pages was not searched.');
		await expect(message).toBeVisible();
		await expect(page.getByRole('group', { name: 'Gradient Descent' })).toBeVisible();
		await page.unroute('**/pagefind/pagefind.js*');
		await page.getByRole('button', { name: 'Try again' }).click();
		await expect(page.getByRole('group', { name: 'Gradient Descent' }).locator('.search-hit').first()).toBeVisible();
		await expect(message).toBeHidden();
	});
});

test('sections are listed at once, from the contents, while the full text is on its way', async ({ page }) => {
	let release: () => void = () => {};
	const held = new Promise<void>((resolve) => {
		release = resolve;
	});
	await page.route('**/pagefind/index/*', async (route) => {
		await held;
		await route.continue();
	});
	await page.keyboard.press('/');
	await expect(field(page)).toBeFocused();
	await field(page).fill('why does my loss explode');
	const first = page.getByRole('group', { name: 'Gradient Descent' }).locator('.search-hit').first();
	await expect(first).toBeVisible();
	await expect(dialog(page).locator('.search-count')).toHaveText('Searching…');
	release();
	await expect(dialog(page).locator('.search-count')).toHaveText(/^\d+ results$/);
	await expect(first).toBeVisible();
});

test('has no accessibility violation in any state', async ({ page }) => {
	await search(page, 'softmax');
	expect(await violationsIn(page, 'dialog')).toEqual([]);
	await search(page, 'xyzzy');
	expect(await violationsIn(page, 'dialog')).toEqual([]);
	await field(page).fill('');
	await expect(rows(page).first()).toBeVisible();
	expect(await violationsIn(page, 'dialog')).toEqual([]);
});

test.describe('the filter of the catalog', () => {
	const left = (page: Page): Locator => page.locator('[data-concept]:visible');

	test('narrows as one types, by keyboard, and keeps what was typed in the address', async ({ page }) => {
		await page.keyboard.press('f');
		await page.keyboard.type('rmsprop nesterov');
		await expect(left(page)).toHaveCount(1);
		await expect(page.locator('[data-category]:visible')).toHaveCount(1);
		await expect(page.locator('#catalog-filter-status')).toHaveText(/^1 of \d+ concepts$/);
		await expect(page).toHaveURL(/\?q=rmsprop(?:\+|%20)nesterov$/);
		await page.reload();
		await expect(page.locator('#catalog-filter')).toHaveValue('rmsprop nesterov');
		await expect(left(page)).toHaveCount(1);
		await page.locator('#catalog-filter').press('ArrowDown');
		await expect(page.getByRole('link', { name: 'Gradient Descent', exact: true })).toBeFocused();
		await page.locator('#catalog-filter').press('Escape');
		await expect(left(page)).not.toHaveCount(1);
		await expect(page).not.toHaveURL(/q=/);
	});

	test('narrows by area, level and how far one is; the address says so', async ({ page }) => {
		await page.evaluate(() =>
			localStorage.setItem(
				'sixfold:/:summary',
				JSON.stringify({ stages: { 'hash-tables': [1, 2], pca: [1, 2, 3, 4, 5, 6] }, due: { pca: [[0, 2]] } }),
			),
		);
		await page.goto('?area=swe&state=begun');
		await expect(left(page)).toHaveCount(1);
		await expect(page.getByRole('link', { name: 'Hash Tables' })).toBeVisible();
		await page.getByLabel('Area').selectOption({ label: 'Machine learning' });
		await expect(left(page)).toHaveCount(0);
		await expect(page.locator('#catalog-filter-status')).toHaveText('No concept is like that.');
		await page.getByLabel('How far you are').selectOption({ label: 'prompts due' });
		await expect(left(page)).toHaveCount(1);
		await expect(page).toHaveURL(/\?area=ml&state=due$/);
		await page.getByLabel('Level').selectOption({ label: 'foundation' });
		await page.getByLabel('Level').press('Escape');
		await expect(page).not.toHaveURL(/\?/);
		await expect(left(page)).not.toHaveCount(0);
	});

	test('leads from nothing to the search of the pages', async ({ page }) => {
		const { word } = await wordInsidePages(page);
		await page.locator('#catalog-filter').fill(word);
		await expect(left(page)).toHaveCount(0);
		await page.getByRole('button', { name: 'Search inside the pages' }).click();
		await expect(field(page)).toHaveValue(word);
		await expect(rows(page).first()).toBeVisible();
	});
});

test.describe('a wrong address', () => {
	test.use({ tolerated: [[/status 404/, /404 \(Not Found\)/], { scope: 'test' }] });

	test('suggests the concept it means, and searches for its words', { tag: '@everywhere' }, async ({ page }) => {
		await page.goto('./concepts/atention-mechanisms');
		const suggestion = page.locator('#suggestions').getByRole('link', { name: 'Attention Mechanisms' });
		await expect(suggestion).toBeVisible();
		await page.locator('main [data-open-search]').click();
		await expect(field(page)).toHaveValue('atention mechanisms');
		await page.keyboard.press('Escape');
		await suggestion.click();
		await expect(page).toHaveURL(/\/concepts\/attention-mechanism\/$/);
	});
});
