/** On paper: full measure, answers behind their questions, the addresses of references, no navigation; and one side for the night before. */
import type { Page } from '@playwright/test';
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
			const reference = page.locator('.references:not(.terms) a').first();
			const printed = await reference.evaluate((link) => getComputedStyle(link, '::after').content);
			expect(printed).toContain(await reference.getAttribute('href'));
		});
	});
}

test('paper is used at full measure: notes fold under their paragraphs, nothing is wider than the page', async ({
	page,
}) => {
	await page.setViewportSize({ width: 640, height: 1200 });
	await page.goto(conceptPath);
	await page.emulateMedia({ media: 'print' });
	const [left, right] = await page
		.locator('.stage')
		.first()
		.evaluate((stage) => {
			const { left, right } = stage.getBoundingClientRect();
			return [left, right];
		});
	expect([left, right]).toEqual([0, 640]);
	const notes = await page
		.locator('.stage .in-margin')
		.evaluateAll((parts) => parts.filter((part) => getComputedStyle(part).float !== 'none').length);
	expect(notes).toBe(0);
	const paragraph = await page
		.locator('.stage > p')
		.first()
		.evaluate((part) => part.getBoundingClientRect().width);
	expect(paragraph).toBe(640);
});

test('answers stand behind the last question, each with its number, and no button is printed', async ({ page }) => {
	await page.goto(conceptPath);
	await page.emulateMedia({ media: 'print' });
	const places = (selector: string): Promise<{ top: number; bottom: number }[]> =>
		page.locator(selector).evaluateAll((parts) =>
			parts.map((part) => {
				const { top, bottom } = part.getBoundingClientRect();
				return { top, bottom };
			}),
		);
	for (const [asks, answers] of [
		['.question > summary', '.question .reveal'],
		['.question > summary', '.question .hint'],
		['.prompt-ask', '.prompt-answer'],
	] as const) {
		const last = Math.max(...(await places(asks)).map(({ bottom }) => bottom));
		const behind = await places(answers);
		expect(behind.length).toBeGreaterThan(0);
		for (const { top } of behind) expect(top).toBeGreaterThanOrEqual(last);
	}
	const [number] = await page
		.locator('.question .reveal')
		.nth(2)
		.evaluateAll((parts) => parts.map((part) => getComputedStyle(part, '::before').content));
	expect(number).toContain('3');
	for (const button of await page.locator('summary:is(.button, .text-button), button').all())
		await expect(button).toBeHidden();
});

const pagesOf = async (page: Page): Promise<number> => {
	const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
	return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
};

test('stages and questions are printed by themselves', async ({ page }) => {
	await page.addInitScript(() => {
		// The dialog of the browser; a test looks at the page while it is open.
		window.print = () => {};
	});
	await page.goto(conceptPath);
	await page.getByRole('button', { name: 'the questions, answers behind them' }).click();
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('.stage[data-stage="5"]')).toBeVisible();
	await expect(page.locator('.stage[data-stage="3"]')).toBeHidden();
	await page.evaluate(() => dispatchEvent(new Event('afterprint')));
	await expect(page.locator('.stage[data-stage="3"]')).toBeVisible();
	await page.emulateMedia({ media: 'screen' });
	await page.getByRole('button', { name: 'the stages' }).click();
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('.stage[data-stage="4"]')).toBeVisible();
	await expect(page.locator('.stage[data-stage="5"]')).toBeHidden();
});

test('the sheet of each concept is one side of paper, and holds what to say, the equation or costs, and five mistakes', async ({
	page,
}) => {
	await page.goto('');
	const concepts = await page
		.locator('.concept-row h3 a')
		.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
	for (const concept of concepts) {
		await page.goto(`${concept}sheet/`);
		await expect(page.getByRole('heading', { name: 'In one breath' })).toBeVisible();
		await expect(page.getByRole('heading', { name: /^(?:Equation to remember|What it costs)$/ })).toBeVisible();
		await expect(page.locator('.sheet-mistakes > li')).toHaveCount(5);
		expect(await pagesOf(page), concept).toBe(1);
	}
});

test('the PDF has the pages that the answers need', async ({ page }) => {
	await page.goto(conceptPath);
	await page.emulateMedia({ colorScheme: 'dark' });
	const pages = await pagesOf(page);
	expect(pages).toBeGreaterThanOrEqual(8);
	expect(pages).toBeLessThanOrEqual(40);
});
