/** Labels of diagrams stay inside their drawing, as the browser measures them, in the layout of each screen. */
import { readdirSync } from 'node:fs';
import { expect, test } from './support/test.ts';

const concepts = readdirSync('content/concepts');

for (const width of [390, 1440]) {
	for (const slug of concepts) {
		test(`${slug} at ${width} px`, async ({ page }) => {
			await page.setViewportSize({ width, height: 900 });
			await page.goto(`concepts/${slug}/`);
			await page.evaluate(() => document.fonts.ready);
			const labels = await page.locator('.diagram:not(.figure) .drawing:visible text').evaluateAll((texts) =>
				texts.map((text) => {
					const box = text.getBoundingClientRect();
					const frame = text.closest('svg')?.getBoundingClientRect() ?? new DOMRect();
					const isInside =
						box.left >= frame.left - 0.5 &&
						box.right <= frame.right + 0.5 &&
						box.top >= frame.top - 1 &&
						box.bottom <= frame.bottom + 1;
					return { text: text.textContent, isInside };
				}),
			);
			expect(labels).not.toEqual([]);
			expect(labels.filter(({ isInside }) => !isInside)).toEqual([]);
		});
	}
}
