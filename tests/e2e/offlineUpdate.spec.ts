/** The site changes, moves, breaks off and loses its store: nothing that is open breaks, nothing that is kept is half, and a worker can be retired. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { rootSite, subPathSite } from '../../src/build/bootstrap/sites.mjs';
import { copies, expectKept, keep } from './support/copies.ts';
import { expect, type Host, test as hostTest } from './support/host.ts';
import { LATER, nextVersion } from './support/nextVersion.ts';
import { conceptPath } from './support/pages.ts';
import { answerBy, startCheck } from './support/recall.ts';

const test = hostTest.extend<object, { later: string }>({
	later: [
		async ({ browserName: _ }, use) => {
			const { folder, remove } = nextVersion(rootSite.folder);
			await use(folder);
			remove();
		},
		{ scope: 'worker' },
	],
});

const base = rootSite.base;
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const scriptsOf = async (page: Page): Promise<string[]> =>
	(await copies(page, base)).filter((path) => /^_astro\/.*\.js$/.test(path));
const isLater = (path: string): boolean => path.endsWith('-2.js');

/** Waits until a unit is kept in the later version. */
async function expectLater(page: Page, path: string): Promise<void> {
	await expect
		.poll(
			() =>
				page.evaluate(async (path) => {
					const copy = await caches.match(new URL(path, location.origin));
					return decodeURIComponent(copy?.headers.get('sixfold-needs') ?? '').includes('-2.js');
				}, base + path),
			{ timeout: 30_000 },
		)
		.toBe(true);
}

test('a new version comes with the next page; a check that is under way keeps its own to the end', async ({
	page,
	host,
	later,
}) => {
	await keep(page, base, conceptPath);
	await startCheck(page);
	await answerBy(page, '2');
	host.places = [{ folder: later, base }];
	// The host has none of this page's scripts any more.
	await answerBy(page, '1');
	await page.keyboard.press('?');
	await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
	await page.keyboard.press('Escape');
	await page.locator('details.question > summary').first().click();
	await expect(page.locator('details.question').first().getByRole('radio').first()).toBeVisible();

	await page.goto(conceptPath);
	await expect(heading(page)).toContainText(LATER);
	await expectLater(page, conceptPath);
	// Nothing of the old version is left once no tab needs it.
	await page.goto('about/');
	await expect
		.poll(async () => (await scriptsOf(page)).filter((path) => !isLater(path)), { timeout: 30_000 })
		.toEqual([]);
	host.mood = 'cut';
	await page.goto(conceptPath);
	await expect(heading(page)).toContainText(LATER);
});

test('two tabs have two versions, and each finds its own files', async ({ page, context, host, later }) => {
	await keep(page, base, conceptPath);
	host.places = [{ folder: later, base }];
	const second = await context.newPage();
	await second.goto(conceptPath);
	await expect(heading(second)).toContainText(LATER);
	await expectLater(second, conceptPath);
	host.mood = 'cut';
	await expect(heading(page)).not.toContainText(LATER);
	await startCheck(page);
	await startCheck(second);
	await page.keyboard.press('?');
	await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
	expect((await scriptsOf(page)).some(isLater)).toBe(true);
	expect((await scriptsOf(page)).every(isLater)).toBe(false);
	// What the older tab was left is taken away by the first page without it, though that page itself brings nothing new.
	host.mood = 'well';
	await page.close();
	await second.goto(conceptPath);
	await expect
		.poll(async () => (await scriptsOf(second)).filter((path) => !isLater(path)), { timeout: 30_000 })
		.toEqual([]);
});

