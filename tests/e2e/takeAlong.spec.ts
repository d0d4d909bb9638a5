/** The folder to take along, served under some path, and opened as files. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { subPathSite } from '../../src/build/bootstrap/sites.mjs';
import { folderOf } from '../../src/build/takeAlong.ts';
import { test as hostTest, startHost } from './support/host.ts';
import { startCheck } from './support/recall.ts';
import { expect } from './support/test.ts';

const test = hostTest.extend<object, { folder: string }>({
	folder: [
		async ({ browserName: _ }, use) => {
			const folder = mkdtempSync(join(tmpdir(), 'sixfold-along-'));
			for (const { path, content } of folderOf(subPathSite.folder, subPathSite.base)) {
				mkdirSync(dirname(join(folder, path)), { recursive: true });
				writeFileSync(join(folder, path), content);
			}
			await use(folder);
			rmSync(folder, { recursive: true });
		},
		{ scope: 'worker' },
	],
	host: async ({ folder }, use) => {
		const host = await startHost({ folder, base: '/some/where/' });
		await use(host);
		await host.close();
	},
});
// There is no service worker in the folder, and from files no script comes.
test.use({ tolerated: [/404|ERR_|CORS|preload|service-worker/] });

test('served: found, read, moved, checked, drilled', async ({ page }) => {
	await page.goto('./');
	await page.keyboard.press('/');
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('combobox').fill('queries keys values');
	await dialog
		.getByRole('option', { name: /Attention/ })
		.first()
		.click();
	await expect(page).toHaveURL(/some\/where\/concepts\/attention-mechanism\//);
	const figure = page.locator('figure[id^="figure-"]').first();
	await figure.scrollIntoViewIfNeeded();
	await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
	await figure.locator('.presets button').first().click();
	await expect(figure.locator('.lesson')).toBeVisible();
	await startCheck(page);
	await page.goto('drill/index.html?seed=b7k2&concepts=attention-mechanism&level=mid&minutes=10');
	await page.getByRole('link', { name: 'Start the drill' }).click();
	await expect(page.locator('h1.drill-question')).toBeVisible();
	await page.goto('review/index.html');
	await expect(page.getByText('Your review is empty')).toBeVisible();
});

test('opened as files: pages read, lead to each other, and say what they lack', async ({ page, folder }) => {
	await page.goto(pathToFileURL(join(folder, 'index.html')).href);
	await expect(page.getByText('Opened as a file, this page reads and prints.')).toBeVisible();
	await page
		.getByRole('main')
		.getByRole('link', { name: /^Attention/ })
		.first()
		.click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Attention');
	await expect(page.locator('figure[id^="figure-"] svg').first()).toBeVisible();
	const question = page.locator('details.question').first();
	await question.locator('summary').first().click();
	await expect(question).toHaveAttribute('open');
	expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('Gelasio');
	await page.getByRole('link', { name: 'What search, review, drills and moving figures need.' }).click();
	await expect(page.getByRole('heading', { name: 'What it does not do' })).toBeVisible();
});
