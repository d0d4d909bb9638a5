/** axe finds nothing on any type of page, in either theme, folded parts included. */
import type { Page } from '@playwright/test';
import { violationsIn } from './support/axe.ts';
import { conceptPath, layOutAll, pageTypes, unfoldAll } from './support/pages.ts';
import { expect, test } from './support/test.ts';

// A concept page with everything open has more than ten thousand elements.
test.slow();

for (const { name, path } of pageTypes) {
	test(`the ${name} page`, async ({ page }) => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await page.goto(path);
		await unfoldAll(page);
		expect(await violationsIn(page)).toEqual([]);
	});
}

/** What lies over a page once a reader asks for it. */
const sheets: Record<string, { readonly bringUp: (page: Page) => Promise<void>; readonly at: string }> = {
	'the sheet of keys': { bringUp: (page) => page.keyboard.press('?'), at: 'dialog.keys-sheet' },
	'the card of a citation': { bringUp: (page) => page.locator('.cite a').first().click(), at: '.preview' },
	'the card of a term': { bringUp: (page) => page.locator('a.term').first().click(), at: '.preview' },
};

for (const [name, { bringUp, at }] of Object.entries(sheets)) {
	test(name, async ({ page }) => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await page.goto(conceptPath);
		await bringUp(page);
		await expect(page.locator(at)).toBeVisible();
		// The parts of a stage that is not laid out are where its height was guessed, which may be upon another's.
		await layOutAll(page);
		expect(await violationsIn(page)).toEqual([]);
	});
}

/** One of each track, and what has been wrong before: code on a marked line, links in the rows of a table. */
const onPhones = [conceptPath, 'concepts/locks/', 'concepts/positional-encoding/'];

for (const path of onPhones) {
	test(`${path} on a phone`, async ({ page }) => {
		await page.setViewportSize({ width: 390, height: 844 });
		await page.goto(path);
		await layOutAll(page);
		expect(await violationsIn(page)).toEqual([]);
	});
}
