/** Without JavaScript the site reads, folds and leads as with it; what needs scripts does not show. */
import { conceptPath, pageTypes } from './support/pages.ts';
import { expect, test } from './support/test.ts';

test.use({ javaScriptEnabled: false });

test('a concept is found and read', async ({ page }) => {
	await page.goto('');
	await page
		.getByRole('main')
		.getByRole('link', { name: /^Attention/ })
		.first()
		.click();
	for (const stage of [
		'Big picture',
		'Intuition',
		'The math',
		'Runnable code',
		'Interview questions',
		'Retrieval check',
	]) {
		await expect(page.getByRole('heading', { name: stage, exact: true, level: 2 })).toBeVisible();
	}
	await expect(page.locator('.katex').first()).toBeVisible();
	await expect(page.locator('figure.diagram svg').first()).toBeVisible();

	const question = page.locator('details.question').first();
	await question.locator('summary').first().click();
	await question.getByText('Rubric and model answer').click();
	await expect(question.getByRole('heading', { name: 'Model answer' })).toBeVisible();

	const prompt = page.locator('.prompt').first();
	await prompt.getByText('Answer', { exact: true }).click();
	await expect(prompt.locator('.prompt-answer')).toBeVisible();
});

test('a phone reaches the stages', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto(conceptPath);
	const bar = page.locator('.stage-bar');
	await bar.locator('summary').click();
	await bar.getByRole('link', { name: 'The math' }).click();
	await expect(page.getByRole('heading', { name: 'The math', exact: true })).toBeInViewport();
});

for (const { name, path } of pageTypes) {
	test(`nothing on the ${name} page promises what needs scripts`, async ({ page }) => {
		await page.goto(path);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		for (const element of await page.locator('.needs-js, [data-open-search]').all()) await expect(element).toBeHidden();
	});
}
