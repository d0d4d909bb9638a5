/** Labels of diagrams stay inside their drawing, as the browser measures them, in the layout of each screen. */
import { draw } from '../../src/diagrams/graphs/draw.ts';
import { layOut } from '../../src/diagrams/graphs/layout.ts';
import { published } from '../published.ts';
import { expect, test } from './support/test.ts';

for (const slug of published) {
	test(slug, async ({ page }) => {
		await page.goto(`concepts/${slug}/`);
		await page.evaluate(() => document.fonts.ready);
		for (const width of [390, 1440]) {
			await page.setViewportSize({ width, height: 900 });
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
			expect(
				labels.filter(({ isInside }) => !isInside),
				`${width} px wide`,
			).toEqual([]);
		}
	});
}

test.describe('a graph made in the page', () => {
	// No page may make markup of a string, and this one is a test's.
	test.use({ bypassCSP: true });

	test('the labels of a graph are as wide as they were measured', async ({ page }) => {
		await page.goto('concepts/tokenization-bpe/');
		const styles = ['', 't-strong', 't-small', 't-math', 't-mono', 't-label', 't-sub'];
		// A face has only the characters that the pages set in it: of the italics, letters are sure to be there.
		const label = (name: string) => (name === 't-math' ? 'some merges' : 'the most frequent pair: 20 merges');
		const source = styles.map((name) => `"${name}" [label="${label(name)}" class="${name}"]`).join(' ');
		const layout = layOut(`graph { ${source} }`, 'TB');
		const drawing = page.locator('.diagram:not(.figure) .drawing:visible').first();

		await drawing.evaluate((box, svg) => {
			box.innerHTML = svg;
		}, draw(layout));
		await page.evaluate(() => document.fonts.ready);
		const widths = await drawing
			.locator('tspan')
			.evaluateAll((spans) => spans.map((span) => span instanceof SVGTSpanElement && span.getComputedTextLength()));
		expect(widths).toHaveLength(styles.length);
		for (const [index, { width, classes }] of layout.texts.entries()) {
			// Kerning takes a little off; nothing adds.
			expect(widths[index], classes.join(' ')).toBeLessThanOrEqual(width + 0.5);
			expect(widths[index], classes.join(' ')).toBeGreaterThan(0.96 * width);
		}
	});
});
