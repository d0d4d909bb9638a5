/** axe finds nothing on any type of page, in either theme, folded parts included. */
import AxeBuilder from '@axe-core/playwright';
import { pageTypes } from './support/pages.ts';
import { expect, test } from './support/test.ts';

for (const { name, path } of pageTypes) {
	for (const colorScheme of ['light', 'dark'] as const) {
		test(`the ${name} page in ${colorScheme}`, async ({ page }) => {
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			await page.goto(path);
			await page.evaluate(() => {
				for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '');
			});
			const { violations } = await new AxeBuilder({ page }).analyze();
			const found = violations.map(({ id, nodes }) => ({
				id,
				nodes: nodes.slice(0, 5).map(({ html, failureSummary }) => [html.slice(0, 200), failureSummary]),
			}));
			expect(found).toEqual([]);
		});
	}
}

test('the concept page on a phone', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto('concepts/attention-mechanism/');
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))])).toEqual([]);
});
