/** Served by plain http, as on an intranet: browsers leave out what they keep for secure sites, and every journey goes on without. */
import { conceptPath } from './support/pages.ts';
import { rememberAll, startCheck } from './support/recall.ts';
import { expect, test } from './support/test.ts';

test.use({ tolerated: [/preloaded using link preload but not used/] });

test('what browsers keep for secure sites is not there', async ({ page }) => {
	await page.goto('about/');
	expect(await page.evaluate(() => [isSecureContext, 'randomUUID' in crypto, 'subtle' in crypto])).toEqual([
		false,
		false,
		false,
	]);
});

test('a check is added to the review, asked when it is due, and a stage is marked', async ({ page }) => {
	await page.goto(`${conceptPath}#retrieval`);
	await startCheck(page);
	await rememberAll(page);
	await page.getByRole('button', { name: /^Add these/ }).click();
	await expect(page.getByText(/^\d+ prompts added\./)).toBeVisible();
	await page.goto(conceptPath);
	await page.getByRole('button', { name: 'Mark stage done' }).first().click();
	await expect(page.getByText('2 of 6 stages done')).toBeVisible();

	await page.clock.setFixedTime(Date.now() + 9 * 24 * 3_600_000);
	await page.goto('review/');
	await page.getByRole('button', { name: 'Show the answer' }).click();
	await page.getByRole('button', { name: 'Remembered' }).click();
	await expect(page.locator('.review-position')).toHaveText(/^2 of/);

	await page.goto('progress/');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Export a backup' }).click(),
	]);
	expect(download.suggestedFilename()).toMatch(/^sixfold-.*\.json$/);
});

test('a question is answered on its page and in a drill, and both are kept', async ({ page }) => {
	await page.goto(`${conceptPath}#q-cross-attention-sources`);
	const details = page.locator('#q-cross-attention-sources');
	await details.getByRole('radio', { name: 'strong hire' }).check();
	await details.getByRole('button', { name: 'Commit and see the rubric' }).click();
	await expect(details.getByRole('heading', { name: 'Model answer' })).toBeVisible();
	await page.reload();
	await expect(details.getByRole('heading', { name: 'Model answer' })).toBeVisible();

	await page.goto('drill/session/?seed=b7k2&concepts=attention-mechanism&level=mid&minutes=10');
	await page.getByLabel('Your answer').fill('Queries come from one side, keys and values from the other.');
	await page.reload();
	await expect(page.getByLabel('Your answer')).toHaveValue(/^Queries come/);
});

test('a listing is edited, kept and run; what is copied says so or is left to be copied by hand', async ({ page }) => {
	await page.goto(`${conceptPath}#code`);
	const listing = page.locator('[data-listing]').first();
	await listing.getByRole('button', { name: 'Edit' }).click();
	await listing.getByRole('textbox').focus();
	await page.keyboard.press('ControlOrMeta+Home');
	await page.keyboard.type('# mine');
	await page.keyboard.press('Enter');
	await expect(page.getByText('Changed by you, and kept in this browser.').first()).toBeVisible();
	await page.reload();
	await expect(page.getByText('Changed by you, and kept in this browser.').first()).toBeVisible();
});

test('nothing is kept for times without a connection, and the page about them says why', async ({ page }) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(new URL(request.url()).pathname));
	await page.goto(conceptPath);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Attention');
	expect(await page.evaluate(() => ['serviceWorker' in navigator, 'caches' in globalThis])).toEqual([false, false]);
	await page.goto('offline/');
	await expect(page.getByText('No pages are kept on this device. This address begins with http')).toBeVisible();
	await expect(page.getByRole('button', { name: /Keep/ })).toHaveCount(0);
	await page.waitForLoadState('networkidle');
	expect(asked.filter((path) => /service-worker|offline\.json/.test(path))).toEqual([]);
});
