/** The page about times without a connection: the whole site and Python are kept by choice, told in bytes, stopped, gone on with, and freed. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Manifest } from '../../src/offline/manifest.ts';
import { violationsIn } from './support/axe.ts';
import { copies, expectKept, keep } from './support/copies.ts';
import { expect, type Host, test } from './support/host.ts';
import { conceptPath } from './support/pages.ts';

const other = 'concepts/gradient-descent/';
const everything = (page: Page) => page.getByRole('region', { name: 'The whole site' });
const python = (page: Page) => page.getByRole('region', { name: 'Python', exact: true });
const storage = (page: Page) => page.getByRole('region', { name: 'Storage' });

/** Has a dozen pages stand for all of them: the journey is the same, and keeping them all is walked once. */
async function offerDozen(page: Page, host: Host, base: string): Promise<void> {
	const manifest: Manifest = await (await page.request.get('offline.json')).json();
	const wanted = ['', 'offline/', 'about/', 'paths/', conceptPath, other, 'concepts/tokenization-bpe/'];
	const pages = manifest.units.filter(({ kind }) => kind === 'page');
	const dozen = new Set([...pages.filter(({ root }) => wanted.includes(root)), ...pages].slice(0, 12));
	const units = manifest.units.filter((unit) => unit.kind !== 'page' || dozen.has(unit));
	const body = JSON.stringify({ ...manifest, units });
	host.instead.set(`${base}offline.json`, { type: 'application/json', body });
}

test('the whole site: its size first, stopped and gone on with, read without a connection, freed', {
	tag: '@workers',
}, async ({ page, host, variant, site: { base } }) => {
	test.slow();
	if (variant !== 'root') await offerDozen(page, host, base);
	await keep(page, base, 'offline/');
	await page.reload();
	await expect(everything(page)).toContainText(
		/concepts and every other page: [\d.]+ MB on this device, of which [\d.]+ MB are not here yet/,
	);

	// The page of one concept does not come for now, so that there is time to stop.
	host.instead.set(`${base}${other}`, 'wait');
	await everything(page).getByRole('button', { name: 'Keep everything offline' }).click();
	await expect(everything(page).getByRole('progressbar')).toBeVisible();
	await expect(everything(page)).toContainText(/[\d.]+ MB of [\d.]+ MB/);
	await everything(page).getByRole('button', { name: 'Stop' }).click();
	await expect(everything(page).getByText('Stopped. What has come stays.')).toBeVisible();
	expect(await copies(page, base, 'roots')).not.toContain(other);

	host.instead.delete(`${base}${other}`);
	const before = (await copies(page, base)).length;
	await everything(page).getByRole('button', { name: 'Go on' }).click();
	await expect(everything(page).getByText('The whole site is kept on this device.')).toBeVisible({ timeout: 120_000 });
	expect((await copies(page, base)).length).toBeGreaterThan(before);

	host.mood = 'cut';
	await page.goto(other);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Gradient Descent');
	await page.keyboard.press('/');
	await page.getByRole('combobox', { name: 'Search concepts' }).fill('tokenizer merges');
	await expect(page.getByRole('option', { name: /Tokenization/ }).first()).toBeVisible();
	await page.goto('paths/');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

	await page.goto('offline/');
	await expect(page.getByText('There is no connection now')).toBeVisible();
	await expect(storage(page)).toContainText(/\d\d with what they need, [\d.]+ MB/);
	await storage(page).getByRole('button', { name: 'Free them' }).click();
	await expect(storage(page)).toContainText(/(?<!\d)0 with what they need/);
	expect(await copies(page, base)).toEqual([]);
});

test('what was asked for goes on with the next visit', async ({ page, host, site: { base } }) => {
	test.slow();
	await offerDozen(page, host, base);
	await keep(page, base, 'offline/');
	host.instead.set(`${base}${other}`, 'wait');
	await everything(page).getByRole('button', { name: 'Keep everything offline' }).click();
	await expect(everything(page).getByRole('progressbar')).toBeVisible();
	await page.goto('about/');
	host.instead.delete(`${base}${other}`);
	await page.goto('about/');
	await expectKept(page, base, [other, 'paths/', conceptPath], 120_000);
});

