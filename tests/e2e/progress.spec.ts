/** A reader marks stages done, says the short answer aloud, and sees where they stand. */
import type { Page } from '@playwright/test';
import { violationsIn } from './support/axe.ts';
import { importBackup, madeBackup } from './support/history.ts';
import { conceptPath } from './support/pages.ts';
import { expect, test } from './support/test.ts';

const rail = (page: Page) => page.getByRole('navigation', { name: 'Stages', exact: true });
const keys = (page: Page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('summary')));
const databases = (page: Page) => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

/** A Saturday. */
const now = new Date('2026-05-23T10:00:00Z');
const reviewed = ['attention-mechanism', 'gradient-descent', 'bias-variance-tradeoff'];

/** The progress page of a reader who has reviewed three of the concepts for three weeks. */
async function openWithHistory(page: Page): Promise<void> {
	await page.goto('progress/');
	await importBackup(page, await madeBackup(page.request, { until: now, concepts: reviewed }));
}

test.describe('with a second tab', () => {
	// A tab that is not shown does not use the fonts it preloads, and Chromium remarks on it.
	test.use({ tolerated: [/preloaded using link preload but not used/] });

	test('a stage marked done shows in the rail, in the catalog and in another tab, and can be taken back', async ({
		page,
		context,
	}) => {
		await page.goto(conceptPath);
		expect(await keys(page)).toEqual([]);
		expect(await databases(page)).toEqual([]);
		const other = await context.newPage();
		await other.goto('');
		await expect(other.getByRole('img', { name: 'of 6 stages done' })).toHaveCount(0);

		await rail(page).getByRole('button', { name: 'Mark stage done' }).click();
		await expect(rail(page).getByRole('status')).toHaveText('1 of 6 stages done. Kept in this browser only.');
		await expect(rail(page).getByRole('img', { name: '1 of 6 stages done' })).toBeVisible();

		const row = other.locator('[data-concept=attention-mechanism]');
		await expect(row.getByRole('img', { name: '1 of 6 stages done' })).toBeVisible();
		await expect(other.locator('[data-category=deep-learning] [data-complete]')).toHaveText(/^0 of \d+ complete$/);
		await other.goto('categories/deep-learning/');
		await expect(row.getByRole('img', { name: '1 of 6 stages done' })).toBeVisible();

		await page.reload();
		await rail(page).getByRole('button', { name: 'Mark stage not done' }).click();
		await expect(rail(page).getByRole('status')).toHaveText('0 of 6 stages done. Kept in this browser only.');
		await expect(row.getByRole('img')).toHaveCount(0);
	});

	test('a stage marked in another tab shows at once', async ({ page, context }) => {
		await page.goto('progress/');
		const other = await context.newPage();
		await other.goto(conceptPath);
		await rail(other).getByRole('button', { name: 'Mark stage done' }).click();
		await expect(page.getByText(/^You have finished 0 of \d+ concepts and keep 0 prompts\.$/)).toBeVisible();
		await expect(page.getByText('No prompts are in your review yet.')).toBeVisible();
	});
});

test('rings are painted before the page is first seen', async ({ page }) => {
	await page.addInitScript(() => {
		localStorage.setItem(
			'sixfold:/:summary',
			JSON.stringify({
				stages: { 'attention-mechanism': [1, 2, 3, 4, 5, 6] },
				due: { 'attention-mechanism': [[0, 3]] },
			}),
		);
	});
	// Nothing but the page itself: its deferred scripts never come.
	await page.route('**/_astro/*.js', () => {});
	await page.goto('', { waitUntil: 'commit' });
	const row = page.locator('[data-concept=attention-mechanism]');
	await expect(row.getByRole('img', { name: '6 of 6 stages done, 3 prompts due' })).toBeVisible();
	await expect(page.locator('[data-category=deep-learning] [data-complete]')).toHaveText(/^1 of \d+ complete$/);
});

test('a damaged copy leaves the page as it was built', async ({ page }) => {
	await page.addInitScript(() =>
		localStorage.setItem('sixfold:/:summary', '{"stages":{"attention-mechanism":7},"due":[]}'),
	);
	await page.goto('');
	await expect(page.locator('[data-concept]').first()).toBeVisible();
	await expect(page.getByRole('img', { name: 'of 6 stages done' })).toHaveCount(0);
});

