/** On paper: every answer open, the addresses of references, no navigation. */
import { conceptPath } from './support/pages.ts';
import { expect, test } from './support/test.ts';

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a concept prints whole', async ({ page }) => {
			await page.goto(conceptPath);
			await page.emulateMedia({ media: 'print' });
			const answers = page.locator('.model-answer');
			expect(await answers.count()).toBeGreaterThanOrEqual(8);
			for (const answer of await answers.all()) await expect(answer).toBeVisible();
			for (const answer of await page.locator('.prompt-answer').all()) await expect(answer).toBeVisible();
			for (const navigation of await page.getByRole('navigation').all()) {
				if ((await navigation.getAttribute('aria-label')) !== 'Breadcrumb') await expect(navigation).toBeHidden();
			}
			for (const button of await page.getByRole('button').all()) await expect(button).toBeHidden();
			const reference = page.locator('.references a').first();
			const printed = await reference.evaluate((link) => getComputedStyle(link, '::after').content);
			expect(printed).toContain(await reference.getAttribute('href'));
		});
	});
}

test('notes in the margin stand beside the text, within the paper', async ({ page }) => {
	await page.setViewportSize({ width: 900, height: 1200 });
	await page.goto(conceptPath);
	await page.emulateMedia({ media: 'print' });
	const right = (selector: string): Promise<number[]> =>
		page.locator(selector).evaluateAll((parts) => parts.map((part) => Math.round(part.getBoundingClientRect().right)));
	const [edge = 0] = await right('.stage-opening');
	const notes = await right('.stage > .with-note > .in-margin');
	expect(notes).not.toEqual([]);
	for (const note of notes) expect(note).toBeLessThanOrEqual(edge);
});

test('the PDF has the pages that the answers need', async ({ page }) => {
	await page.goto(conceptPath);
	await page.emulateMedia({ colorScheme: 'dark' });
	const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
	const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
	expect(pages).toBeGreaterThanOrEqual(8);
	expect(pages).toBeLessThanOrEqual(40);
});