test('nothing is kept where the reader does not want it', async ({ page, host, site: { base } }) => {
	await keep(page, base, 'offline/');
	await page.getByRole('checkbox', { name: 'Keep pages that I open' }).uncheck();
	const asked = () => host.asked.filter((path) => path.endsWith('offline.json')).length;
	const before = asked();
	await page.goto(conceptPath);
	await expect.poll(asked).toBeGreaterThan(before);
	await page.goto('about/');
	await expect.poll(asked).toBeGreaterThan(before + 1);
	expect(await copies(page, base, 'roots')).not.toContain(conceptPath);
});

test('Python with a package runs without a connection, in an origin of its own', { tag: '@workers' }, async ({
	page,
	host,
	site: { base },
}) => {
	test.setTimeout(300_000);
	const folder = new URL('./wheels/', import.meta.url);
	const { tally } = JSON.parse(readFileSync(new URL('packages.json', folder), 'utf8'));
	const wheel = readFileSync(new URL(tally.file_name, folder));
	const index = await (await page.request.get('listings/python.json')).json();
	const body = JSON.stringify({
		...index,
		lock: { ...index.lock, packages: { tally: { ...tally, title: 'Tally' } } },
		packagesAddress: `${base}listings/wheels/`,
		wheelSizes: { [tally.file_name]: wheel.length },
	});
	// The list names the file's hash: a file that another stands in for is not kept.
	const manifest = await (await page.request.get('offline.json')).json();
	const hash = createHash('sha256').update(body).digest('hex').slice(0, 16);
	const files = manifest.files.map((file: unknown[]) =>
		file[0] === 'listings/python.json' ? [file[0], body.length, body.length, hash] : file,
	);
	host.instead.set(`${base}listings/python.json`, { type: 'application/json', body });
	host.instead.set(`${base}offline.json`, { type: 'application/json', body: JSON.stringify({ ...manifest, files }) });
	host.instead.set(`${base}listings/wheels/${tally.file_name}`, { type: 'application/zip', body: wheel });

	await keep(page, base, conceptPath);
	await page.goto('offline/');
	await expect(python(page)).toContainText(/1[34] MB on this device; at least [\d.]+ MB to fetch/);
	await python(page)
		.getByRole('checkbox', { name: /^Tally, [\d.]+ (bytes|kB)/ })
		.check();
	await python(page).getByRole('button', { name: 'Keep Python' }).click();
	await expect(python(page).getByText('Python and these packages are kept on this device.')).toBeVisible({
		timeout: 60_000,
	});

	host.mood = 'cut';
	await page.goto(conceptPath);
	const listing = page.locator('[data-listing]').filter({ hasText: 'standard library' }).first();
	const button = (word: string) => listing.getByRole('button', { name: new RegExp(`^${word}\\b`) });
	await button('Run').click();
	await expect(listing.getByRole('status')).toContainText('ended, equal to the recorded output', { timeout: 120_000 });
	const run = async (source: string): Promise<void> => {
		if (await listing.getByRole('textbox').isHidden()) await button('Edit').click();
		await listing.getByRole('textbox').fill(source);
		await listing.getByRole('textbox').press('ControlOrMeta+Enter');
	};
	await run(
		'import js\nprint(js.self.origin)\ntry:\n    js.indexedDB.open("x")\nexcept Exception as error:\n    print("refused")',
	);
	await expect(listing.locator('.run-output')).toHaveText(/^null\s+refused/, { timeout: 60_000 });
	await run('from tally import tally\nprint(tally("banana"))');
	await expect(listing.locator('.run-output')).toHaveText("{'a': 3, 'b': 1, 'n': 2}", { timeout: 60_000 });

	await page.goto('offline/');
	await expect(storage(page)).toContainText(/1[34] MB\. Free it/);
	await storage(page).getByRole('button', { name: 'Free it' }).click();
	await expect(storage(page)).toContainText('Not kept.');
	expect((await copies(page, base)).filter((path) => /wasm|whl/.test(path) && path.startsWith('listings'))).toEqual([]);
});

test('axe finds nothing on it, at 320 pixels', async ({ page, site: { base } }) => {
	await page.setViewportSize({ width: 320, height: 640 });
	await keep(page, base, 'offline/');
	await page.reload();
	await expect(storage(page)).toBeVisible();
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
	expect(await violationsIn(page)).toEqual([]);
});