test('an update that breaks off leaves what was kept whole, and goes on later', async ({ page, host, later }) => {
	await keep(page, base, conceptPath);
	host.places = [{ folder: later, base }];
	const { files, units } = JSON.parse(readFileSync(join(later, 'offline.json'), 'utf8'));
	const unit = units.find(({ root }: { root: string }) => root === conceptPath);
	const lazy: string[] = unit.files
		.map((number: number) => files[number][0])
		.filter((path: string) => path.startsWith('_astro/Check'));
	expect(lazy).not.toEqual([]);
	for (const path of lazy) host.instead.set(base + path, 'cut');
	await page.goto(conceptPath);
	await expect(heading(page)).toContainText(LATER);
	await expect
		.poll(() => host.asked.filter((path) => lazy.includes(path.slice(base.length))).length)
		.toBeGreaterThan(0);
	host.mood = 'cut';
	await page.goto(conceptPath);
	await expect(heading(page)).not.toContainText(LATER);
	await startCheck(page);
	host.mood = 'well';
	host.instead.clear();
	await page.goto(conceptPath);
	await expectLater(page, conceptPath);
});

test('a full disk keeps nothing more, and breaks nothing', async ({ page, context, host }) => {
	const session = await context.newCDPSession(page);
	await page.goto('about/');
	const { origin } = new URL(host.address);
	await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 600_000 });
	await page.goto(conceptPath);
	await expect.poll(() => host.asked.filter((path) => path.endsWith('offline.json')).length).toBeGreaterThan(0);
	await startCheck(page);
	const roots = await copies(page, base, 'roots');
	await session.send('Storage.overrideQuotaForOrigin', { origin });
	await page.goto(conceptPath);
	await expectKept(page, base, [conceptPath]);
	expect(roots).not.toContain('search/concepts.json');
});

test('a store that was deleted is filled again', async ({ page, host }) => {
	await keep(page, base, conceptPath);
	await page.evaluate(async () => {
		for (const name of await caches.keys()) await caches.delete(name);
	});
	host.mood = 'cut';
	await startCheck(page).catch(() => {});
	host.mood = 'well';
	await keep(page, base, conceptPath);
	host.mood = 'cut';
	await page.goto(conceptPath);
	await expect(heading(page)).toContainText('Attention');
});

test.describe('a site that moved below a path', () => {
	test.use({ tolerated: [/404|net::ERR_|preloaded using link preload/] });

	test('leaves no worker behind, and two sites under one origin stay apart', async ({ page, host }) => {
		await keep(page, base, conceptPath);
		const both = [rootSite, subPathSite].map(({ folder, base }) => ({ folder, base }));
		host.places = both;
		await keep(page, subPathSite.base, conceptPath, `sixfold/${conceptPath}`);
		const scopes = () =>
			page.evaluate(async () =>
				(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname).sort(),
			);
		expect(await scopes()).toEqual([base, subPathSite.base]);
		const [own, others] = [await copies(page, base), await copies(page, subPathSite.base)];
		expect(own.filter((path) => path.startsWith('sixfold/'))).toEqual([]);
		expect(others.length).toBeGreaterThan(0);

		host.places = both.slice(1);
		await page.goto(conceptPath);
		await expect.poll(scopes).toEqual([subPathSite.base]);
		expect(await copies(page, base)).toEqual([]);
		expect((await copies(page, subPathSite.base)).length).toBe(others.length);
		host.mood = 'cut';
		await page.goto(`sixfold/${conceptPath}`);
		await expect(heading(page)).toContainText('Attention');
	});
});

test('a worker is retired by one file', async ({ page, host }) => {
	await keep(page, base, conceptPath);
	const body = readFileSync(join(rootSite.folder, 'service-worker-retired.js'), 'utf8');
	host.instead.set(`${base}service-worker.js`, { type: 'text/javascript', body });
	await page.goto('about/');
	await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
	await page.goto(conceptPath);
	await startCheck(page);
	await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
	host.mood = 'cut';
	await expect(page.goto(conceptPath)).rejects.toThrow(/ERR_/);
});

/** Puts a newer worker in the place of the one that answers, and waits until it is installed. */
async function bringNewWorker(page: Page, host: Host): Promise<void> {
	const body = `${readFileSync(join(rootSite.folder, 'service-worker.js'), 'utf8')}\n// Later.`;
	host.instead.set(`${base}service-worker.js`, { type: 'text/javascript', body });
	await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
	await expect.poll(() => waits(page)).toBe(true);
}

/** Whether a newer worker waits. */
const waits = (page: Page): Promise<boolean> =>
	page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting !== null);

