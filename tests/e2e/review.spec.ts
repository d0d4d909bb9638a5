/** A reader answers what is due today, and what can go wrong with their data on the way is said and mended. */
import type { Page } from '@playwright/test';
import { violationsIn } from './support/axe.ts';
import { answerBy, rememberAll, startCheck } from './support/recall.ts';
import { shiftsSeen, watchShifts } from './support/shifts.ts';
import { test as base, expect } from './support/test.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** When the two concepts of these journeys were added to the review. */
const START = Date.parse('2026-05-04T10:00:00');

type Stored = Awaited<ReturnType<import('@playwright/test').BrowserContext['storageState']>>;

/** A reader who added two concepts to their review, with all prompts remembered. */
const test = base.extend<object, { reader: Stored }>({
	reader: [
		async ({ browser, site }, use) => {
			const context = await browser.newContext({ baseURL: site.address });
			const page = await context.newPage();
			await page.clock.setFixedTime(START);
			for (const slug of ['attention-mechanism', 'gradient-descent']) {
				await page.goto(`concepts/${slug}/`);
				await startCheck(page);
				await rememberAll(page);
				await page.getByRole('button', { name: /^Add these/ }).click();
				await expect(page.getByText(/^\d+ prompts added\./)).toBeVisible();
			}
			const stored = await context.storageState({ indexedDB: true });
			await context.close();
			await use(stored);
		},
		{ scope: 'worker', timeout: 120_000 },
	],
	storageState: async ({ reader }, use) => use(reader),
	// Fonts that another page of this browser has loaded already come from its memory, past the preload.
	tolerated: [/preloaded using link preload but not used/],
});

/** Opens the review on a day after the start. */
async function openReview(page: Page, days: number): Promise<void> {
	await page.clock.setFixedTime(START + days * DAY);
	await page.goto('review/');
}

const position = (page: Page) => page.locator('.review-position');
const question = (page: Page) => page.locator('.deck-card.shown .asked');
const dueCount = (page: Page) => page.getByRole('navigation', { name: 'Site', exact: true }).locator('.due-count');

/** The log, as it is kept. */
function events(page: Page): Promise<{ kind: string; prompt: string; study: number }[]> {
	return page.evaluate(
		() =>
			new Promise((resolve, reject) => {
				const opening = indexedDB.open('sixfold:/');
				opening.onerror = () => reject(opening.error);
				opening.onsuccess = () => {
					const reading = opening.result.transaction('events').objectStore('events').getAll();
					reading.onsuccess = () => {
						opening.result.close();
						resolve(reading.result);
					};
				};
			}),
	);
}

test('what is due is asked by keyboard, undone, and at the end it says what comes when', async ({ page }) => {
	await page.clock.setFixedTime(START + 9 * DAY);
	await page.goto('');
	const strip = page.getByRole('navigation', { name: 'Today' });
	await expect(strip).toContainText(/About \d+ min/);
	const due = Number(await page.locator('.site-nav [data-due-count]').textContent());
	await strip.getByRole('link', { name: `Review: ${due} prompts` }).click();

	await expect(position(page)).toHaveText(`1 of ${due}`);
	await expect(page.locator('.review-why')).toContainText(/you last answered it 9 days ago\. Estimated recall \d\d %/);
	const [first, concept] = [await question(page).textContent(), page.locator('.deck-card.shown .asked-concept')];
	const firstConcept = await concept.textContent();
	await answerBy(page, '1');
	await expect(position(page)).toHaveText(`2 of ${due}`);
	expect(await concept.textContent()).not.toBe(firstConcept);
	await answerBy(page, '2');
	await page.keyboard.press('u');
	await expect(position(page)).toHaveText(`2 of ${due}`);
	await page.keyboard.press('u');
	await expect(position(page)).toHaveText(`1 of ${due}`);
	await expect(dueCount(page)).toContainText(String(due));
	await expect(page.getByText(/^Forgot: tomorrow. Remembered: in \d+ days.$/)).toBeVisible();
	await page.keyboard.press('1');
	for (let prompt = 2; prompt <= due; prompt++) await answerBy(page, '2');
	await expect(position(page)).toHaveText('once more, 1 left');
	await expect(question(page)).toHaveText(first ?? '');
	await answerBy(page, '2');

	await expect(page.getByRole('heading', { name: 'Done for today.' })).toBeFocused();
	await expect(page.getByText(`You answered ${due} prompts and remembered ${due - 1} at once.`)).toBeVisible();
	await expect(page.locator('.reread').getByRole('link')).toHaveCount(1);
	await expect(page.locator('.coming div').first()).toHaveText('Tomorrow1 prompt');
	await expect(dueCount(page)).toBeHidden();
	await page.goto('');
	await expect(page.getByRole('link', { name: /^Review: / })).toBeHidden();
});

