/** Nothing on a page moves while it loads: cold cache, fonts two seconds late, on machines with different fonts of their own. */
import type { Page } from '@playwright/test';
import { conceptPath, pageTypes } from './support/pages.ts';
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
	await page.addInitScript(() => {
		const shifts: { value: number; moved: string[] }[] = [];
		Object.assign(window, { shifts });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries() as (PerformanceEntry & {
				value: number;
				sources: { node?: Node }[];
			})[]) {
				// A formula is set in its own faces or in none. When they come its parts settle, and the words of its own
				// paragraph flow around it anew, in the room that the paragraph has: nothing else moves.
				const settles = ({ node }: { node?: Node }) => {
					const box = node instanceof Element ? node : node?.parentElement;
					return Boolean(box?.closest('.katex') ?? (node instanceof Text && box?.querySelector('.katex')));
				};
				if (entry.sources.length > 0 && entry.sources.every(settles) && entry.value < 0.01) continue;
				const moved = entry.sources.map(({ node }) =>
					node instanceof Element ? node.outerHTML.slice(0, 120) : (node?.textContent?.slice(0, 60) ?? ''),
				);
				shifts.push({ value: entry.value, moved });
			}
		}).observe({ type: 'layout-shift', buffered: true });
	});
	await delayFonts(page);
	const late = page.waitForResponse('**/*.woff2');
	await page.goto(path);
	await late;
	await page.evaluate(async () => {
		await document.fonts.ready;
		await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
	});
	return page.evaluate(() => (window as unknown as { shifts: unknown[] }).shifts);
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
