/** From "twelve days left" to what to do this evening: the plan, today on the home page, and both kept to for twelve days. */
import type { Page } from '@playwright/test';
import { violationsIn } from './support/axe.ts';
import { chooseFile } from './support/history.ts';
import { expect, test } from './support/test.ts';

/** A Monday. */
const START = '2026-05-04';
const at = (days: number): Date => new Date(Date.parse(`${START}T10:00:00`) + days * 86_400_000);
const dateAt = (days: number): string => new Date(Date.parse(START) + days * 86_400_000).toISOString().slice(0, 10);

const rail = (page: Page) => page.getByRole('navigation', { name: 'Stages', exact: true });
const strip = (page: Page) => page.getByRole('navigation', { name: 'Today' });
/** The items of the first day. */
const todays = (page: Page) => page.locator('.plan-days > .first li');

async function makePlan(page: Page, { days, minutes = 60, path }: { days: number; minutes?: number; path: string }) {
	await page.goto('plan/');
	await page.getByLabel('Prepare for').selectOption({ label: path });
	await page.getByLabel('Date of the interview').fill(dateAt(days));
	await page.getByLabel('Minutes a day').fill(`${minutes}`);
	await page.getByRole('button', { name: 'Make the plan' }).click();
	await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
}

/** Marks the stages of the page that is open, as a reader does who went through them. */
async function markStages(page: Page, anchors: readonly string[]): Promise<void> {
	const address = page.url().replace(/#.*/, '');
	for (const anchor of anchors) {
		await page.goto(`${address}#${anchor}`);
		const stage = rail(page).locator(`a[href$="#${anchor}"]`);
		await expect(stage).toHaveAttribute('aria-current', /.+/);
		await rail(page).getByRole('button', { name: 'Mark stage done' }).click();
		// It is kept when the button says so.
		await expect(rail(page).getByRole('button', { name: 'Mark stage not done' })).toBeVisible();
	}
}

test.beforeEach(async ({ page }) => {
	await page.clock.setFixedTime(at(0));
});

test('a newcomer has one start, and six parts that lead into one page', async ({ page }) => {
	await page.goto('');
	await expect(strip(page)).toBeHidden();
	await page.locator('.ring-key').getByRole('link', { name: 'Runnable code' }).click();
	await expect(page).toHaveURL(/\/concepts\/gradient-descent\/#code$/);
	await page.goBack();
	await page.getByRole('link', { name: /^Start with/ }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Gradient Descent');
});

test('who has begun without a plan goes on at the stage behind the last', async ({ page }) => {
	await page.goto('concepts/pca/');
	await markStages(page, ['big-picture', 'intuition']);
	await page.goto('');
	await expect(page.getByRole('link', { name: /^Start with/ })).toBeHidden();
	await strip(page).getByRole('link', { name: 'Go on with Principal Component Analysis: The math' }).click();
	await expect(page).toHaveURL(/\/concepts\/pca\/#the-math$/);
});

test('a plan: what is wrong with a wish is said, days can be taken off, the list is changed by hand', async ({
	page,
}) => {
	await page.goto('plan/');
	await page.getByLabel('Minutes a day').fill('5');
	await page.getByRole('button', { name: 'Make the plan' }).click();
	await expect(page.getByRole('alert')).toHaveText('A day can have 15 to 480 minutes.');
	await page.getByLabel('Minutes a day').fill('60');
	await page.getByLabel('Date of the interview').fill(dateAt(-1));
	await page.getByRole('button', { name: 'Make the plan' }).click();
	await expect(page.getByRole('alert')).toHaveText(/^This day is over/);
	// Half a date is neither a date nor none: what was typed stands.
	const half = page.getByLabel('Date of the interview');
	await half.fill('');
	await half.press('0');
	await half.press('5');
	await page.getByRole('button', { name: 'Make the plan' }).click();
	await expect(page.getByRole('alert')).toHaveText(/^The date is not complete/);
	expect(await half.evaluate((field: HTMLInputElement) => field.validity.badInput)).toBe(true);
	await expect(page.getByRole('heading', { name: 'Today' })).toHaveCount(0);

	await makePlan(page, { days: 12, path: 'ML engineer' });
	await expect(page.getByText('Twelve days until the interview on May 16, 2026.')).toBeVisible();
	await expect(page.getByText(/concepts? will be left out/)).toBeVisible();
	await expect(todays(page).first()).toContainText('Bias-Variance Tradeoff: Big picture');

	await page.getByRole('button', { name: 'Take it off: Monday, May 4' }).click();
	await expect(todays(page)).toHaveCount(0);
	await page.getByRole('button', { name: 'Work on it: Monday, May 4' }).click();
	await expect(todays(page).first()).toContainText('Bias-Variance Tradeoff');

	await page.getByRole('button', { name: 'Leave out: Bias-Variance Tradeoff' }).click();
	await expect(todays(page).first()).toContainText('Logistic Regression');
	await page.getByRole('button', { name: 'Earlier: Gradient Descent' }).click();
	await expect(todays(page).first()).toContainText('Gradient Descent');
	await page.getByLabel('Add a concept').selectOption({ label: 'Bias-Variance Tradeoff' });
	await expect(page.locator('.chosen li').last()).toContainText('Bias-Variance Tradeoff');

	// All of it outlives the page, and goes along with a backup.
	await page.reload();
	await expect(todays(page).first()).toContainText('Gradient Descent');
	expect(await violationsIn(page)).toEqual([]);
	await page.goto('progress/');
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Export a backup', exact: true }).click();
	const backup = await (await download).createReadStream().then(async (stream) => {
		let text = '';
		for await (const part of stream) text += part;
		return JSON.parse(text);
	});
	expect(backup.settings.preparation.concepts.at(-1)).toBe('bias-variance-tradeoff');
	await page.getByRole('button', { name: 'Delete everything…' }).click();
	await page.getByRole('button', { name: 'Delete without a backup' }).click();
	await expect(page.getByText('Everything was deleted from this browser.')).toBeVisible();
	await page.goto('plan/');
	await expect(page.getByRole('button', { name: 'Make the plan' })).toBeVisible();
	await page.goto('progress/');
	await chooseFile(page, backup);
	await page.getByRole('button', { name: 'Import it' }).click();
	await expect(page.getByText(/^Imported/)).toBeVisible();
	// The home page knows of it before the plan is opened.
	await page.goto('');
	await expect(strip(page).getByRole('link', { name: /^Gradient Descent/ })).toBeVisible();
	await page.goto('plan/');
	await expect(todays(page).first()).toContainText('Gradient Descent');
});

test('a path leads into the plan, which leads into a calendar', async ({ page }) => {
	await page.goto('paths/backend-engineer/');
	await page.getByRole('link', { name: 'Plan my days with it' }).click();
	await expect(page.getByLabel('Prepare for').locator('option:checked')).toHaveText('Backend engineer, junior to mid');
	await page.getByRole('button', { name: 'Make the plan' }).click();
	await expect(page.getByText('No date is set, so four weeks are planned')).toBeVisible();
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Export for a calendar (.ics)' }).click();
	let text = '';
	for await (const part of await (await download).createReadStream()) text += part;
	expect(text).toContain('DTSTART;VALUE=DATE:20260504\r\n');
	expect(text.split('BEGIN:VEVENT').length - 1).toBe(24);
	await page.getByRole('button', { name: 'Give the plan up' }).click();
	await expect(page.getByRole('button', { name: 'Make the plan' })).toBeVisible();
	await page.goto('');
	await expect(strip(page)).toBeHidden();
});

test.describe('with the stages in the rail', () => {
	test.use({ viewport: { width: 1280, height: 800 } });

	test('twelve days, one of them missed: one next step each day, ticked as it is done, never over the minutes', async ({
		page,
	}) => {
		test.setTimeout(240_000);
		await makePlan(page, { days: 12, path: 'ML engineer' });
		const begun: string[] = [];
		for (let day = 0; day <= 12; day++) {
			await page.clock.setFixedTime(at(day));
			await page.goto('plan/');
			await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
			const minutes = await todays(page).locator('.note').allTextContents();
			expect(minutes.reduce((sum, text) => sum + Number.parseInt(text, 10), 0)).toBeLessThanOrEqual(60);
			// A Thursday is missed: what it held moves.
			if (day === 3) continue;
			const readings = await todays(page)
				.locator('a[href*="/concepts/"]')
				.filter({ hasText: /: (Big picture|Intuition|The math|Internals|Runnable code)/ })
				.evaluateAll((links) => links.map((a) => [(a as HTMLAnchorElement).href, a.textContent ?? ''] as const));
			for (const [href, words] of readings) {
				const name = words.split(': ')[0] ?? '';
				if (!begun.includes(name)) begun.push(name);
				await page.goto(href);
				const anchors = {
					'Big picture': 'big-picture',
					Intuition: 'intuition',
					'The math': 'the-math',
					'Internals & complexity': 'internals',
					'Runnable code': 'code',
				};
				const stages = Object.entries(anchors).filter(([title]) => words.includes(title));
				await markStages(
					page,
					stages.map(([, anchor]) => anchor),
				);
			}
			await page.goto('plan/');
			await expect(todays(page).filter({ hasText: ', done' })).toHaveCount(readings.length);
			// Questions and checks are left out by this reader, and keep nothing from being read.
			await page.goto('');
			// On Sunday there is nothing to do, and nobody is scolded.
			if (day === 6) await expect(strip(page)).toContainText('A day off.');
			else await expect(strip(page).getByRole('link')).not.toHaveCount(0);
		}
		expect(begun.slice(0, 4)).toEqual([
			'Bias-Variance Tradeoff',
			'Logistic Regression',
			'Gradient Descent',
			'Gradient Boosting & XGBoost',
		]);
		await page.goto('plan/');
		await expect(page.getByText('The interview is today. Good luck.')).toBeVisible();
		await expect(todays(page).filter({ hasText: 'Aloud, in one breath each' })).toHaveCount(1);
	});
});

test('today is painted before anything else is loaded, and nothing moves', async ({ page }) => {
	await page.addInitScript(() => {
		localStorage.setItem('sixfold:/:summary', JSON.stringify({ stages: { pca: [1] }, due: { pca: [[0, 3]] } }));
	});
	await page.route('**/_astro/*.js', () => {});
	await page.goto('', { waitUntil: 'commit' });
	await expect(strip(page).getByRole('link', { name: 'Review: 3 prompts' })).toBeVisible();
	await expect(strip(page)).toContainText('Then: Go on with Principal Component Analysis: Intuition');
});
