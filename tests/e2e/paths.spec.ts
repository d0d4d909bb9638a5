/** Paths by role: from the home page to a concept, the steps in order, and what stands in for those that are not written. */
import { expect, test } from './support/test.ts';

test('from home by a path to its first concept that stands', { tag: '@hosts' }, async ({ page }) => {
	await page.goto('');
	await page.getByRole('main').getByRole('link', { name: 'Paths' }).click();
	await page.getByRole('heading', { level: 2 }).getByRole('link').first().click();
	await expect(page).toHaveURL(/\/paths\/[a-z-]+\/$/);
	const first = page.locator('.path-steps > li:not(.planned)').first();
	const name = await first.getByRole('link').first().textContent();
	await first.getByRole('link').first().click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(name ?? '');
});

test('every step says why; one in preparation leads nowhere, and every link leads somewhere', async ({
	page,
	request,
}) => {
	await page.goto('paths/');
	const paths = await page.getByRole('heading', { level: 2 }).getByRole('link').all();
	const addresses = await Promise.all(paths.map(async (path) => (await path.getAttribute('href')) ?? ''));
	expect(addresses.length).toBeGreaterThan(1);
	for (const address of addresses) {
		await page.goto(new URL(address, page.url()).href);
		const steps = page.locator('.path-steps > li');
		expect(await steps.locator('> p:first-of-type').count()).toBe(await steps.count());
		await expect(page.locator('.planned h3 a')).toHaveCount(0);
		const links = await page
			.locator('main a[href]')
			.evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
		for (const link of new Set(links)) expect((await request.get(link)).status(), link).toBe(200);
	}
});

test('what is done of a path is drawn and said', async ({ page }) => {
	await page.goto('paths/');
	await page.getByRole('heading', { level: 2 }).getByRole('link').first().click();
	const step = page.locator('.path-steps > li[data-concept]').first();
	const path = page.url();
	await step.getByRole('link').first().click();
	// What the button does comes with the page's scripts.
	await page.waitForURL(/\/concepts\//);
	const rail = page.getByRole('navigation', { name: 'Stages', exact: true });
	await rail.getByRole('button', { name: 'Mark stage done' }).click();
	await expect(rail.getByRole('status')).toContainText('1 of 6 stages done');
	await page.goto(path);
	await expect(step.getByRole('img', { name: '1 of 6 stages done' })).toBeVisible();
	await expect(page.locator('[data-complete]')).toContainText('0 of');
});

test('a drill of the path asks what stands on it', async ({ page }) => {
	await page.goto('paths/');
	await page.getByRole('heading', { level: 2 }).getByRole('link').first().click();
	await page.getByRole('link', { name: 'Drill what stands' }).click();
	await expect(page).toHaveURL(/\/drill\/\?.*concepts=/);
	await expect(page.getByRole('link', { name: 'Start the drill' })).toBeVisible();
});
