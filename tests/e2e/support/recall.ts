/** Steps that several journeys through check and review share. */
import { expect, type Page } from '@playwright/test';

/** Starts the check of the concept page that is open. */
export async function startCheck(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Start the check' }).click();
	await expect(page.getByRole('button', { name: 'Show the answer' })).toBeVisible({ timeout: 20_000 });
}

/** Reveals the current prompt and grades it, by keyboard; resolves when the next one is asked or the sitting is over. */
export async function answerBy(page: Page, key: string): Promise<void> {
	await expect(page.getByRole('button', { name: 'Show the answer' })).toBeEnabled();
	await page.keyboard.press(' ');
	await expect(page.getByRole('button', { name: 'Remembered' })).toBeEnabled();
	await page.keyboard.press(key);
	await expect(page.getByRole('button', { name: 'Remembered' })).toHaveCount(0);
}

/** Answers every prompt of a sitting as remembered, until its end. */
export async function rememberAll(page: Page): Promise<void> {
	while ((await page.getByRole('button', { name: 'Show the answer' }).count()) > 0) await answerBy(page, '2');
}

/** What this origin keeps: names of databases, and keys of `localStorage`. */
export function kept(page: Page): Promise<string[]> {
	return page.evaluate(async () => [
		...(await indexedDB.databases()).map(({ name }) => `database ${name}`),
		...Object.keys(localStorage),
	]);
}
