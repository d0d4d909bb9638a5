/** A reader sets sizes once, and shapes follow: in the notation table, the diagram and the listings. */
import type { Locator, Page } from '@playwright/test';
import { violationsIn } from './support/axe.ts';
import { conceptPath } from './support/pages.ts';
import { expect, test } from './support/test.ts';

const field = (page: Page, name: string): Locator => page.locator('.notation').getByLabel(name, { exact: true });
const queries = (page: Page): Locator => page.locator('.notation dl > div').first().locator('.size');
const scores = (page: Page): Locator => page.locator('.drawing:visible [data-dim="n n"]').first();
const comment = (page: Page): Locator => page.locator('.listing .code-comment[data-dim]').first();

async function open(page: Page): Promise<void> {
	await page.goto(conceptPath);
	await page.getByRole('button', { name: 'Set your own sizes' }).focus();
	await page.keyboard.press('Enter');
	await expect(field(page, 'batch')).toBeFocused();
}

test('sizes set by keyboard show in table, diagram and listing, stay, and go', async ({ page }) => {
	await open(page);
	await expect(queries(page)).toHaveText('5 × 4');
	await field(page, 'tokens').fill('1024');
	await field(page, 'width').fill('512');
	await field(page, 'heads').fill('8');
	await expect(page.getByText('width / heads = 512 / 8 = 64.')).toBeVisible();
	await expect(queries(page)).toHaveText('1024 × 64');
	await expect(scores(page)).toHaveText('1024 × 1024');
	await expect(comment(page)).toHaveAttribute('data-shapes', '(2, 1024, 512) → (2, 8, 1024, 64)');
	// Code that is copied stays as it was run, and so do formulas.
	await expect(comment(page)).toHaveText('# (b, n, d) -> (b, h, n, d / h)');

	await page.reload();
	await expect(queries(page)).toHaveText('1024 × 64');
	await page.getByRole('button', { name: 'Set your own sizes' }).click();
	await page.getByRole('button', { name: 'Back to the symbols' }).click();
	await expect(queries(page)).toBeEmpty();
	await expect(scores(page)).toHaveText('5 × 5');
	await expect(comment(page)).not.toHaveAttribute('data-shapes');
	await expect(page.getByRole('button', { name: 'Set your own sizes' })).toBeFocused();
});

test('heads that do not divide the width are explained, and the last shapes stand', async ({ page }) => {
	await open(page);
	await field(page, 'heads').fill('5');
	await expect(page.getByText('A width of 16 does not split into 5 heads: 16 / 5 = 3.2')).toBeVisible();
	await expect(field(page, 'heads')).toHaveAttribute('aria-invalid', 'true');
	await expect(queries(page)).toHaveText('5 × 4');
	await field(page, 'heads').fill('');
	await expect(page.getByText('For heads, a whole number from 1 to 128.')).toBeVisible();
	await field(page, 'heads').fill('8');
	await expect(queries(page)).toHaveText('5 × 2');
});

test('on a phone of 320 px', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 640 });
	await open(page);
	await field(page, 'tokens').fill('8192');
	await field(page, 'width').fill('8192');
	await field(page, 'heads').fill('1');
	await expect(scores(page)).toHaveText('8192 × 8192');
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
	expect(await violationsIn(page, '.notation')).toEqual([]);
	// The longest numbers stay inside their drawing.
	const beyond = await page.locator('.drawing:visible [data-dim]').evaluateAll(
		(labels) =>
			labels.filter((label) => {
				const box = label.getBoundingClientRect();
				const frame = label.closest('svg')?.getBoundingClientRect();
				return !frame || box.left < frame.left - 0.5 || box.right > frame.right + 0.5;
			}).length,
	);
	expect(beyond).toBe(0);
});

test('paper shows the sizes that are set, and not the fields', async ({ page }) => {
	await open(page);
	await field(page, 'tokens').fill('7');
	await page.emulateMedia({ media: 'print' });
	await expect(queries(page)).toHaveText('7 × 4');
	await expect(queries(page)).toBeVisible();
	await expect(field(page, 'tokens')).toBeHidden();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the symbols stay', async ({ page }) => {
		await page.goto(conceptPath);
		await expect(page.getByRole('button', { name: 'Set your own sizes' })).toBeHidden();
		await expect(queries(page)).toBeEmpty();
		await expect(scores(page)).toHaveText('5 × 5');
	});
});
