/** Nothing on a page moves while it loads: cold cache, fonts two seconds late, on machines with different fonts of their own. */
import type { Page } from '@playwright/test';
import { conceptPath, pageTypes } from './support/pages.ts';
import { shiftsSeen, watchShifts } from './support/shifts.ts';
import { expect, test } from './support/test.ts';

const fontDelay = 2000;

async function delayFonts(page: Page): Promise<void> {
	await page.route('**/*.woff2', async (route) => {
		await new Promise((resolve) => setTimeout(resolve, fontDelay));
		await route.continue();
	});
}

/** Opens a page with late fonts, and tells what moved until they had come. */
async function shiftsOn(page: Page, path: string): Promise<unknown[]> {
	await watchShifts(page);
	await delayFonts(page);
	const late = page.waitForResponse('**/*.woff2');
	await page.goto(path);
	await late;
	await page.evaluate(async () => {
		await document.fonts.ready;
		await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
	});
	return shiftsSeen(page);
}

for (const { name, path } of pageTypes) {
	test(`the ${name} page at 390 and 1440 px`, async ({ page, context }) => {
		const phone = await context.newPage();
		await phone.setViewportSize({ width: 390, height: 900 });
		await page.setViewportSize({ width: 1440, height: 900 });
		// Most of it is waiting for the fonts, which both do at once.
		expect(await Promise.all([shiftsOn(phone, path), shiftsOn(page, path)])).toEqual([[], []]);
	});
}

test('pictures wait for the fonts that they are drawn for', async ({ page }) => {
	const widths = () =>
		page.evaluate(async () => {
			await document.fonts.ready;
			return [...document.querySelectorAll<SVGTextElement>('.diagram svg text')].map((text) =>
				text.getComputedTextLength().toFixed(2),
			);
		});
	await page.goto(conceptPath);
	const drawn = await widths();
	expect(drawn).not.toEqual([]);
	await delayFonts(page);
	await page.reload();
	expect(await widths()).toEqual(drawn);
});
