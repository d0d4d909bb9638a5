/** Displayed formulas: whole in the column of a laptop, broken where they may on a phone, and marked where something is cut. */
import { globSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { rootSite } from '../../src/build/bootstrap/sites.mjs';
import { layOutAll } from './support/pages.ts';
import { expect, test } from './support/test.ts';

const pages = globSync('concepts/*/index.html', { cwd: rootSite.folder }).map((file) =>
	file.replaceAll('\\', '/').replace('index.html', ''),
);

/** The formulas that are wider than their boxes, by how they begin. */
const cutIn = (page: Page, scope = '') =>
	page.evaluate(
		(selector) =>
			[...document.querySelectorAll<HTMLElement>(selector)]
				.filter((box) => box.scrollWidth > box.clientWidth)
				.map((box) => box.textContent?.slice(0, 60)),
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

/** Of each formula in the text, by what it says: where its parts stand, to a hundredth of its em. */
const placesIn = (page: Page, scope: string): Promise<Record<string, string>> =>
	page.locator(`${scope} .katex`).evaluateAll((formulas) => {
		const inText = formulas.filter((formula) => !formula.closest('.display') && formula.querySelector('.vlist'));
		return Object.fromEntries(
			inText.map((formula) => {
				const em = Number.parseFloat(getComputedStyle(formula).fontSize);
				const { top } = formula.getBoundingClientRect();
				const parts = [...formula.querySelectorAll('.vlist > span')].map((part) => part.getBoundingClientRect());
				const places = parts.map((part) => `${((part.top - top) / em).toFixed(2)} ${(part.height / em).toFixed(2)}`);
				return [formula.querySelector('math')?.outerHTML ?? '', places.join(', ')];
			}),
		);
	});

test('a formula that a script puts on a page is placed as on the page that it came with', async ({ page }) => {
	await open(page, 'concepts/loss-functions/', 1440);
	await layOutAll(page);
	const here = await placesIn(page, '.stage');
	await page.goto('prompts/');
	const concept = page
		.locator('.browsed-concept')
		.filter({ has: page.getByRole('heading', { name: 'Loss functions' }) });
	await concept.locator('summary').first().click();
	await expect(concept.locator('.browsed').first()).toBeVisible();
	await concept.locator('.browsed details').evaluateAll((folded) => {
		for (const one of folded) (one as HTMLDetailsElement).open = true;
	});
	const there = await placesIn(page, '.browsed');
	const both = Object.keys(there).filter((formula) => formula in here);
	expect(both.length).toBeGreaterThan(2);
	expect(both.map((formula) => there[formula])).toEqual(both.map((formula) => here[formula]));
});
