/** The main journeys, each in short: they are walked on every host, at the root and below a path. */
import { conceptPath } from './support/pages.ts';
import { answerBy, startCheck } from './support/recall.ts';
import { expect, test } from './support/test.ts';

// Python starts in seconds; on a machine that is busy, in more of them. What was preloaded is in the browser's memory after a reload.
test.describe.configure({ timeout: 240_000 });
test.use({ tolerated: [/preloaded using link preload but not used/] });

test('found by the catalog, read without a slash at the end of its address, back again', { tag: '@hosts' }, async ({
	page,
	site,
}) => {
	const requested: string[] = [];
	page.on('request', (request) => requested.push(new URL(request.url()).pathname));
	await page.goto('./');
	await page
		.getByRole('main')
		.getByRole('link', { name: /^Attention/ })
		.first()
		.click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Attention');
	await page.goto(conceptPath.replace(/\/$/, ''));
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Attention');
	await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Catalog' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Interview concepts');
	expect(requested.filter((path) => !path.startsWith(site.base))).toEqual([]);
});

test('found by search', { tag: '@hosts' }, async ({ page }) => {
	await page.goto('./');
	await page.keyboard.press('/');
	await page.getByRole('combobox', { name: 'Search concepts' }).fill('softmax');
	await page.getByRole('listbox', { name: 'Results' }).getByRole('option').first().click({ timeout: 30_000 });
	await expect(page).toHaveURL(/\/concepts\/[^/]+\//);
});

test('code runs, changed and as it is', { tag: '@hosts' }, async ({ page }) => {
	await page.goto(conceptPath);
	const listing = page.locator('[data-listing]').filter({ hasText: 'standard library' }).first();
	const button = (word: string) => listing.getByRole('button', { name: new RegExp(`^${word}\\b`) });
	await button('Run').click();
	await expect(listing.getByRole('status')).toContainText('ended, equal to the recorded output', { timeout: 120_000 });
	await button('Edit').click();
	await listing.getByRole('textbox').fill('print(6 * 7)');
	await button('Run').click();
	await expect(listing.locator('.run-output')).toHaveText('42');
});

test('checked, and kept for the review', { tag: '@hosts' }, async ({ page }) => {
	await page.goto(`${conceptPath}#retrieval`);
	const prompts = await page.locator('.prompts > li').count();
	await startCheck(page);
	for (let prompt = 0; prompt < prompts; prompt++) await answerBy(page, '2');
	await page.getByRole('button', { name: `Add these ${prompts} prompts to my review` }).click();
	await expect(page.getByText(`${prompts} prompts added.`)).toBeVisible();
	await page.goto('review/');
	await expect(page.getByText('Nothing is due today.')).toBeVisible();
});

test('a question answered, scored and marked', { tag: '@hosts' }, async ({ page }) => {
	await page.goto(conceptPath);
	const question = page.locator('details[id^="q-"]').first();
	await question.locator('summary').first().click();
	await question.getByRole('radio', { name: 'strong hire' }).check();
	await question.getByRole('button', { name: 'Commit and see the rubric' }).click();
	await expect(question.getByRole('heading', { name: 'Model answer' })).toBeVisible();
});

test('a drill planned and begun', { tag: '@hosts' }, async ({ page }) => {
	await page.goto('drill/?seed=b7k2&concepts=attention-mechanism&level=mid&minutes=10');
	await page.getByRole('link', { name: 'Start the drill' }).click();
	await expect(page.locator('h1.drill-question')).toBeVisible();
	await page.locator('textarea').fill('The queries ask, keys and values answer.');
	await page.locator('.bands').getByRole('radio').nth(2).check();
	await page.getByRole('button', { name: 'Commit and see the rubric' }).click();
	await expect(page.locator('.rubric.marked')).toBeVisible();
});

test.describe('an address that is not there', () => {
	test.use({ tolerated: [/404/] });

	// Not where nginx serves it as Debian installs it: a page of the site's own needs a line of configuration.
	test('gets the page that says so', { tag: '@everywhere' }, async ({ page }) => {
		const response = await page.goto('concepts/nothing-of-that-name/');
		expect(response?.status()).toBe(404);
		await expect(page.getByRole('heading', { level: 1 })).toContainText('no page');
	});
});
