/** A reader marks stages done, says the short answer aloud, and sees where they stand. */
import type { Page } from '@playwright/test';
import { conceptPath } from './support/pages.ts';
import { expect, test } from './support/test.ts';

const rail = (page: Page) => page.getByRole('navigation', { name: 'Stages', exact: true });
const keys = (page: Page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('recall')));
const databases = (page: Page) => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

test('a stage marked done shows in the rail, in the catalog and in another tab, and can be taken back', async ({
	page,
	context,
}) => {
	await page.goto(conceptPath);
	expect(await keys(page)).toEqual([]);
	expect(await databases(page)).toEqual([]);
	const other = await context.newPage();
	await other.goto('');
	await expect(other.getByRole('img', { name: 'of 6 stages done' })).toHaveCount(0);

	await rail(page).getByRole('button', { name: 'Mark stage done' }).click();
	await expect(rail(page).getByRole('status')).toHaveText('1 of 6 stages done. Kept in this browser only.');
	await expect(rail(page).getByRole('img', { name: '1 of 6 stages done' })).toBeVisible();

	const row = other.locator('[data-concept=attention-mechanism]');
	await expect(row.getByRole('img', { name: '1 of 6 stages done' })).toBeVisible();
	await expect(other.locator('[data-category=deep-learning] [data-complete]')).toHaveText(/^0 of \d+ complete$/);
	await other.goto('categories/deep-learning/');
	await expect(row.getByRole('img', { name: '1 of 6 stages done' })).toBeVisible();

	await page.reload();
	await rail(page).getByRole('button', { name: 'Mark stage not done' }).click();
	await expect(rail(page).getByRole('status')).toHaveText('0 of 6 stages done. Kept in this browser only.');
	await expect(row.getByRole('img')).toHaveCount(0);
});

test('rings are painted before the page is first seen', async ({ page }) => {
	await page.addInitScript(() => {
		localStorage.setItem(
			'sixfold:recall:/',
			JSON.stringify({
				stages: { 'attention-mechanism': [1, 2, 3, 4, 5, 6] },
				due: { 'attention-mechanism': [[0, 3]] },
			}),
		);
	});
	// Nothing but the page itself: its deferred scripts never come.
	await page.route('**/_astro/*.js', () => {});
	await page.goto('', { waitUntil: 'commit' });
	const row = page.locator('[data-concept=attention-mechanism]');
	await expect(row.getByRole('img', { name: '6 of 6 stages done, 3 prompts due' })).toBeVisible();
	await expect(page.locator('[data-category=deep-learning] [data-complete]')).toHaveText(/^1 of \d+ complete$/);
});

test('a damaged copy leaves the page as it was built', async ({ page }) => {
	await page.addInitScript(() =>
		localStorage.setItem('sixfold:recall:/', '{"stages":{"attention-mechanism":7},"due":[]}'),
	);
	await page.goto('');
	await expect(page.locator('[data-concept]').first()).toBeVisible();
	await expect(page.getByRole('img', { name: 'of 6 stages done' })).toHaveCount(0);
});

test("the phone's sheet marks a stage too", async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto(conceptPath);
	const bar = page.locator('.stage-bar');
	await bar.locator('summary').click();
	await bar.getByRole('button', { name: 'Mark stage done' }).click();
	await expect(bar.getByRole('status')).toContainText('1 of 6 stages done');
	await expect(bar.locator('.strip .done')).toHaveCount(1);
});

for (const reducedMotion of ['no-preference', 'reduce'] as const) {
	test(`the ruler runs for thirty seconds and keeps nothing, motion ${reducedMotion}`, async ({ page }) => {
		await page.emulateMedia({ reducedMotion });
		await page.clock.install({ time: new Date('2026-05-04T10:00:00') });
		await page.goto(conceptPath);
		const breath = page.getByRole('region', { name: 'In one breath' });
		await breath.getByRole('button', { name: 'Say it aloud' }).click();
		await expect(breath.getByRole('button', { name: 'Stop' })).toBeVisible();
		await page.clock.runFor(10_500);
		await expect(breath.locator('[data-seconds]')).toHaveText('10 s');
		const width = Number.parseFloat((await breath.locator('[data-said]').getAttribute('width')) ?? '');
		if (reducedMotion === 'reduce') expect(width).toBeCloseTo(100 / 3, 3);
		else expect(width).toBeGreaterThan(34);
		await breath.getByRole('button', { name: 'Stop' }).click();
		await expect(breath.getByRole('status')).toHaveText('Stopped after 10 seconds.');
		await breath.getByRole('button', { name: 'Say it again' }).click();
		await expect(breath.getByRole('button', { name: 'Stop' })).toBeVisible();
		await page.clock.runFor(31_000);
		await expect(breath.getByRole('status')).toHaveText('30 seconds. Did you get to the last sentence?');
		expect(await keys(page)).toEqual([]);
		expect(await databases(page)).toEqual([]);
	});
}
