/** The reader's data is theirs: it leaves and comes back whole, is deleted for good, and no bad file touches it. */
import { readFile, truncate, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { places } from '../../src/keeping/places.ts';
import { type Backup, chooseFile, importBackup, madeBackup } from './support/history.ts';
import { expect, test } from './support/test.ts';

const now = new Date('2026-05-23T10:00:00Z');
const concepts = ['attention-mechanism'];

test.beforeEach(async ({ page }) => {
	await page.clock.setFixedTime(now);
	await page.goto('progress/#your-data');
});

const made = (page: Page): Promise<Backup> => madeBackup(page.request, { until: now, concepts });

const panel = (page: Page) => page.getByRole('region', { name: 'Your data' });

/** Presses a button that hands over a file. */
async function downloaded(page: Page, button: string | RegExp): Promise<{ name: string; text: string }> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: button }).click(),
	]);
	return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** What a backup holds, without when it was made. */
function held(text: string) {
	const { events, sessions, settings, setAside } = JSON.parse(text) as Backup;
	return { events, sessions, settings, setAside };
}

async function eraseWithoutBackup(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Delete everything…' }).click();
	await page.getByRole('button', { name: 'Delete without a backup' }).click();
	await expect(page.getByText('Everything was deleted from this browser.')).toBeVisible();
}

test('what is exported comes back the same', async ({ page }) => {
	await importBackup(page, await made(page));
	await page.getByLabel('Date of the interview').fill('2026-06-12');
	await expect(page.getByText('20 days from today.')).toBeVisible();
	const first = await downloaded(page, 'Export a backup');
	expect(first.name).toBe('sixfold-2026-05-23.json');
	expect(held(first.text).settings).toMatchObject({ interview: '2026-06-12' });
	await expect(panel(page).getByText('May 23, 2026, and nothing has been added since.')).toBeVisible();

	await eraseWithoutBackup(page);
	await expect(page.getByText('Nothing is kept in this browser yet.')).toBeVisible();
	expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);

	await importBackup(page, JSON.parse(first.text));
	const second = await downloaded(page, 'Export a backup');
	expect(held(second.text)).toEqual(held(first.text));
});

test('two devices are merged, what is known is not added twice, and the import can be taken back', async ({ page }) => {
	const backup = await made(page);
	const half = { ...backup, events: backup.events.slice(0, 20) };
	await importBackup(page, half);
	await chooseFile(page, backup);
	await expect(panel(page).getByText('20 entries are here already.')).toBeVisible();
	await expect(panel(page).getByRole('definition').getByText(`${backup.events.length} entries, `)).toHaveCount(0);
	await page.getByRole('button', { name: 'Import it' }).click();
	await expect(panel(page).getByText(`Imported: ${backup.events.length - 20} new entries.`)).toBeVisible();
	await expect(panel(page).getByRole('definition').getByText(`${backup.events.length} entries, `)).toBeVisible();

	await chooseFile(page, half);
	await expect(panel(page).getByText('Everything in this backup is here already.')).toBeVisible();
	await page.getByRole('button', { name: 'Close' }).click();

	const more = backup.events.length;
	await page.getByRole('button', { name: 'Go back to before the last import…' }).click();
	const sure = page.getByRole('dialog');
	await expect(sure).toContainText(`Here are now ${more} entries; the snapshot of May 23, 2026 has 20 entries.`);
	await expect(sure).toContainText(`${more - 20} entries that are here now would go.`);
	await sure.getByRole('button', { name: 'Leave it as it is' }).click();
	await expect(panel(page).getByRole('definition').getByText(`${more} entries, `)).toBeVisible();
	await page.getByRole('button', { name: 'Go back to before the last import…' }).click();
	await sure.getByRole('button', { name: 'Go back' }).click();
	await expect(panel(page).getByText('Everything is as it was before the import.')).toBeVisible();
	await expect(panel(page).getByRole('definition').getByText('20 entries, ')).toBeVisible();

	await page.getByRole('button', { name: 'Go forward again…' }).click();
	await sure.getByRole('button', { name: 'Go forward' }).click();
	await expect(panel(page).getByRole('definition').getByText(`${more} entries, `)).toBeVisible();
});

