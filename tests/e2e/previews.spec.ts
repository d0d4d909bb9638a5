/** A reader presses a number that a listing printed, or a term, and sees what is behind it. */
import type { Page } from '@playwright/test';
import { violationsIn } from './support/axe.ts';
import { conceptPath } from './support/pages.ts';
import { expect, test } from './support/test.ts';

const card = (page: Page) => page.locator('.preview');
/** One of the text itself; others wait in answers that are folded. */
const number = (page: Page) => page.locator('.stage > p a.out').first();

test('a number shows the line that it stands in, and leads to the listing', async ({ page }) => {
	await page.goto(conceptPath);
	const words = (await number(page).textContent()) ?? '';
	await number(page).click();
	await expect(card(page)).toBeVisible();
	await expect(card(page).locator('samp')).toContainText(words);
	await expect(number(page)).toHaveAttribute('aria-expanded', 'true');
	await expect(page.getByRole('status').filter({ hasText: words })).toBeAttached();
	await card(page).getByRole('link').click();
	await expect(page).toHaveURL(/#(listing|break)-/);
	await expect(card(page)).toBeHidden();
	const target = page.locator(new URL(page.url()).hash);
	await expect(target).toBeInViewport();
	await expect(target).toContainText(words);
});

test('a term shows its gloss; by keyboard, a second press leads to the list', async ({ page }) => {
	await page.goto(conceptPath);
	const term = page.locator('a.term').first();
	const hash = (await term.getAttribute('href')) ?? '';
	const gloss = await page.locator(`${hash} dd`).textContent();
	await term.focus();
	await page.keyboard.press('Enter');
	await expect(card(page)).toContainText((gloss ?? '').slice(0, 30));
	await page.keyboard.press('Tab');
	await expect(card(page).getByRole('link')).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(card(page)).toBeHidden();
	await expect(term).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(card(page)).toBeVisible();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(new RegExp(`${hash}$`));
	// The list leads back to where the text says it.
	await page.locator(`${hash} dt a`).click();
	await expect(term).toBeInViewport();
});

test('pressing elsewhere takes the card away, and two cards never stand together', async ({ page }) => {
	await page.goto(conceptPath);
	await page.locator('a.term').nth(0).click();
	await page.locator('a.term').nth(1).click();
	await expect(card(page)).toHaveCount(1);
	await page.locator('h1').click();
	await expect(card(page)).toBeHidden();
});

test('the card has no barriers and stays inside a narrow page', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 640 });
	await page.goto(conceptPath);
	await number(page).click();
	await expect(card(page)).toBeVisible();
	const box = await card(page).boundingBox();
	expect(box?.x).toBeGreaterThanOrEqual(0);
	expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
	expect(await violationsIn(page, '.preview')).toEqual([]);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('both are links', async ({ page }) => {
		await page.goto(conceptPath);
		await page.locator('a.term').first().click();
		await expect(page).toHaveURL(/#term-/);
		await page.goto(conceptPath);
		await number(page).click();
		await expect(page).toHaveURL(/#(listing|break)-/);
	});
});
