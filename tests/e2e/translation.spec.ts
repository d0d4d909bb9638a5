/** Pages that a browser translates as Chrome does: it puts elements in the place of text nodes, and what the views write still shows. */
import type { Locator, Page } from '@playwright/test';
import { conceptPath } from './support/pages.ts';
import { expect, test } from './support/test.ts';

/** Puts a translation in the place of every text of a part of the page, in either of the ways that yield the same. */
async function translate(part: Locator): Promise<void> {
	await part.evaluate((root) => {
		const texts: Text[] = [];
		const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
		while (walker.nextNode()) {
			const text = walker.currentNode as Text;
			if (text.data.trim() !== '' && !text.parentElement?.closest('svg, script, style, textarea, font'))
				texts.push(text);
		}
		for (const [index, text] of texts.entries()) {
			const [outer, inner] = [document.createElement('font'), document.createElement('font')];
			inner.textContent = text.data.toUpperCase();
			outer.append(inner);
			if (index % 2 === 0) text.replaceWith(outer);
			else {
				text.before(outer);
				text.remove();
			}
		}
	});
}

/** The text that shows, once. */
const shown = (part: Locator): Promise<string> =>
	part.evaluate((element) => (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim());

async function beginDrill(page: Page): Promise<void> {
	await page.clock.install({ time: new Date('2026-05-04T12:00:00') });
	await page.goto('drill/session/?seed=b7k2&level=mid&minutes=40');
	await expect(page.locator('h1.drill-question')).toBeVisible();
}

test('the clock of a drill runs on, stops and goes on', async ({ page }) => {
	await beginDrill(page);
	const clock = page.locator('.drill-clock');
	await translate(page.locator('main'));
	await expect(clock).toContainText('FOR THIS QUESTION');
	const before = await shown(page.getByRole('timer'));
	await page.clock.runFor(4000);
	const after = await shown(page.getByRole('timer'));
	expect(after).toMatch(/^\d+:\d\d$/);
	expect(after).not.toBe(before);
	await page.getByRole('button', { name: 'pause' }).click();
	await expect(clock).toContainText('paused');
	// What comes is translated in turn, and goes again.
	await translate(page.locator('main'));
	await expect(clock).toContainText('PAUSED');
	await page.getByRole('button', { name: 'go on' }).click();
	await expect(clock).not.toContainText(/paused/i);
	await translate(page.locator('main'));
	await page.getByRole('button', { name: 'skip' }).click();
	await expect(page.locator('.drill-rail .here')).toContainText('2');
	expect(await shown(page.locator('.drill-main .question-meta'))).not.toMatch(/[A-Z]{4}/);
});

test('the check counts its prompts, and the answers come and go', async ({ page }) => {
	await page.goto(conceptPath);
	await page.getByRole('button', { name: 'Start the check' }).click();
	const check = page.locator('.retrieval-check');
	// The history is opened for the first time.
	await expect(check).toBeVisible({ timeout: 20_000 });
	for (let prompt = 1; prompt <= 3; prompt++) {
		await expect(check).toContainText(new RegExp(`${prompt} of \\d+`, 'i'));
		await translate(check);
		await page.keyboard.press('Space');
		await translate(check);
		await page.keyboard.press('2');
	}
	await expect(check).toContainText(/4 of \d+/);
});

test('the words of a figure follow its controls', async ({ page }) => {
	await page.goto(conceptPath);
	const figure = page.locator('astro-island:not([ssr]) figure, figure:has(input[type=range])').first();
	await figure.scrollIntoViewIfNeeded();
	const slider = figure.locator('input[type=range]').first();
	await expect(page.locator('astro-island[ssr]').filter({ has: figure })).toHaveCount(0);
	const readings = async (): Promise<string> => shown(figure);
	await translate(figure);
	const before = await readings();
	await slider.focus();
	await page.keyboard.press('End');
	await expect.poll(readings).not.toBe(before);
	const translated = await readings();
	// The same steps without a translation say the same.
	await page.reload();
	await figure.scrollIntoViewIfNeeded();
	await expect(page.locator('astro-island[ssr]').filter({ has: figure })).toHaveCount(0);
	await slider.focus();
	await page.keyboard.press('End');
	await expect.poll(async () => (await readings()).toUpperCase()).toBe(translated.toUpperCase());
});

test('a translation that is taken back, or changed for another, leaves nothing behind', async ({ page }) => {
	await beginDrill(page);
	const meta = page.locator('.drill-clock .note');
	const original = await shown(meta);
	await translate(meta);
	await meta.evaluate((element) => {
		for (const font of element.querySelectorAll(':scope > font')) {
			const other = document.createElement('font');
			other.textContent = 'other ';
			font.replaceWith(other);
		}
	});
	expect(await shown(meta)).toMatch(/^(other ?)+$/);
	await meta.evaluate((element) => {
		for (const font of element.querySelectorAll(':scope > font')) font.remove();
	});
	expect(await shown(meta)).toBe(original);
});
