/** At 320 px no page scrolls sideways; formulas, code and tables scroll inside themselves. */
import { conceptPath, layOutAll, pageTypes, unfoldAll } from './support/pages.ts';
import { expect, test } from './support/test.ts';

test.use({ viewport: { width: 320, height: 640 } });

for (const { name, path } of pageTypes) {
	test(`the ${name} page keeps to its width, folded and unfolded`, async ({ page }) => {
		await page.goto(path);
		const overflow = (): Promise<string[]> =>
			page.evaluate(() => {
				const { scrollWidth, clientWidth } = document.documentElement;
				if (scrollWidth <= clientWidth) return [];
				return [...document.querySelectorAll('body *')]
					.filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
					.map((element) => element.outerHTML.slice(0, 120));
			});
		await layOutAll(page);
		expect(await overflow()).toEqual([]);
		await unfoldAll(page);
		expect(await overflow()).toEqual([]);
	});
}

test.describe('where the wide layout begins', () => {
	// The header's links stand in a row from 62em on, and there they have the least room.
	test.use({ viewport: { width: 992, height: 700 } });

	for (const { name, path } of pageTypes) {
		test(`the ${name} page keeps to its width`, async ({ page }) => {
			await page.goto(path);
			await unfoldAll(page);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(992);
		});
	}
});

test('a long formula scrolls inside itself', async ({ page }) => {
	await page.goto(conceptPath);
	await layOutAll(page);
	const widths = await page.locator('.math.display').evaluateAll((formulas) => {
		// Authors keep displays short: one is made long.
		formulas[0]?.querySelector<HTMLElement>('.katex')?.style.setProperty('padding-inline-end', '60em');
		return formulas.map(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth] as const);
	});
	expect(widths.some(([content = 0, box = 0]) => content > box)).toBe(true);
	for (const [, box = 0] of widths) expect(box).toBeLessThanOrEqual(320);
});
