/** Single keys: stages, questions, help; typed into nothing, and switched off by who does not want them. */
import { conceptPath } from './support/pages.ts';
import { startCheck } from './support/recall.ts';
import { expect, test } from './support/test.ts';

const heading = /^H2$/;

test('stages and questions by keys, the focus with them', async ({ page }) => {
	await page.goto(conceptPath);
	await page.keyboard.press('n');
	await page.keyboard.press('n');
	await expect(page.getByRole('heading', { name: 'Intuition', exact: true })).toBeFocused();
	await page.keyboard.press('p');
	await expect(page.getByRole('heading', { name: 'Big picture' })).toBeFocused();
	expect(await page.evaluate(() => document.activeElement?.tagName)).toMatch(heading);
	const questions = page.locator('details.question');
	await page.keyboard.press('q');
	await expect(questions.nth(0).locator('summary').first()).toBeFocused();
	await page.keyboard.press('q');
	await expect(questions.nth(1)).toHaveAttribute('open', '');
	await expect(questions.nth(1).locator('summary').first()).toBeFocused();
});

test('the sheet lists the keys, and switches them off', async ({ page }) => {
	await page.goto(conceptPath);
	await page.keyboard.press('?');
	const sheet = page.getByRole('dialog', { name: 'Keys' });
	await expect(sheet).toBeVisible();
	await expect(sheet.getByText('the next interview question')).toBeVisible();
	await sheet.getByRole('checkbox').uncheck();
	await page.keyboard.press('Escape');
	await expect(sheet).toBeHidden();
	await page.reload();
	for (const key of ['n', '?', '/', 'q']) await page.keyboard.press(key);
	await expect(page.getByRole('dialog')).toHaveCount(0);
	expect(await page.evaluate(() => scrollY)).toBe(0);
	await page.keyboard.press('Control+k');
	await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
	await page.keyboard.press('Escape');

	// A check takes keys only once the focus is in it.
	await startCheck(page);
	await page.evaluate(() => (document.activeElement as HTMLElement).blur());
	await page.keyboard.press(' ');
	await expect(page.getByRole('button', { name: 'Show the answer' })).toBeEnabled();

	await page.getByRole('button', { name: 'Keys', exact: true }).click();
	await sheet.getByRole('checkbox').check();
	expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('keys-off')))).toEqual([]);
});

test('keys that are typed, or part of a chord, are only that', async ({ page }) => {
	await page.goto(conceptPath);
	await page.locator('details.question > summary').first().click();
	const field = page.locator('.question textarea').first();
	await field.pressSequentially('n q ? /');
	await expect(field).toHaveValue('n q ? /');
	await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('what an input method composes moves, opens and closes nothing', async ({ page }) => {
	await page.goto('');
	await page.keyboard.press('/');
	const search = page.getByRole('dialog', { name: 'Search' });
	const field = search.getByRole('combobox');
	await field.fill('softmax');
	await expect(search.getByRole('option').first()).toBeVisible();
	// Titles are found first; what the text says may change their order.
	await expect(search.locator('[role=option] mark').first()).toBeVisible();
	await page.waitForLoadState('networkidle');
	await page.keyboard.press('ArrowDown');
	const composer = await page.context().newCDPSession(page);
	await composer.send('Input.imeSetComposition', { text: 'そ', selectionStart: 1, selectionEnd: 1 });
	// What is composed is searched for as well: the keys come once all of that is found.
	await expect(field).toHaveValue(/そ/);
	await page.evaluate(async () => {
		for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
	});
	await expect(search.locator('.search-count.waiting')).toHaveCount(0);
	for (const key of ['ArrowDown', 'Enter', 'Escape']) {
		// Safari ends a composition with a key of this code.
		for (const composing of [{ isComposing: true }, { keyCode: 229 }]) {
			const [before, after] = await field.evaluate(
				async (element, init) => {
					const active = () => element.getAttribute('aria-activedescendant');
					const now = active();
					element.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }));
					await new Promise(requestAnimationFrame);
					return [now, active()];
				},
				{ key, ...composing },
			);
			expect(before).not.toBeNull();
			expect(after, key).toBe(before);
		}
	}
	await page.keyboard.press('Escape');
	await expect(search).toBeVisible();
	await expect(page).toHaveURL(/\/$/);
});