test('after a reload it goes on, and what was done before can still be undone', async ({ page }) => {
	await openReview(page, 9);
	const due = Number((await position(page).textContent())?.split(' ').at(-1));
	const first = await question(page).textContent();
	await answerBy(page, '2');
	await page.reload();
	await expect(position(page)).toHaveText(`1 of ${due - 1}`);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(position(page)).toHaveText(`1 of ${due}`);
	await expect(question(page)).toHaveText(first ?? '');
	await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('a prompt is suspended, started over, flagged; settings hold from the moment they are chosen', async ({
	page,
}) => {
	await openReview(page, 9);
	const first = await question(page).textContent();
	await page.getByRole('button', { name: 'Flag with a note' }).click();
	await page.getByRole('textbox').fill('Ask <me> & again');
	await page.getByRole('button', { name: 'Keep the note' }).click();
	await expect(page.getByText('Your note. Ask <me> & again')).toBeVisible();
	await page.getByRole('button', { name: 'Forget my answers to this' }).click();
	await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled();
	await page.getByRole('button', { name: 'Suspend' }).click();
	await expect(question(page)).not.toHaveText(first ?? '');
	const aside = page.locator('details', { hasText: 'Set aside' });
	await expect(aside).toContainText('1 suspended, 1 flagged');
	await aside.locator('summary').click();
	await expect(aside.getByRole('link', { name: first ?? '' })).toBeVisible();
	await aside.getByRole('button', { name: 'Resume' }).click();
	await expect(aside).toContainText('0 suspended, 1 flagged');

	const settings = page.locator('details', { hasText: 'Grades' });
	await settings.locator('summary').click();
	await expect(settings.locator('.choice', { hasText: '95 %' })).toContainText('a day');
	await settings.getByLabel(/^Four/).check();
	await settings.getByLabel('95 %').check();
	await settings.getByLabel('Most prompts in a day').fill('3');
	await settings.getByLabel('Date of your interview').fill('2026-05-20');
	await expect(settings).toContainText(/fresh on that day/);
	await page.reload();
	await expect(position(page)).toHaveText('1 of 3');
	await page.getByRole('button', { name: 'Show the answer' }).click();
	await expect(page.locator('.grade-buttons button')).toHaveText([/Forgot/, /Hard/, /Remembered/, /Easy/]);
	await page.keyboard.press('4');
	await expect(position(page)).toHaveText('2 of 3');
	await rememberAll(page);
	await expect(page.getByText('you asked for 3 a day at most')).toBeVisible();
	await page.getByRole('button', { name: 'Go on all the same' }).click();
	await expect(position(page)).toHaveText('1 of 3');
});

test('with two pages open, an answer in one is an answer in both', async ({ page, context }) => {
	await openReview(page, 9);
	const other = await context.newPage();
	await openReview(other, 9);
	const first = await question(page).textContent();
	await expect(question(other)).toHaveText(first ?? '');
	await other.bringToFront();
	// This one has its answer open: the question that takes its place must not.
	await page.getByRole('button', { name: 'Show the answer' }).click();
	await expect(page.getByRole('button', { name: 'Remembered' })).toBeVisible();
	await answerBy(other, '2');
	await expect(question(page)).not.toHaveText(first ?? '');
	await expect(page.getByRole('button', { name: 'Show the answer' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Remembered' })).toHaveCount(0);
});

test('a page that is left open over night shows the next day when the reader comes back', async ({ page, context }) => {
	const late = START + 40 * HOUR - 20 * 60_000;
	await page.clock.setFixedTime(late);
	await page.goto('review/');
	await expect(page.getByText('Nothing is due today.')).toBeVisible();
	const home = await context.newPage();
	await home.clock.setFixedTime(late);
	await home.goto('');
	await expect(dueCount(home)).toBeHidden();
	for (const tab of [page, home]) {
		await tab.clock.setFixedTime(START + 9 * DAY);
		await tab.evaluate(() => dispatchEvent(new Event('focus')));
	}
	await expect(question(page)).toBeVisible();
	await expect(dueCount(page)).toBeVisible();
	await expect(dueCount(home)).toBeVisible();
});

test('site data deleted while the review is open is told before the next answer counts', async ({
	page,
	context,
	site,
}) => {
	await openReview(page, 9);
	await page.getByRole('button', { name: 'Show the answer' }).click();
	const devtools = await context.newCDPSession(page);
	const { origin } = new URL(site.address);
	await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
	await expect(page.getByRole('alert')).toContainText('Your history was deleted while this page was open');
	await expect(page.getByText('Your review is empty.')).toBeVisible();
	expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
});

test('answers dated ahead, by a clock that was wrong, are told on opening and moved to today', async ({ page }) => {
	await openReview(page, 5 * 365);
	await page.getByRole('button', { name: 'Show the answer' }).click();
	await page.getByRole('button', { name: 'Remembered' }).click();
	await expect(position(page)).toHaveText(/^2 of/);
	for (const address of ['review/', 'progress/']) {
		await page.clock.setFixedTime(START + 9 * DAY);
		await page.goto(address);
		await expect(page.getByRole('alert')).toContainText(
			/1 prompt of your review is dated ahead of now, up to May \d+, 2031/,
		);
	}
	await page.getByRole('button', { name: 'Move those answers to today' }).click();
	await expect(page.getByRole('alert')).toHaveCount(0);
});

test('two pages that grade one prompt at once lose nothing', async ({ page, context }) => {
	await context.addInitScript(() => Object.defineProperty(globalThis, 'BroadcastChannel', { value: undefined }));
	await openReview(page, 9);
	const other = await context.newPage();
	await openReview(other, 9);
	const before = await events(page);
	const grade = async (tab: Page) => {
		await tab.getByRole('button', { name: 'Show the answer' }).click();
		await tab.getByRole('button', { name: 'Remembered' }).click();
		await expect(position(tab)).toHaveText(/^2 of/);
	};
	await Promise.all([grade(page), grade(other)]);
	const added = (await events(page)).slice().filter(({ study }) => !before.some((event) => event.study === study));
	// The second answer of a day is practice: the scheduler must not learn from one recall twice.
	expect(added.map(({ kind }) => kind).sort()).toEqual(['retry', 'review']);
	expect(new Set(added.map(({ prompt }) => prompt)).size).toBe(1);
	expect(new Set(added.map(({ study }) => study)).size).toBe(2);
});

test('an older tab in the way of an upgrade is named, and its end lets this one go on', async ({ page, context }) => {
	const old = await context.newPage();
	await old.goto('about/');
	await old.evaluate(
		() =>
			new Promise<void>((resolve) => {
				const opening = indexedDB.open('sixfold:/');
				opening.onsuccess = () => resolve();
			}),
	);
	await page.addInitScript(() => {
		const open = IDBFactory.prototype.open;
		IDBFactory.prototype.open = function (name: string, version?: number) {
			return open.call(this, name, (version ?? 0) + 1);
		};
	});
	await openReview(page, 9);
	await expect(page.getByRole('alert')).toContainText('An older copy of this site is open in another tab');
	await old.close();
	await expect(question(page)).toBeVisible();
	await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a tab that has become the older one says so', async ({ page, context }) => {
	await openReview(page, 9);
	await expect(question(page)).toBeVisible();
	const newer = await context.newPage();
	await newer.goto('about/');
	await newer.evaluate(() => void indexedDB.open('sixfold:/', 2));
	await expect(page.getByRole('alert')).toContainText('The site was updated in another tab');
	await expect(page.getByRole('button', { name: 'Reload the page' })).toBeVisible();
});

test('revised and vanished prompts are explained', async ({ page }) => {
	await page.route('**/review/concepts.json', async (route) => {
		const catalog = await (await route.fetch()).json();
		for (const concept of catalog.concepts) {
			const [gone, ...others] = Object.keys(concept.prompts);
			delete concept.prompts[gone ?? ''];
			for (const id of others) concept.prompts[id] += 1;
		}
		await route.fulfill({ json: catalog });
	});
	await openReview(page, 0);
	await expect(page.locator('.review-why')).toContainText('so it starts anew');
	await expect(page.locator('.review-vanished')).toContainText('2 prompts of your review are no longer on the site');
});

test.describe('when the network is gone', () => {
	test.use({ tolerated: [/ERR_FAILED|preloaded using link preload/] });

	test('what cannot be fetched is said and tried again', async ({ page }) => {
		await page.route('**/review/concepts.json', (route) => route.abort());
		await openReview(page, 9);
		await expect(page.getByRole('alert')).toContainText('The list of prompts could not be loaded');
		await page.unroute('**/review/concepts.json');
		await page.route('**/gradient-descent/prompts.json', (route) => route.abort());
		await page.getByRole('button', { name: 'Try again' }).click();
		await expect(question(page)).toBeVisible();
		await expect(page.getByRole('alert')).toContainText('The prompts of Gradient Descent could not be loaded');
		await page.unroute('**/gradient-descent/prompts.json');
		const few = await position(page).textContent();
		await page.getByRole('button', { name: 'Try again' }).click();
		await expect(position(page)).not.toHaveText(few ?? '');
	});
});

test('nothing due: it says when the next prompts come', async ({ page }) => {
	await openReview(page, 0);
	await expect(page.getByRole('heading', { name: 'Nothing is due today.' })).toBeVisible();
	await expect(page.getByText(/^The next \d+ prompts come back on /)).toBeVisible();
});

test('the strip on the home page moves nothing', async ({ page }) => {
	await watchShifts(page);
	await page.clock.setFixedTime(START + 9 * DAY);
	for (const width of [320, 390, 1440]) {
		await page.setViewportSize({ width, height: 900 });
		await page.goto('');
		await expect(page.getByRole('navigation', { name: 'Today' })).toContainText('prompts');
		await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
		expect(await shiftsSeen(page)).toEqual([]);
	}
});

test('axe finds nothing, and 320 px are enough', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.setViewportSize({ width: 320, height: 700 });
	const check = async () => {
		expect(await violationsIn(page)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
	};
	await openReview(page, 9);
	await expect(question(page)).toBeVisible();
	await page.keyboard.press(' ');
	await page.getByRole('button', { name: 'Flag with a note' }).click();
	for (const summary of await page.locator('.review-around summary').all()) await summary.click();
	await check();
	await openReview(page, 0);
	await expect(page.getByRole('heading', { name: 'Nothing is due today.' })).toBeVisible();
	await check();
});

test.describe('a reader who has nothing in the review', () => {
	test.use({ storageState: { cookies: [], origins: [] } });

	test('is told how to start, and nothing is kept', async ({ page }) => {
		await page.goto('review/');
		await expect(page.getByRole('heading', { name: 'Your review is empty.' })).toBeVisible();
		await page.getByRole('link', { name: 'Choose a concept' }).click();
		await expect(page).toHaveURL(/\/$/);
		expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
		await expect(dueCount(page)).toBeHidden();
	});

	test('is told when the browser keeps nothing', async ({ page }) => {
		await page.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }));
		await page.goto('review/');
		await expect(page.getByRole('alert')).toContainText('does not let the site keep anything');
		await expect(page.getByRole('heading', { name: 'Your review is empty.' })).toBeVisible();
	});
});