test.describe('a bad file is refused, and nothing is changed', () => {
	const badFiles: Record<string, { spoil: (backup: Backup) => unknown; words: string }> = {
		truncated: { spoil: (backup) => JSON.stringify(backup).slice(0, -40), words: 'is not a complete Sixfold backup' },
		'something else': { spoil: () => ({ notes: [] }), words: 'This file is not a Sixfold backup.' },
		'of a future version': { spoil: (backup) => ({ ...backup, formatVersion: 3 }), words: 'made by a newer version' },
		'with HTML for a prompt': {
			spoil: (backup) => ({
				...backup,
				events: [{ ...backup.events.at(-1), prompt: '<img src=x onerror=alert(1)>' }],
			}),
			words: 'This backup is damaged at events[0].prompt.',
		},
		'with one id for two entries': {
			spoil: (backup) => ({
				...backup,
				events: [...backup.events, { ...backup.events[0], stage: 5 }],
			}),
			words: 'Two different entries have the same id',
		},
	};

	for (const [name, { spoil, words }] of Object.entries(badFiles)) {
		test(name, async ({ page }) => {
			await chooseFile(page, spoil(await made(page)));
			const alert = panel(page).getByRole('alert');
			await expect(alert).toContainText(words);
			await expect(alert).toContainText('Nothing was changed.');
			expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
			await expect(page.getByRole('button', { name: 'Choose another file' })).toBeVisible();
			await importBackup(page, await made(page));
		});
	}

	test('too large', async ({ page }, testInfo) => {
		const file = testInfo.outputPath('large.json');
		await writeFile(file, '{"format":"sixfold-backup"');
		await truncate(file, 201_000_000);
		await page.getByLabel('Backup to import').setInputFiles(file);
		await expect(panel(page).getByRole('alert')).toContainText('larger than any Sixfold backup can be');
	});

	test('an entry that differs from the one that is here', async ({ page }) => {
		const backup = await made(page);
		await importBackup(page, backup);
		const [first, ...rest] = backup.events;
		await chooseFile(page, { ...backup, events: [{ ...first, stage: 5 }, ...rest] });
		await expect(panel(page).getByRole('alert')).toContainText('Two different entries have the same id');
		await expect(panel(page).getByRole('definition').getByText(`${backup.events.length} entries, `)).toBeVisible();
	});
});

test('everything is deleted only after it was asked, with a backup first', async ({ page }) => {
	await importBackup(page, await made(page));
	await page.getByRole('button', { name: 'Delete everything…' }).click();
	await page.getByRole('button', { name: 'Keep everything' }).click();
	await expect(page.getByRole('dialog')).toBeHidden();
	await page.getByRole('button', { name: 'Delete everything…' }).click();
	const { text } = await downloaded(page, 'Export a backup first');
	expect(held(text).events.length).toBeGreaterThan(30);
	// Whether the file is there, only the reader can see.
	await expect(page.getByText('Is sixfold-2026-05-23.json in your downloads?')).toBeVisible();
	expect(await page.evaluate(() => indexedDB.databases())).toHaveLength(1);
	await page.getByRole('button', { name: 'The file is there, delete everything' }).click();
	await expect(page.getByText('Nothing is kept in this browser yet.')).toBeVisible();
	expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
});

test('nothing of any room is left after everything was deleted', async ({ page }) => {
	await page.evaluate(
		(names) => {
			for (const name of names) localStorage.setItem(`sixfold:/:${name}`, '"x"');
			sessionStorage.setItem('sixfold:/:check:pca', '"x"');
			localStorage.setItem('sixfold:/other/:drill', '"of another site"');
		},
		Object.keys(places).flatMap((name) => [name, `${name}:item`]),
	);
	await eraseWithoutBackup(page);
	expect(await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])).toEqual([
		'sixfold:/other/:drill',
	]);
});

