/** Nothing on a page moves while it loads: cold cache, fonts two seconds late. */
import { pageTypes } from './support/pages.ts';
import { expect, test } from './support/test.ts';

const fontDelay = 2000;

for (const width of [390, 1440]) {
	for (const { name, path } of pageTypes) {
		test(`the ${name} page at ${width} px`, async ({ page }) => {
			await page.setViewportSize({ width, height: 900 });
			await page.addInitScript(() => {
				const shifts: { value: number; moved: string[] }[] = [];
				Object.assign(window, { shifts });
				new PerformanceObserver((list) => {
					for (const entry of list.getEntries() as (PerformanceEntry & {
						value: number;
						sources: { node?: Node }[];
					})[]) {
						const moved = entry.sources.map(({ node }) =>
							node instanceof Element ? node.outerHTML.slice(0, 120) : (node?.textContent?.slice(0, 60) ?? ''),
						);
						shifts.push({ value: entry.value, moved });
					}
				}).observe({ type: 'layout-shift', buffered: true });
			});
			let delayed = 0;
			await page.route('**/*.woff2', async (route) => {
				delayed += 1;
				await new Promise((resolve) => setTimeout(resolve, fontDelay));
				await route.continue();
			});
			await page.goto(path);
			await page.evaluate(async () => {
				await document.fonts.ready;
				await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
			});
			expect(delayed).toBeGreaterThan(0);
			expect(await page.evaluate(() => (window as unknown as { shifts: unknown[] }).shifts)).toEqual([]);
		});
	}
}
