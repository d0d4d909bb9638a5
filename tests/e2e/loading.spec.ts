/** A page loads what it shows, and nothing else; what does not come when it is asked for is said in words. */
import type { Page } from '@playwright/test';
import { violationsIn } from './support/axe.ts';
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

/** What a reader may press on a concept page that loads a part. */
const requests: Record<string, (page: Page) => Promise<void>> = {
	'the search': (page) => page.keyboard.press('/'),
	'the sheet of keys': (page) => page.keyboard.press('?'),
	'the next stage, by its key': (page) => page.keyboard.press('n'),
	'a listing, run': (page) => page.locator('[data-run]').first().click(),
	'a listing, edited': (page) => page.locator('[data-edit]').first().click(),
	'a symbol': (page) => page.locator('.math [data-s]').first().dispatchEvent('click'),
	'sizes of one’s own': (page) => page.locator('[data-sizes] button').first().click(),
	'the retrieval check': (page) => page.locator('[data-start-check]').click(),
	'a question': (page) => page.locator('details.question > summary').first().click(),
	'a stage, marked': (page) => page.locator('[data-mark-stage]:visible').first().click(),
	'an answer, said aloud': (page) => page.locator('[data-say-aloud]').first().click(),
};

test.describe('a tab that is older than the site', () => {
	test.use({ tolerated: [/Failed to load|Failed to fetch|ERR_|status 404/] });

	for (const [name, ask] of Object.entries(requests)) {
		test(`says so when it is asked for ${name}`, async ({ page }) => {
			await page.goto(conceptPath);
			await page.route(/\/_astro\//, (route) => route.fulfill({ status: 404, body: 'gone' }));
			await page.route(page.url(), (route) =>
				route.fulfill({ contentType: 'text/html', body: '<script src="/_astro/newer.js"></script>' }),
			);
			await ask(page);
			await expect(
				page.getByText('The site was updated since you opened this page. Reload the page to go on').first(),
			).toBeVisible();
		});
	}
});

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(`a notice over the page in ${colorScheme}`, () => {
		test.use({ colorScheme, tolerated: [/Failed to load|Failed to fetch|ERR_/] });

		test('says what did not come, is gone by Escape or its button, and the next press tries again', async ({
			page,
		}) => {
			await page.goto(conceptPath);
			await page.route(/\/_astro\/sheet\..*\.js/, (route) => route.abort());
			const notice = page.getByRole('alert').filter({ hasText: 'A part of this page could not be loaded.' });
			await expect(async () => {
				await page.keyboard.press('?');
				await expect(notice).toBeInViewport({ ratio: 1, timeout: 2000 });
			}).toPass();
			expect(await violationsIn(page, '.notice')).toEqual([]);
			await page.keyboard.press('Escape');
			await expect(notice).toBeHidden();
			await page.keyboard.press('?');
			await notice.getByRole('button', { name: 'Close' }).click();
			await expect(notice).toBeHidden();
			await page.unrouteAll();
			await page.keyboard.press('?');
			await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
		});
	});
}