test("the phone's sheet marks a stage too", async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto(conceptPath);
	const bar = page.locator('.stage-bar');
	await bar.locator('summary').click();
	await bar.getByRole('button', { name: 'Mark stage done' }).click();
	await expect(bar.getByRole('status')).toContainText('1 of 6 stages done');
	await expect(bar.locator('.strip .done')).toHaveCount(1);
});

for (const reducedMotion of ['no-preference', 'reduce'] as const) {
	test(`the ruler runs for thirty seconds and keeps nothing, motion ${reducedMotion}`, async ({ page }) => {
		await page.emulateMedia({ reducedMotion });
		await page.clock.install({ time: new Date('2026-05-04T10:00:00') });
		await page.goto(conceptPath);
		await page.clock.pauseAt(new Date('2026-05-04T11:00:00'));
		const breath = page.getByRole('region', { name: 'In one breath' });
		await breath.getByRole('button', { name: 'Say it aloud' }).click();
		await expect(breath.getByRole('button', { name: 'Stop' })).toBeVisible();
		const text = breath.locator('> p').first();
		await expect(text).toBeHidden();
		await page.clock.runFor(10_500);
		await expect(breath.locator('[data-seconds]')).toHaveText('10 s');
		const width = Number.parseFloat((await breath.locator('[data-said]').getAttribute('width')) ?? '');
		if (reducedMotion === 'reduce') expect(width).toBeCloseTo(100 / 3, 3);
		else expect(width).toBeGreaterThan(34);
		await breath.getByRole('button', { name: 'Stop' }).click();
		await expect(breath.getByRole('status')).toHaveText('Stopped after 10 seconds.');
		await expect(text).toBeVisible();
		await breath.getByRole('button', { name: 'Say it again' }).click();
		await expect(breath.getByRole('button', { name: 'Stop' })).toBeVisible();
		await expect(text).toBeHidden();
		// The ruler goes on when the reader asks for the text, and the focus is not lost with the button.
		const height = (await breath.boundingBox())?.height;
		await breath.getByRole('button', { name: 'Show the text' }).press('Enter');
		await expect(text).toBeVisible();
		await expect(breath.getByRole('button', { name: 'Stop' })).toBeFocused();
		expect((await breath.boundingBox())?.height).toBe(height);
		await page.clock.runFor(31_000);
		await expect(breath.getByRole('button', { name: 'Show the text' })).toBeHidden();
		await expect(breath.getByRole('status')).toHaveText('30 seconds. Did you get to the last sentence?');
		expect(await keys(page)).toEqual([]);
		expect(await databases(page)).toEqual([]);
	});
}

