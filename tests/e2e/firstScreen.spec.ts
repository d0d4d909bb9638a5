/** The first screen of a page is drawn before its stylesheets come, and stands as it will stand with them. */
import type { Page } from '@playwright/test';
import { hold } from './support/hold.ts';
import { pageTypes as allTypes } from './support/pages.ts';
import { shiftsSeen, watchShifts } from './support/shifts.ts';
import { expect, test } from './support/test.ts';

/** Pages that readers come to from elsewhere; others are views that a script makes. */
const landings: ReadonlySet<string> = new Set([
	'home',
	'category',
	'concept',
	'sheet',
	'paths',
	'tasks',
	'map',
	'path',
	'about',
]);
const pageTypes = allTypes.filter(({ name }) => landings.has(name));

/** Boxes and looks of everything that is laid out before the stylesheets are named, by place in the page. */
const looksOf = (page: Page) =>
	page.evaluate(() => {
		const shown = [
			'color',
			'backgroundColor',
			'borderColor',
			'borderWidth',
			'clipPath',
			'fill',
			'stroke',
			'fontFamily',
			'fontSize',
			'fontWeight',
			'lineHeight',
			'listStyleType',
			'opacity',
			'textDecoration',
		] as const;
		const end = document.querySelector('body link[rel=stylesheet]');
		const looks: Record<string, string> = {};
		let number = 0;
		for (const element of document.querySelectorAll('body *')) {
			if (element === end) break;
			number += 1;
			if (!end?.contains(element) && element.checkVisibility({ visibilityProperty: true })) {
				const { x, y, width, height } = element.getBoundingClientRect();
				const style = getComputedStyle(element);
				// What holds the part that is still to come grows with it.
				const holds = end ? element.compareDocumentPosition(end) & Node.DOCUMENT_POSITION_CONTAINED_BY : 0;
				const box = holds ? [x, y, width] : [x, y, width, height];
				looks[`${number} ${element.outerHTML.slice(0, 60)}`] = JSON.stringify([
					...box.map((value) => Math.round(value * 4) / 4),
					...shown.map((name) => style[name]),
				]);
			}
		}
		return looks;
	});

for (const { name, path } of pageTypes) {
	for (const width of [320, 390, 1024, 1440]) {
		test(`${name} at ${width} px`, async ({ page }) => {
			await page.setViewportSize({ width, height: 900 });
			// With the fonts in memory, neither look is one of waiting for them.
			await page.goto(path);
			await page.evaluate(() => document.fonts.ready);
			const styles = await hold(page, /\.css$/);
			// What scripts add later is not of this.
			await page.route(/\.js$/, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
			await page.goto(path, { waitUntil: 'commit' });
			await page.locator('body link[rel=stylesheet]').first().waitFor({ state: 'attached' });
			await expect(page.locator('h1')).toBeVisible();
			await page.evaluate(() => document.fonts.ready);
			const before = await looksOf(page);
			expect(Object.keys(before).length).toBeGreaterThan(15);
			styles();
			await page.waitForLoadState();
			await page.evaluate(() => document.fonts.ready);
			const after = await looksOf(page);
			const changed = Object.keys({ ...before, ...after }).filter((element) => before[element] !== after[element]);
			expect(changed.slice(0, 5).map((element) => [element, before[element], after[element]])).toEqual([]);
		});
	}
}

for (const { name, path } of pageTypes) {
	test(`nothing on the ${name} page moves when styles come after it is drawn, and scripts after those`, async ({
		page,
	}) => {
		await watchShifts(page);
		for (const width of [390, 1440]) {
			await page.setViewportSize({ width, height: 900 });
			const [styles, scripts] = [await hold(page, /\.css$/), await hold(page, /\.js$/)];
			await page.goto(path, { waitUntil: 'commit' });
			await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
			const sheets = page.waitForFunction(
				() =>
					document.querySelectorAll('link[rel=stylesheet]:not([media])').length > 0 &&
					[...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]:not([media])')].every(
						({ sheet }) => sheet,
					),
			);
			styles();
			await sheets;
			await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
			scripts();
			await page.waitForLoadState('networkidle');
			expect(await shiftsSeen(page)).toEqual([]);
			await page.unrouteAll({ behavior: 'wait' });
		}
	});
}