/** Has a page begin, and waits until it has told the worker so; to look into it would count as touching it. */
async function begun(host: Host, begin: () => Promise<unknown>): Promise<void> {
	const asked = () => host.asked.filter((path) => path.endsWith('offline.json')).length;
	const before = asked();
	await begin();
	await expect.poll(asked, { timeout: 30_000 }).toBeGreaterThan(before);
}

test('a new worker waits while there is another tab or a drill, and takes over between two pages', async ({
	page,
	context,
	host,
}) => {
	await keep(page, base, conceptPath);
	await page.goto('drill/session/?seed=b7k2&concepts=attention-mechanism&level=mid&minutes=10');
	await expect(page.locator('h1.drill-question')).toBeVisible();
	await bringNewWorker(page, host);
	await begun(host, () => page.reload());
	expect(await waits(page)).toBe(true);
	const second = await context.newPage();
	await begun(host, () => second.goto('about/'));
	expect(await waits(page)).toBe(true);
	await second.close();
	await begun(host, () => page.goto('about/'));
	await expect.poll(() => waits(page)).toBe(false);
});

const task = 'concepts/gradient-descent/#q-write-adamw';
const listing = (page: Page) => page.locator('[data-listing]').filter({ hasText: 'standard library' }).first();
const taskEditor = (page: Page) => page.getByRole('textbox', { name: 'write-adamw.py' });

/** What may be under way on a page: how it begins, what it looks like while it lasts, and whether a reload finds it there again. */
const underWay = {
	'a check': {
		path: conceptPath,
		begin: async (page: Page) => {
			await startCheck(page);
			await answerBy(page, '2');
		},
		lasts: (page: Page) => expect(page.getByText(/^Prompt 2 of/)).toBeVisible(),
		comesBack: false,
	},
	'an editor with a program that runs': {
		path: conceptPath,
		begin: async (page: Page) => {
			await listing(page)
				.getByRole('button', { name: /^Edit\b/ })
				.click();
			await listing(page).getByRole('textbox').fill('print("on and on")\nwhile True:\n    pass');
			await listing(page).getByRole('textbox').press('ControlOrMeta+Enter');
			await expect(listing(page).locator('.run-output')).toHaveText('on and on', { timeout: 90_000 });
		},
		lasts: async (page: Page) => {
			await expect(listing(page).getByRole('button', { name: /^Stop\b/ })).toBeVisible();
			await expect(listing(page).getByText('Changed by you, and kept in this browser.')).toBeVisible();
		},
		comesBack: true,
	},
	'a task with tests that run': {
		path: task,
		begin: async (page: Page) => {
			await page.locator('#q-write-adamw').getByRole('button', { name: 'Solve it' }).click();
			await expect(taskEditor(page)).toBeFocused();
			await page.keyboard.press('ControlOrMeta+a');
			await page.keyboard.insertText('def adamw(w, g, state, **options):\n    while True: pass\n');
			await page.getByRole('button', { name: 'Run the tests' }).click();
			await expect(page.locator('.case.running')).toBeVisible({ timeout: 90_000 });
		},
		lasts: (page: Page) => expect(page.locator('.case.running')).toBeVisible(),
		comesBack: true,
	},
};

for (const [what, { path, begin, lasts, comesBack }] of Object.entries(underWay)) {
	test(`a new worker waits under ${what}`, async ({ page, context, host }) => {
		test.setTimeout(240_000);
		await keep(page, base, path);
		await page.evaluate(() => {
			navigator.serviceWorker.addEventListener('controllerchange', () => document.body.classList.add('taken-over'));
		});
		await begin(page);
		await bringNewWorker(page, host);
		await lasts(page);
		// Another tab that begins does not end it.
		const second = await context.newPage();
		await begun(host, () => second.goto('about/'));
		expect(await waits(page)).toBe(true);
		await lasts(page);
		await expect(page.locator('body.taken-over')).toHaveCount(0);
		await second.close();
		if (comesBack) {
			await begun(host, () => page.reload());
			expect(await waits(page)).toBe(true);
		}
		await begun(host, () => page.goto('about/'));
		await expect.poll(() => waits(page)).toBe(false);
	});
}
