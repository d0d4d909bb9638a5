/** What a reader marks on a page comes back there and on a page of its own; and all prompts can be read, searched and set aside at once. */
import type { Page } from '@playwright/test';
import { violationsIn } from './support/axe.ts';
import { chooseFile } from './support/history.ts';
import { conceptPath, layOutAll } from './support/pages.ts';
import { kept } from './support/recall.ts';
import { expect, test } from './support/test.ts';

// Fonts that come from the browser's memory after a reload were preloaded for nothing.
test.use({ tolerated: [/preloaded using link preload but not used/] });

const toggleOf = (page: Page, kind: 'h3' | 'question' | 'listing') =>
	page.locator(`.at-${kind} > .mark-toggle`).first();

/** Marks the first of a kind, and gives its name. */
async function markFirst(page: Page, kind: 'h3' | 'question' | 'listing', note = ''): Promise<string> {
	const toggle = toggleOf(page, kind);
	const name = (await toggle.getAttribute('aria-label')) ?? '';
	await toggle.click();
	await expect(toggle).toHaveAttribute('aria-pressed', 'true', { timeout: 20_000 });
	const form = page.getByRole('form', { name: `Your mark: ${name.slice(6, -1)}` });
	await expect(form).toBeVisible();
	if (note) {
		await form.getByRole('textbox').fill(note);
		await form.getByRole('button', { name: 'Keep the note' }).click();
		await expect(form.getByText('Kept.')).toBeVisible();
	}
	await form.getByRole('button', { name: 'Close' }).click();
	await expect(form).toHaveCount(0);
	return name.slice(6, -1);
}

test('a section, a question and a listing are marked, and are so after a reload, on the page and on their own', async ({
	page,
}) => {
	await page.goto(conceptPath);
	await layOutAll(page);
	await expect(toggleOf(page, 'h3')).toBeVisible();
	expect(await kept(page)).toEqual([]);
	// The names of headings stay what they were.
	await expect(page.getByRole('heading', { name: /Mark “/ })).toHaveCount(0);
	const section = await markFirst(page, 'h3', 'Say this first.');
	const question = await markFirst(page, 'question');
	const listing = await markFirst(page, 'listing');
	await page.reload();
	await layOutAll(page);
	for (const kind of ['h3', 'question', 'listing'] as const) {
		await expect(toggleOf(page, kind)).toHaveAttribute('aria-pressed', 'true');
	}
	await expect(page.locator('.mark-toggle[aria-pressed=true]')).toHaveCount(3);
	expect(await violationsIn(page)).toEqual([]);
	// The note is there to be read and changed.
	const note = page.getByRole('button', { name: `Note on “${section}”` });
	await note.click();
	await expect(page.getByRole('form').getByRole('textbox')).toHaveValue('Say this first.');
	await expect(page.getByRole('form').getByRole('textbox')).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(note).toBeFocused();

	await page.getByRole('contentinfo').getByRole('link', { name: 'Your marks' }).click();
	await expect(page.getByText('3 marks in 1 concept.')).toBeVisible();
	await expect(page.locator('.mark-place a')).toHaveText([section, listing, question]);
	await expect(page.getByText('Say this first.')).toBeVisible();
	await expect(page.getByText('no such part any more')).toHaveCount(0);
	expect(await violationsIn(page)).toEqual([]);
	await page.getByRole('link', { name: listing, exact: true }).click();
	await expect(page.locator('.listing:target')).toBeInViewport();
});

test('a mark is taken away and back, on its page and on the page of all', async ({ page }) => {
	await page.goto(conceptPath);
	await layOutAll(page);
	const name = await markFirst(page, 'h3', 'A note.');
	const toggle = toggleOf(page, 'h3');
	await toggle.press('Enter');
	await expect(toggle).toHaveAttribute('aria-pressed', 'false');
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(toggle).toHaveAttribute('aria-pressed', 'true');

	await page.goto('marks/');
	await page.getByRole('button', { name: `Remove ${name}` }).click();
	const undo = page.getByRole('button', { name: `Undo ${name}` });
	await expect(undo).toBeFocused();
	await expect(page.getByText('0 marks')).toBeVisible();
	await undo.click();
	await expect(page.getByText('1 mark in 1 concept.')).toBeVisible();
	await page.getByRole('button', { name: `Edit the note ${name}` }).click();
	await page.getByRole('textbox', { name: 'Your note' }).fill('Another note.');
	await page.getByRole('button', { name: 'Keep the note' }).click();
	await expect(page.getByText('Another note.')).toBeVisible();
	await page.getByRole('button', { name: `Remove ${name}` }).click();
	await expect(undo).toBeFocused();
	await page.reload();
	await expect(page.getByText('Nothing is marked yet.')).toBeVisible();
	await page.goto(conceptPath);
	await layOutAll(page);
	await expect(toggle).toHaveAttribute('aria-pressed', 'false');
});

test('marks are in the backup, and go with the rest', async ({ page }) => {
	await page.goto(conceptPath);
	await layOutAll(page);
	await markFirst(page, 'h3', 'Kept in the backup.');
	await page.goto('progress/');
	await expect(page.getByRole('link', { name: '1 place' })).toBeVisible();
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Export a backup' }).click();
	const file = await (await download).createReadStream();
	let text = '';
	for await (const part of file) text += part;
	await page.getByRole('button', { name: 'Delete everything…' }).click();
	await page.getByRole('button', { name: 'Delete without a backup' }).click();
	await expect(page.getByText('Nothing is kept in this browser yet.')).toBeVisible();
	await page.goto('marks/');
	await expect(page.getByText('Nothing is marked yet.')).toBeVisible();
	await page.goto('progress/');
	await chooseFile(page, text);
	await page.getByRole('button', { name: 'Import it' }).click();
	await expect(page.getByText(/^Imported: \d+ new/)).toBeVisible();
	await page.goto('marks/');
	await expect(page.getByText('Kept in the backup.')).toBeVisible();
});