test('after thirty entries without a backup comes a reminder, until there is one', async ({ page }) => {
	const backup = await made(page);
	await importBackup(page, { ...backup, events: backup.events.slice(0, 29) });
	await expect(page.getByText('None yet.')).toBeVisible();
	await expect(page.getByText('and no backup yet.')).toHaveCount(0);
	await importBackup(page, { ...backup, events: backup.events.slice(0, 31) });
	await expect(page.getByText('31 entries and no backup yet.')).toBeVisible();
	await downloaded(page, 'Export a backup');
	await expect(page.getByText('and no backup yet.')).toHaveCount(0);
});

test('prompts for Anki, and a reminder for the calendar', async ({ page }) => {
	const all = await downloaded(page, 'Export all prompts');
	expect(all.name).toBe('sixfold-anki.txt');
	expect(all.text).toMatch(/^#separator:Tab\n#html:true\n/);
	expect(all.text).toContain('"sixfold:gradient-descent/');
	await importBackup(page, await made(page));
	const mine = await downloaded(page, 'Export those in my review');
	expect(mine.text).toContain('"sixfold:attention-mechanism/');
	expect(mine.text).not.toContain('"sixfold:gradient-descent/');

	await page.getByLabel('At', { exact: true }).fill('07:30');
	const reminder = await downloaded(page, 'Download the reminder');
	expect(reminder.name).toBe('sixfold-review.ics');
	expect(reminder.text).toContain('DTSTART:20260524T073000\r\n');
	expect(reminder.text.replaceAll('\r\n ', '')).toContain('/review/\r\n');
});

test('a file that was picked is written by itself', async ({ page }) => {
	// A real file handle, of the browser's private files: the dialog that picks one on the disk cannot be driven.
	await page.evaluate(() => {
		const pick = async () => (await navigator.storage.getDirectory()).getFileHandle('backup.json', { create: true });
		Object.assign(window, { showSaveFilePicker: pick });
	});
	const written = () =>
		page.evaluate(async () => {
			const file = await (await navigator.storage.getDirectory()).getFileHandle('backup.json');
			return (await file.getFile()).text();
		});
	await importBackup(page, await made(page));
	await page.getByRole('button', { name: 'Back up to a file by itself' }).click();
	await expect(page.getByText('From now on, every change is written to backup.json.')).toBeVisible();
	expect(held(await written()).settings).toMatchObject({ interview: null });

	await page.getByLabel('Date of the interview').fill('2026-06-12');
	await expect
		.poll(async () => held(await written()).settings, { timeout: 15_000 })
		.toMatchObject({ interview: '2026-06-12' });
	// On any page that records, and at once when it is left.
	await page.goto('concepts/bias-variance-tradeoff/');
	const before = held(await written()).events.length;
	await page.getByRole('button', { name: 'Mark stage done' }).first().click();
	await expect(page.getByText('1 of 6 stages done')).toBeVisible();
	await expect.poll(async () => held(await written()).events.length, { timeout: 15_000 }).toBe(before + 1);
	await page.goto('progress/#your-data');
	await page.getByRole('button', { name: 'End automatic backups' }).click();
	await expect(page.getByText('Backups are no longer written by themselves.')).toBeVisible();
});

test('a damaged record is set aside, and goes along in the backup', async ({ page, baseURL }) => {
	const backup = await made(page);
	await importBackup(page, backup);
	await page.evaluate(
		async (name) => {
			const opening = indexedDB.open(name);
			await new Promise((resolve) => opening.addEventListener('success', resolve));
			const transaction = opening.result.transaction(['events', 'values'], 'readwrite');
			transaction.objectStore('events').put({ id: 'damaged', kind: 'review', prompt: 'attention-mechanism/x' });
			transaction.objectStore('values').delete('cache');
			await new Promise((resolve) => transaction.addEventListener('complete', resolve));
			opening.result.close();
		},
		`sixfold:${new URL(baseURL ?? '').pathname}`,
	);
	await page.reload();
	await expect(panel(page).getByText('1 record could not be read and counts for nothing.')).toBeVisible();
	const { text } = await downloaded(page, 'Export a backup');
	expect(held(text).events).toHaveLength(backup.events.length);
	expect(held(text).setAside.map((record) => JSON.parse(record).id)).toEqual(['damaged']);
});
