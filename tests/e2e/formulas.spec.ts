/** Displayed formulas: whole in the column of a laptop, broken where they may on a phone, and marked where something is cut. */
import { globSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { rootSite } from '../../src/build/bootstrap/sites.mjs';
import { expect, test } from './support/test.ts';

const pages = globSync('concepts/*/index.html', { cwd: rootSite.folder }).map((file) =>
	file.replaceAll('\\', '/').replace('index.html', ''),
);

/** The formulas that are wider than their boxes, by their plain reading. */
const cutIn = (page: Page, scope = '') =>
	page.evaluate(
		(selector) =>
			[...document.querySelectorAll<HTMLElement>(selector)]
				.filter((box) => box.scrollWidth > box.clientWidth)
				.map((box) => box.dataset.text),
		`${scope} .math.display`,
	);

/** Opens a page with everything on it unfolded. */
async function open(page: Page, path: string, width: number): Promise<void> {
	await page.setViewportSize({ width, height: 900 });
	await page.goto(path);
	await page.evaluate(() => {
		for (const folded of document.querySelectorAll('details')) folded.open = true;
		return document.fonts.ready;
	});
}

for (const path of pages) {
	test(`${path}: no formula is cut at 1440, and the equation to remember fits a phone`, async ({ page }) => {
		await open(page, path, 1440);
		expect(await cutIn(page)).toEqual([]);
		await page.setViewportSize({ width: 390, height: 900 });
		expect(await cutIn(page, '.remember')).toEqual([]);
		// Few formulas are a single piece that is wider than a phone.
		const all = await page.locator('.math.display').count();
		expect((await cutIn(page)).length).toBeLessThanOrEqual(Math.max(1, all / 8));
	});
}
