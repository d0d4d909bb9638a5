/** A reader predicts what a change to a listing does, then looks: with a keyboard, on a phone, and without JavaScript. */
import { readFileSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import { withoutMarks } from '../../src/concepts/listing.ts';
import { conceptPath } from './support/pages.ts';
import { expect, test } from './support/test.ts';

const listings = `content/${conceptPath}listings`;

test('a link to a break opens it, also when it has been folded again', async ({ page }) => {
	await page.goto(`${conceptPath}#break-no-transpose`);
	const change = page.locator('#break-no-transpose');
	await expect(change.locator('.diff')).toBeVisible();
	await change.locator('> summary').click();
	await expect(change.locator('.diff')).toBeHidden();
	await page.evaluate(() => {
		const link = document.createElement('a');
		link.href = '#break-no-transpose';
		document.body.append(link);
		link.click();
	});
	await expect(change.locator('.diff')).toBeVisible();
	await expect(change.locator('.diff')).toBeInViewport();
});

test('an address that is no valid encoding leaves the page at work', async ({ page }) => {
	await page.goto(`${conceptPath}#%`);
	await page.locator('[data-stage-link] > a[href="#questions"]').first().click();
	await expect(page.locator('#questions')).toBeInViewport();
	await expect(page.locator('.stage-rail [aria-current]')).toHaveAttribute('href', '#questions');
});

/** The step after the change itself. */
const answer = (change: Locator): Locator => change.getByText('What will it print?');

test('a break opens by keyboard, asks first, and then shows both outputs side by side', async ({ page }) => {
	await page.goto(conceptPath);
	const change = page.locator('#break-no-transpose');
	await expect(change.locator('.diff')).toBeHidden();
	await change.locator('> summary').focus();
	await page.keyboard.press('Enter');
	await expect(change.locator('del')).toContainText('x.transpose(0, 2, 1, 3).reshape');
	await expect(change.locator('ins')).toContainText('return x.reshape');

	const outputs = change.locator('.break-outputs > div');
	await expect(outputs.first()).toBeHidden();
	await expect(change.locator('.break-expect')).toBeHidden();
	await answer(change).focus();
	await page.keyboard.press('Enter');
	await expect(change.locator('.break-expect')).toBeVisible();
	await expect(outputs.first().locator('mark')).toHaveText('positions that moved [3, 4]');
	await expect(outputs.last().locator('mark')).toHaveText('positions that moved [0, 1, 2, 3, 4]');
	const [left, right] = [await outputs.first().boundingBox(), await outputs.last().boundingBox()];
	expect(right?.y).toBe(left?.y);
	expect(right?.x).toBeGreaterThan(left?.x ?? 0);
});

test('a phone shows the changed output beneath the original', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto(conceptPath);
	const change = page.locator('#break-no-transpose');
	await change.locator('> summary').click();
	await answer(change).click();
	const outputs = change.locator('.break-outputs > div');
	const [upper, lower] = [await outputs.first().boundingBox(), await outputs.last().boundingBox()];
	expect(lower?.x).toBe(upper?.x);
	expect(lower?.y).toBeGreaterThan(upper?.y ?? 0);
});

test('a listing downloads as it is shown', async ({ page }) => {
	await page.goto(conceptPath);
	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Download multi_head.py' }).click();
	const file = await download;
	expect(file.suggestedFilename()).toBe('multi_head.py');
	expect(readFileSync(await file.path(), 'utf8')).toBe(withoutMarks(readFileSync(`${listings}/multi_head.py`, 'utf8')));
});

test('on paper a break is whole', async ({ page }) => {
	await page.goto(conceptPath);
	await page.emulateMedia({ media: 'print' });
	const change = page.locator('#break-no-transpose');
	for (const part of ['.diff', '.break-outputs', '.break-expect']) await expect(change.locator(part)).toBeVisible();
	for (const button of await change.getByRole('button', { includeHidden: true }).all())
		await expect(button).toBeHidden();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a break opens, and offers nothing that needs scripts', async ({ page }) => {
		await page.goto(conceptPath);
		const change = page.locator('#break-no-transpose');
		await change.locator('> summary').click();
		await expect(change.locator('.break-expect')).toBeHidden();
		await answer(change).click();
		await expect(change.locator('.break-expect')).toBeVisible();
		for (const button of await change.getByRole('button', { includeHidden: true }).all())
			await expect(button).toBeHidden();
	});
});
