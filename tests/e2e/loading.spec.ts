/** A page loads what it shows, and nothing else. */
import { conceptPath } from './support/pages.ts';
import { expect, test } from './support/test.ts';

test('search costs nothing until it is opened', async ({ page }) => {
	const requested: string[] = [];
	page.on('request', (request) => requested.push(new URL(request.url()).pathname));
	await page.goto(conceptPath);
	await page.waitForLoadState('networkidle');
	expect(requested.filter((path) => /pagefind|search/i.test(path))).toEqual([]);

	await page.getByRole('button', { name: /Search/ }).click();
	await expect(page.getByRole('dialog')).toBeVisible();
	await expect.poll(() => requested.filter((path) => /pagefind|search/i.test(path)).length).toBeGreaterThan(0);
});

test('every preloaded font is used, and no face is fetched that the page does not set', async ({ page }) => {
	const fetched: string[] = [];
	page.on('request', (request) => {
		if (request.resourceType() === 'font') fetched.push(new URL(request.url()).pathname);
	});
	await page.goto(conceptPath);
	await page.evaluate(() => document.fonts.ready);
	const preloaded = await page
		.locator('link[rel=preload][as=font]')
		.evaluateAll((links) => links.map((link) => new URL((link as HTMLLinkElement).href).pathname));
	expect(preloaded.length).toBeGreaterThan(0);
	expect(fetched).toEqual(expect.arrayContaining(preloaded));
	expect(new Set(fetched).size).toBe(fetched.length);
});