test.describe('the progress page', () => {
	test('a newcomer is told what will stand there, and nothing is stored by looking', async ({ page }) => {
		await page.goto('progress/');
		await expect(page.getByText('Nothing is kept in this browser yet.')).toBeVisible();
		await expect(page.getByRole('definition').filter({ hasText: 'Nothing yet.' })).toBeVisible();
		expect(await keys(page)).toEqual([]);
		expect(await databases(page)).toEqual([]);
		await page.getByRole('link', { name: 'Choose a concept' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toContainText('Interview concepts');
	});

	test('pictures, tables and an interview date', async ({ page }) => {
		await page.clock.setFixedTime(now);
		await openWithHistory(page);
		await expect(page.getByText(/You have finished 1 of \d+ concepts and keep/)).toBeVisible();
		await expect(page.getByText(/Of the last 100 answers, \d+ were remembered\./)).toBeVisible();

		const forecast = page.getByRole('region', { name: 'Forecast' });
		await expect(forecast.getByRole('img', { name: /^Prompts due in the next 30 days: \d+ today/ })).toBeVisible();
		await expect(forecast.locator('rect')).toHaveCount(30);
		const today = await forecast.locator('text.today').first().textContent();
		await forecast.getByText('As a table').click();
		await expect(forecast.getByRole('row')).toHaveCount(31);
		await expect(
			forecast
				.getByRole('row', { name: /^Today/ })
				.getByRole('cell')
				.first(),
		).toHaveText(today ?? '');

		const almanac = page.getByRole('region', { name: 'Almanac' });
		await expect(almanac.locator('[aria-current=date]')).toContainText('23');
		await almanac.getByText('As a table').click();
		const answers = await almanac.locator('.numbers tbody td:nth-child(2)').allTextContents();
		const strokes = (await almanac.locator('.tally').all()).length;
		expect(strokes).toBe(31);
		expect(await almanac.locator('.tally path').count()).toBe(answers.reduce((sum, number) => sum + Number(number), 0));
		await almanac.getByRole('button', { name: 'Earlier' }).click();
		await expect(almanac.getByText('April 2026', { exact: true })).toBeVisible();
		await expect(almanac.getByRole('button', { name: 'Earlier' })).toBeDisabled();

		const concepts = page.getByRole('region', { name: 'Concepts' });
		await expect(concepts.getByRole('img', { name: /^6 of 6 stages done/ })).toHaveCount(1);
		await expect(concepts.getByRole('row', { name: 'Tokenization & BPE' })).toContainText(/–0 of \d+–/);

		const interview = page.getByRole('region', { name: 'Interview' });
		await interview.getByLabel('Date of the interview').fill('2026-06-12');
		await expect(interview.getByText('20 days from today.')).toBeVisible();
		await expect(interview.getByText(/^Keep to the plan and you will remember about \d+ of the \d+/)).toBeVisible();
		await expect(interview.getByRole('table').getByRole('link')).toHaveCount(3);
		await expect(interview.getByText(/^Not in your review yet: .*Tokenization & BPE/)).toBeVisible();
		await interview.getByLabel('Date of the interview').fill('2026-05-01');
		await expect(interview.getByRole('alert')).toContainText('This day is over.');
		await page.reload();
		await expect(interview.getByLabel('Date of the interview')).toHaveValue('2026-06-12');
		await interview.getByRole('button', { name: 'Take the date away' }).click();
		await expect(interview.getByText('No date set.')).toBeVisible();
	});

	test('a phone sees two weeks, and nothing wider than 320 px', async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 640 });
		await page.clock.setFixedTime(now);
		await openWithHistory(page);
		await expect(page.locator('.forecast rect')).toHaveCount(14);
		await page.getByLabel('Date of the interview').fill('2026-06-12');
		await expect(page.getByText('What to study, what fades most first', { exact: true })).toBeVisible();
		for (const summary of await page.getByText('As a table').all()) await summary.click();
		const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
		expect(wide).toBe(0);
	});

	test('axe finds nothing', async ({ page }) => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await page.clock.setFixedTime(now);
		await openWithHistory(page);
		await page.getByLabel('Date of the interview').fill('2026-06-12');
		await expect(page.getByText('20 days from today.')).toBeVisible();
		for (const summary of await page.getByText('As a table').all()) await summary.click();
		expect(await violationsIn(page)).toEqual([]);
	});
});

test.describe('without the list of concepts', () => {
	test.use({ tolerated: [/ERR_FAILED/] });

	test('without the list of concepts it says so, and tries again', async ({ page }) => {
		await page.route('**/review/concepts.json', (route) => route.abort());
		await page.goto('progress/');
		await expect(page.getByRole('alert')).toContainText('The list of concepts could not be loaded.');
		await page.unroute('**/review/concepts.json');
		await page.getByRole('button', { name: 'Try again' }).click();
		await expect(page.getByText('Nothing is kept in this browser yet.')).toBeVisible();
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the progress page says why it is empty, and leads on', async ({ page }) => {
		await page.goto('progress/');
		await expect(page.getByText('That needs JavaScript.')).toBeVisible();
		await page.getByRole('link', { name: 'Choose one in the catalog.' }).click();
		await expect(page.locator('[data-concept]').first()).toBeVisible();
	});
});

test('a question answered on its page is known to Progress, and so is that nothing else was done', async ({ page }) => {
	await page.goto('concepts/attention-mechanism/#q-cross-attention-sources');
	const details = page.locator('#q-cross-attention-sources');
	await details.getByRole('radio', { name: 'strong hire' }).check();
	await details.getByRole('button', { name: 'Commit and see the rubric' }).click();
	for (const criterion of await details.locator('.answer > .rubric > li').all())
		await criterion.getByRole('radio', { name: 'missed' }).check();
	await expect(details.locator('.verdict')).toContainText('strong no hire');
	await page.goto('progress/');
	await expect(page.getByText('Nothing is kept in this browser yet.')).toHaveCount(0);
	await expect(page.getByText('You have answered 1 question.')).toBeVisible();
	const row = page.getByRole('region', { name: 'Questions' }).getByRole('row', { name: /^Attention/ });
	await expect(row.getByRole('cell')).toHaveText(['–', '–', '–', '1']);
	await expect(page.getByRole('region', { name: 'Your data' })).toContainText('1 drill');
});
