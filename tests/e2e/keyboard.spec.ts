/** A concept is found and read without a mouse. */
import type { Locator, Page } from '@playwright/test';
import { conceptPath, layOutAll } from './support/pages.ts';
import { expect, test } from './support/test.ts';

/** Presses Tab until `target` has the focus, as a reader would, and makes sure that the focus can be seen all the way. */
async function tabTo(page: Page, target: Locator, most = 80): Promise<void> {
	for (let presses = 0; presses < most; presses += 1) {
		await page.keyboard.press('Tab');
		const focused = page.locator(':focus');
		const { outlineStyle, outlineWidth } = await focused.evaluate((element) => {
			// A radio in a label, or a summary around a heading, may show the focus on the element around it.
			const shown = getComputedStyle(element).outlineStyle === 'none' ? (element.parentElement ?? element) : element;
			return getComputedStyle(shown);
		});
		expect(
			`${outlineStyle} ${outlineWidth}`,
			await focused.evaluate((element) => element.outerHTML.slice(0, 200)),
		).not.toMatch(/^none|\b0px/);
		if (await target.evaluate((element) => element === document.activeElement)) return;
	}
	throw new Error(`${target} did not get the focus in ${most} presses of Tab`);
}

test('from the catalog to a concept', async ({ page }) => {
	await page.goto('');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('main')).toBeFocused();
	await tabTo(
		page,
		page
			.getByRole('main')
			.getByRole('link', { name: /^Attention/ })
			.first(),
	);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/concepts\/attention-mechanism\/$/);
});

test('from the stages to the answer of a question', async ({ page }) => {
	await page.goto(conceptPath);
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	const rail = page.getByRole('navigation', { name: 'Stages', exact: true });
	await tabTo(page, rail.getByRole('link', { name: 'Interview questions' }));
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'Interview questions' })).toBeInViewport();

	// The focus goes on from where the reader jumped to: a mark, the drill, the question.
	const question = page.locator('details.question').first();
	await tabTo(page, question.locator('summary').first(), 3);
	await page.keyboard.press('Enter');
	await expect(question).toHaveAttribute('open', '');
	await tabTo(page, question.getByRole('radio').first(), 10);
	await page.keyboard.press('ArrowRight');
	await tabTo(page, question.getByRole('button', { name: 'Commit and see the rubric' }), 2);
	await page.keyboard.press('Enter');
	await expect(question.getByRole('heading', { name: 'Model answer' })).toBeVisible();
});

test('what scrolls sideways scrolls by the arrow keys', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto(conceptPath);
	await layOutAll(page);
	const boxes = page.locator('.scroller[tabindex="0"], pre[tabindex="0"]');
	await expect(boxes.first()).toBeAttached();
	const box = boxes.first();
	await box.focus();
	await page.keyboard.press('ArrowRight');
	await expect.poll(() => box.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
});

test("a phone's stage bar opens, leads and closes", async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto(conceptPath);
	const bar = page.locator('.stage-bar');
	await bar.locator('summary').focus();
	await page.keyboard.press('Enter');
	await expect(bar).toHaveAttribute('open', '');
	await page.keyboard.press('Escape');
	await expect(bar).not.toHaveAttribute('open', '');
	await expect(bar.locator('summary')).toBeFocused();
	await page.keyboard.press('Enter');
	await bar.getByRole('link', { name: 'Intuition' }).press('Enter');
	await expect(page.getByRole('heading', { name: 'Intuition', exact: true })).toBeInViewport();
	await expect(bar).not.toHaveAttribute('open', '');
});
