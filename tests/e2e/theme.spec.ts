/** Light, dark or as the system has it, from the first paint. */
import type { Page } from '@playwright/test';
import { conceptPath } from './support/pages.ts';
import { expect, test } from './support/test.ts';

/** How light the page's ground is, from 0 to 1. */
const ground = (page: Page): Promise<number> =>
	page.evaluate(() => {
		const context = document.createElement('canvas').getContext('2d');
		if (!context) throw new Error('No canvas');
		context.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
		context.fillRect(0, 0, 1, 1);
		return (context.getImageData(0, 0, 1, 1).data[1] ?? 0) / 255;
	});

async function choose(page: Page, theme: 'System' | 'Light' | 'Dark'): Promise<void> {
	await page.getByRole('button', { name: 'Theme' }).click();
	await page.getByRole('radio', { name: theme }).check();
	await page.keyboard.press('Escape');
}

test('the system decides until the reader does', async ({ page }) => {
	await page.emulateMedia({ colorScheme: 'dark' });
	await page.goto(conceptPath);
	expect(await ground(page)).toBeLessThan(0.3);
	await choose(page, 'Light');
	expect(await ground(page)).toBeGreaterThan(0.9);
	await page.reload();
	expect(await ground(page)).toBeGreaterThan(0.9);
	await choose(page, 'System');
	expect(await ground(page)).toBeLessThan(0.3);
});

test('the choice holds on every page, before anything is painted', async ({ page }) => {
	await page.emulateMedia({ colorScheme: 'light' });
	await page.goto('');
	await choose(page, 'Dark');
	await page.addInitScript(() => {
		new MutationObserver((_, observer) => {
			if (!document.body) return;
			document.documentElement.dataset.themeAtBody = document.documentElement.dataset.theme ?? 'none';
			observer.disconnect();
		}).observe(document, { childList: true, subtree: true });
	});
	await page.goto(conceptPath);
	await expect(page.locator('html')).toHaveAttribute('data-theme-at-body', 'dark');
	expect(await ground(page)).toBeLessThan(0.3);
});

test('code, formulas and diagrams take the theme', async ({ page }) => {
	await page.goto(conceptPath);
	const colors = (): Promise<string[]> =>
		page.evaluate(() =>
			['.listing code', '.katex', 'figure.diagram svg text'].map((selector) => {
				const element = document.querySelector(selector);
				if (!element) throw new Error(`${selector} is not on the page`);
				const { color, fill } = getComputedStyle(element);
				return `${selector} ${element instanceof SVGElement ? fill : color}`;
			}),
		);
	await choose(page, 'Light');
	const light = await colors();
	await choose(page, 'Dark');
	const dark = await colors();
	for (const [index, color] of dark.entries()) expect(color).not.toBe(light[index]);
});