test('many marks are searched', async ({ page }) => {
	await page.goto(conceptPath);
	await layOutAll(page);
	for (const toggle of (await page.locator('.at-h3 > .mark-toggle').all()).slice(0, 8)) {
		await toggle.click();
		await expect(toggle).toHaveAttribute('aria-pressed', 'true', { timeout: 20_000 });
	}
	await page.goto('marks/');
	const first = (await page.locator('.mark-place a').first().textContent()) ?? '';
	await page.getByRole('searchbox').fill(first);
	await expect(page.getByText(/^\d of 8 marks$/)).toBeVisible();
	await expect(page.locator('.mark-place a').first()).toHaveText(first);
	await page.getByRole('searchbox').fill('zzz zzz');
	await expect(page.getByText('No mark has all of these words.')).toBeVisible();
});

test.describe('all prompts', () => {
	test('a concept’s are added, suspended, resumed at once, and each step is taken back', async ({ page }) => {
		await page.goto('prompts/');
		const concept = page.locator('.browsed-concept').filter({ has: page.getByRole('heading', { name: 'Attention' }) });
		await concept.locator('summary').first().click();
		const rows = concept.locator('.browsed');
		await expect(rows.first()).toBeVisible();
		const number = await rows.count();
		await expect(rows.first()).toContainText('Not in your review');
		await concept.getByRole('button', { name: `Add all ${number} to my review` }).click();
		await expect(concept.getByText(`${number} prompts added to your review.`)).toBeVisible();
		await expect(concept.getByRole('button', { name: 'Undo' })).toBeFocused();
		await expect(rows.first()).toContainText('Due today');
		await concept.getByRole('button', { name: `Suspend all ${number}` }).click();
		await expect(rows.first()).toContainText('Suspended');
		await concept.getByRole('button', { name: 'Undo' }).click();
		await expect(concept.getByText('Taken back.')).toBeVisible();
		await expect(rows.first()).toContainText('Due today');
		await rows.nth(1).getByRole('button', { name: 'Suspend prompt 2' }).click();
		await expect(rows.nth(1)).toContainText('Suspended');
		await expect(concept.getByRole('button', { name: `Resume 1 of ${number}` })).toBeVisible();
		expect(await violationsIn(page)).toEqual([]);
		await page.reload();
		await expect(concept.locator('summary').first()).toContainText(
			`${number} in your review, ${number - 1} due, 1 suspended`,
		);
		await page.goto('review/');
		await page.getByRole('link', { name: 'All prompts' }).click();
		await page.getByRole('combobox', { name: 'Show' }).selectOption('Suspended');
		await expect(page.locator('.browsed')).toHaveCount(1);
		await page.getByRole('button', { name: /^Resume prompt/ }).click();
		await expect(page.locator('.browsed')).toHaveCount(0);
		await page.getByRole('button', { name: 'Undo' }).click();
		await expect(page.locator('.browsed')).toHaveCount(1);
	});

	test('are fetched for a search, and no sooner', async ({ page }) => {
		const asked: string[] = [];
		page.on('request', (request) => {
			if (request.url().endsWith('/prompts.json')) asked.push(request.url());
		});
		await page.goto('prompts/');
		await expect(page.locator('.browsed-concept').first()).toBeVisible();
		expect(asked).toEqual([]);
		await page.getByRole('searchbox', { name: 'Search all prompts' }).fill('softmax');
		await expect(page.getByText(/^\d+ prompts(?: found\.|, of which)/)).toBeVisible({ timeout: 30_000 });
		expect(asked.length).toBeGreaterThan(3);
		await expect(page.locator('.browsed').first()).toBeVisible();
		await page.getByRole('searchbox', { name: 'Search all prompts' }).fill('zzz zzz');
		await expect(page.getByText('0 prompts found.')).toBeVisible();
		await page.getByRole('searchbox', { name: 'Search all prompts' }).fill('');
		await expect(page.locator('.browsed-concept').first()).toBeVisible();
	});
});

test.describe('without a place to keep anything', () => {
	test.use({ javaScriptEnabled: false });

	test('no page promises marks', async ({ page }) => {
		await page.goto(conceptPath);
		await expect(page.locator('.mark-tools')).toHaveCount(0);
		await page.goto('marks/');
		await expect(page.getByText('Marks are kept in your browser, and that needs JavaScript.')).toBeVisible();
	});
});

test('what marks a place moves nothing, has room for a finger, and stays off paper', async ({ page }) => {
	for (const width of [320, 390, 1440]) {
		await page.setViewportSize({ width, height: 900 });
		await page.goto(conceptPath);
		await layOutAll(page);
		await expect(page.locator('.mark-toggle').first()).toBeAttached();
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
		const boxes = await page.locator('.mark-toggle').evaluateAll((all) =>
			all.map((one) => {
				const { width: inline, height, right } = one.getBoundingClientRect();
				return [inline >= 24, height >= 24, right <= innerWidth];
			}),
		);
		expect(boxes.filter((box) => box.includes(false))).toEqual([]);
		const heights = () =>
			page.locator('.stage').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
		const before = await heights();
		await page.evaluate(() => {
			for (const tools of document.querySelectorAll('.mark-tools')) tools.remove();
		});
		expect(await heights()).toEqual(before);
	}
	await page.goto(conceptPath);
	await expect(page.locator('.mark-toggle').first()).toBeAttached();
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('.mark-toggle').first()).toBeHidden();
});
