/** The map: what stands is a link with what the reader has done, what is in preparation is named, and a page says what of its needs is read. */
import type { Page } from '@playwright/test';
import { violationsIn } from './support/axe.ts';
import { expect, test } from './support/test.ts';

test('names every concept, leads to those that stand, and to none that does not', async ({ page }) => {
	await page.goto('map/');
	const written = page.locator('.map-list li[data-concept]');
	const planned = page.locator('.map-list li.planned');
	expect(await written.count()).toBeGreaterThanOrEqual(20);
	await expect(page.locator('.concept-map a.map-node')).toHaveCount(await written.count());
	await expect(page.locator('.concept-map g.map-node')).toHaveCount(await planned.count());
	await expect(planned.locator('h4 a')).toHaveCount(0);
	const node = page.locator('.concept-map a.map-node', { hasText: 'Embeddings' });
	await node.focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/concepts\/embeddings\/$/);
	await page.getByRole('link', { name: 'On the map' }).click();
	await expect(page.locator('#embeddings')).toBeInViewport();
	await page.locator('#embeddings').getByRole('link', { name: 'Tokenization & BPE' }).click();
	await expect(page).toHaveURL(/map\/#tokenization-bpe$/);
	expect(await violationsIn(page)).toEqual([]);
});

/** Marks a stage as done, and waits until it is kept. */
async function finish(page: Page, stage: string): Promise<void> {
	await page.getByRole('button', { name: `Done with ${stage}`, exact: true }).click();
	await expect(page.getByRole('button', { name: `Done with ${stage}: undo` })).toBeVisible();
}

test('a page says of what it builds on whether it is read, to a reader who has begun', async ({ page }) => {
	await page.goto('concepts/embeddings/');
	const need = page.locator('[data-need="tokenization-bpe"]');
	await expect(need).toHaveText('');
	await finish(page, 'the big picture');
	await page.reload();
	await expect(need).toHaveText(/\(not read, \d+ min\)/);
	await page.goto('concepts/tokenization-bpe/');
	for (const stage of ['the big picture', 'the intuition', 'the math', 'the runnable code']) await finish(page, stage);
	await page.goto('concepts/embeddings/');
	await expect(need).toHaveText(' (read)');
	await page.goto('map/');
	await expect(page.locator('.concept-map a[data-concept="tokenization-bpe"] .done')).toHaveCount(4);
});
