/** A reader whose browser blocks all cookies, and with them every storage, as its settings do it: pages read and work, and say that nothing is kept. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findWholeChromium } from '../../src/build/bootstrap/chromium.mjs';
import { conceptPath, pageTypes } from './support/pages.ts';
import { rememberAll, startCheck } from './support/recall.ts';
import { test as base, expect } from './support/test.ts';

const BLOCKED = 2;

const executablePath = await findWholeChromium();

const test = base.extend<object>({
	context: async ({ launchOptions, site }, use) => {
		const profile = await mkdtemp(join(tmpdir(), 'no-cookies-'));
		await mkdir(join(profile, 'Default'));
		const preferences = { profile: { default_content_setting_values: { cookies: BLOCKED } } };
		await writeFile(join(profile, 'Default/Preferences'), JSON.stringify(preferences));
		const context = await chromium.launchPersistentContext(profile, {
			...launchOptions,
			...(executablePath && { executablePath }),
			baseURL: site.address,
			// A browser that keeps nothing refuses the service worker by itself.
			serviceWorkers: 'allow',
		});
		const problems: string[] = [];
		context.on('console', (message) => {
			if (['error', 'warning'].includes(message.type())) problems.push(message.text());
		});
		context.on('weberror', (error) => problems.push(error.error().message));
		await use(context);
		await context.close();
		await rm(profile, { recursive: true, force: true });
		expect(problems).toEqual([]);
	},
});

test('every page opens without an error', async ({ page }) => {
	for (const { path } of pageTypes) {
		await page.goto(path);
		await page.waitForLoadState('networkidle');
		await expect(page.locator('h1').first()).toBeVisible();
	}
	await page.goto('review/');
	await expect(page.getByRole('alert')).toContainText('does not let the site keep anything');
});

test('the check works, and says that nothing is kept', async ({ page }) => {
	await page.goto(conceptPath);
	await startCheck(page);
	await rememberAll(page);
	await expect(page.getByText('does not let the site keep anything')).toBeVisible();
});
