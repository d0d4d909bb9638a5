/** The same site under a sub-path of a host: every journey stays below it. */
import type { Locator } from '@playwright/test';
import { expect, test } from './support/test.ts';

test('a concept is found and read below the base path', async ({ page, site }) => {
	const requested: string[] = [];
	page.on('request', (request) => requested.push(new URL(request.url()).pathname));
	await page.goto('');
	await page
		.getByRole('main')
		.getByRole('link', { name: /^Attention/ })
		.first()
		.click();
	await expect(page).toHaveURL(/\/sixfold\/concepts\/attention-mechanism\/$/);
	await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Catalog' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Interview concepts');
	await page.getByRole('contentinfo').getByRole('link', { name: 'About' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('About');
	expect(requested.filter((path) => !path.startsWith(site.base))).toEqual([]);
});

test('an address without its slash at the end works', async ({ page }) => {
	await page.goto('concepts/attention-mechanism');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Attention');
	await page.getByRole('navigation', { name: 'Stages', exact: true }).getByRole('link', { name: 'Intuition' }).click();
	await expect(page.getByRole('heading', { name: 'Intuition', exact: true })).toBeInViewport();
});

test.describe('an address that is not there', () => {
	test.use({ tolerated: [/404/] });

	test('gets the page that says so', async ({ page }) => {
		const response = await page.goto('concepts/nothing-of-that-name/');
		expect(response?.status()).toBe(404);
		await expect(page.getByRole('heading', { level: 1 })).toContainText('no page');
		await page.getByRole('link', { name: 'See the whole catalog' }).click();
		await expect(page).toHaveURL(/\/sixfold\/$/);
	});
});

test('a mistake is reported where the operator says, of a page or of a question', async ({ page }) => {
	await page.goto('concepts/attention-mechanism/');
	const reported = async (link: Locator) => {
		const { origin, pathname, searchParams } = new URL((await link.getAttribute('href')) ?? '');
		return [`${origin}${pathname}`, searchParams.get('title'), searchParams.get('body')];
	};
	const name = 'Report a mistake';
	const [place, title, address] = await reported(page.getByRole('contentinfo').getByRole('link', { name }));
	expect(place).toBe('https://example.com/sixfold/issues/new');
	expect(title).toMatch(/^Attention/);
	expect(address).toBe('https://example.org/sixfold/concepts/attention-mechanism/');
	const question = page.locator('details.question').first();
	await question.locator('summary').first().click();
	const [, about, at] = await reported(question.getByRole('link', { name }));
	expect(about).toMatch(/^Attention.*: ./);
	expect(at).toBe(`${address}#${await question.getAttribute('id')}`);
});
