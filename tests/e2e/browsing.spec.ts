/** A reader finds a concept by looking through the catalog, and finds their way on its page. */
import { conceptPath } from './support/pages.ts';
import { expect, test } from './support/test.ts';
import { catalogOf } from './support/words.ts';

test('from the catalog to a question, and on to the next concept', async ({ page }) => {
	await page.goto('');
	const category = page.getByRole('region', { name: 'Deep Learning' });
	await expect(category).toBeVisible();
	await category.getByRole('link', { name: /^Attention/ }).click();
	await expect(page).toHaveURL(/\/concepts\/attention-mechanism\/$/);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Attention');

	const rail = page.getByRole('navigation', { name: 'Stages', exact: true });
	await expect(rail.getByRole('link', { name: 'Big picture' })).toHaveAttribute('aria-current', 'step');
	await rail.getByRole('link', { name: 'Interview questions' }).click();
	await expect(page).toHaveURL(/#questions$/);
	await expect(page.getByRole('heading', { name: 'Interview questions' })).toBeInViewport();
	await expect(rail.getByRole('link', { name: 'Interview questions' })).toHaveAttribute('aria-current', 'step');

	const question = page.locator('details.question').first();
	await question.locator('summary').first().click();
	const answer = question.getByRole('heading', { name: 'Model answer' });
	await expect(answer).toBeHidden();
	await question.getByRole('radio', { name: 'no hire', exact: true }).check();
	await question.getByRole('button', { name: 'Commit and see the rubric' }).click();
	await expect(answer).toBeVisible();

	await page.getByRole('navigation', { name: 'More concepts' }).locator('[rel=next]').click();
	await expect(page.getByRole('heading', { level: 1 })).not.toContainText('Attention');
});

test('by way of a category, and back by the breadcrumb', async ({ page }) => {
	await page.goto('');
	await page.getByRole('heading', { level: 2 }).getByRole('link', { name: 'Deep Learning' }).click();
	await expect(page).toHaveURL(/\/categories\/deep-learning\/$/);
	await page
		.getByRole('main')
		.getByRole('link', { name: /^Attention/ })
		.click();
	const breadcrumb = page.getByRole('navigation', { name: 'Breadcrumb' });
	await breadcrumb.getByRole('link', { name: 'Deep Learning' }).click();
	await expect(page).toHaveURL(/\/categories\/deep-learning\/$/);
});

test('the catalog shows what can be read, and nothing that is planned', async ({ page, request }) => {
	await page.goto('');
	const links = await page.locator('main a[href*="/concepts/"]').all();
	expect(links.length).toBeGreaterThanOrEqual(4);
	for (const link of links) {
		const address = new URL((await link.getAttribute('href')) ?? '', page.url());
		expect((await request.get(address.href)).status(), address.href).toBe(200);
	}
	const { planned } = await catalogOf(page);
	for (const { name } of planned) {
		await expect(page.locator('main').getByRole('link', { name, exact: true })).toHaveCount(0);
	}
});

test('an address with a question in it opens that question', async ({ page }) => {
	await page.goto(conceptPath);
	const id = await page.locator('details.question').nth(2).getAttribute('id');
	await page.goto(`${conceptPath}#${id}`);
	const question = page.locator(`#${id}`);
	await expect(question).toHaveAttribute('open', '');
	await expect(question).toBeInViewport();
});

test('a listing can be copied', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto(conceptPath);
	const listing = page.locator('.listing').first();
	await listing.getByRole('button', { name: 'Copy' }).click();
	await expect(listing.getByRole('button', { name: 'Copied' })).toBeVisible();
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	expect(copied.trim().split('\n').length).toBeGreaterThan(3);
});
