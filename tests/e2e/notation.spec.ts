/** A reader asks what a symbol means: with a mouse, by keyboard alone, by touch, and without JavaScript. */
import type { Locator, Page } from '@playwright/test';
import { violationsIn } from './support/axe.ts';
import { conceptPath, layOutAll } from './support/pages.ts';
import { expect, test } from './support/test.ts';

const equation = (page: Page): Locator => page.locator('#eq-scaled-attention .math.display');
const card = (page: Page): Locator => page.locator('.symbol-card');

/** Marks of K in the equation: in `(Q, K, V)`, and below the transpose. */
const keys = (page: Page): Locator => equation(page).locator('[data-s="1"]');

async function highlighted(page: Page): Promise<string[]> {
	return page.evaluate(() => [...(CSS.highlights.get('symbol') ?? [])].map(String));
}

test('pointing at a symbol shows its card and lights it up in formulas, table and listings', async ({ page }) => {
	await page.goto(conceptPath);
	await keys(page).last().hover();
	await expect(card(page)).toBeVisible();
	await expect(card(page)).toContainText('keys, one a row');
	await expect(card(page).locator('code')).toHaveText('k');
	await expect(card(page)).toContainText('said “K”');

	const lit = page.locator('.math .lit');
	expect(await lit.count()).toBeGreaterThan(4);
	expect(new Set(await lit.evaluateAll((marks) => marks.map((mark) => mark.textContent)))).toEqual(new Set(['K']));
	await expect(page.locator('.notation div.lit .meaning')).toHaveText('keys, one a row');
	const names = await highlighted(page);
	expect(names.length).toBeGreaterThan(5);
	expect(new Set(names)).toEqual(new Set(['k']));

	// The pointer may go to the card; leaving both, or Escape, takes it away.
	await card(page).hover();
	await page.mouse.move(2, 2);
	await expect(card(page)).toBeHidden();
	await expect(page.locator('.lit')).toHaveCount(0);
	expect(await highlighted(page)).toEqual([]);
	await keys(page).last().hover();
	await expect(card(page)).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(card(page)).toBeHidden();
});

test('a symbol with an index is one symbol, in a formula and in code', async ({ page }) => {
	await page.goto(conceptPath);
	// KaTeX draws the root over what stands under it, so the pointer first wakes what answers.
	await keys(page).first().hover();
	await expect(card(page)).toBeVisible();
	await equation(page).locator('.sqrt [data-s]').first().hover();
	await expect(card(page)).toContainText('width of one query and of one key');
	expect(new Set(await highlighted(page))).toEqual(new Set(['d_k']));
});

test('a row of the table lights up its symbol', async ({ page }) => {
	await page.goto(conceptPath);
	await page.locator('.notation').getByText('values, one a row').hover();
	await expect(equation(page).locator('.lit')).toHaveText(['V', 'V']);
	await expect(card(page)).toBeHidden();
});

test('arrow keys lead through the symbols of a formula, and to the next formula', async ({ page }) => {
	await page.goto(conceptPath);
	await equation(page).focus();
	await page.keyboard.press('Shift+Tab');
	await page.keyboard.press('Tab');
	await expect(equation(page)).toBeFocused();
	const asked = page.locator('.asked');
	const status = page.getByRole('status').filter({ hasText: 'said' });
	await expect(asked).toHaveText('Q');
	await expect(status).toContainText('queries, one a row; n×dk; q; said “Q”. 1 of 7. Arrow keys');
	for (const [at, letter] of ['K', 'V', 'Q', 'K'].entries()) {
		await page.keyboard.press('ArrowRight');
		await expect(asked).toHaveText(letter);
		await expect(status).toContainText(`${at + 2} of 7.`);
	}
	await page.keyboard.press('End');
	await expect(asked).toHaveText('V');
	await page.keyboard.press('ArrowRight');
	await expect(equation(page)).not.toBeFocused();
	await expect(page.locator('.math:focus')).toHaveCount(1);
	await page.keyboard.press('ArrowLeft');
	await expect(equation(page)).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(card(page)).toBeHidden();
	await expect(equation(page)).toBeFocused();
	await page.keyboard.press('ArrowRight');
	await expect(card(page)).toBeVisible();
});

test('Tab stops once at a display formula and once at the formulas of a paragraph', async ({ page }) => {
	await page.goto(conceptPath);
	const stops = await page
		.locator('[data-stage="3"] > p')
		.evaluateAll((paragraphs) => paragraphs.map((paragraph) => paragraph.querySelectorAll('[tabindex="0"]').length));
	expect(Math.max(...stops)).toBe(1);
	await expect(page.locator('[data-s][tabindex]')).toHaveCount(0);
	await expect(page.locator('.math.display:has([data-s]):not([tabindex="0"])')).toHaveCount(0);
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });

	test('a tap near a symbol opens its card, and a tap elsewhere closes it', async ({ page }) => {
		await page.goto(conceptPath);
		await equation(page).scrollIntoViewIfNeeded();
		const box = await keys(page).first().boundingBox();
		if (!box) throw new Error('K is not drawn');
		// A finger is not exact. Where the formula breaks, its next line is not far below.
		await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height + 7);
		await expect(card(page)).toContainText('keys, one a row');
		const { x, width } = (await card(page).boundingBox()) ?? { x: -1, width: 0 };
		expect(x).toBeGreaterThanOrEqual(0);
		expect(x + width).toBeLessThanOrEqual(320);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
		await page.locator('#formula').tap();
		await expect(card(page)).toBeHidden();
	});
});

test('the card can be read by everyone', async ({ page }) => {
	await page.goto(conceptPath);
	await keys(page).first().hover();
	await expect(card(page)).toBeVisible();
	expect(await violationsIn(page, '.symbol-card', '.notation', '#eq-scaled-attention')).toEqual([]);
});

test('nothing of it is loaded before a reader asks, and nothing moves when one does', async ({ page }) => {
	const loaded: string[] = [];
	page.on('request', (request) => loaded.push(request.url()));
	await page.goto(conceptPath);
	await expect(equation(page)).toHaveAttribute('tabindex', '0');
	expect(loaded.filter((url) => /\/answer\./.test(url))).toEqual([]);
	await layOutAll(page);
	await equation(page).scrollIntoViewIfNeeded();
	// Within its stage: a figure further up may come to life meanwhile.
	const placed = () =>
		page.locator('[data-stage="3"]').evaluate((stage) => {
			const { left, top, width, height } = stage.getBoundingClientRect();
			const formula = stage.querySelector('#eq-scaled-attention .katex')?.getBoundingClientRect() ?? new DOMRect();
			return [formula.left - left, formula.top - top, formula.width, width, height].map(Math.round);
		});
	const before = await placed();
	await keys(page).first().hover();
	await expect(card(page)).toBeVisible();
	expect(loaded.filter((url) => /\/answer\./.test(url))).toHaveLength(2);
	expect(await placed()).toEqual(before);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the notation table says it all, and invites to nothing', async ({ page }) => {
		await page.goto(conceptPath);
		await expect(page.locator('.notation').getByText('keys, one a row')).toBeVisible();
		await expect(page.getByText('Point at, tap or Tab to a symbol')).toBeHidden();
		await page.locator('.notation summary').click();
		await expect(page.locator('.notation').getByText('largest score so far')).toBeVisible();
	});
});
