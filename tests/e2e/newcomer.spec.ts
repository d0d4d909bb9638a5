/** Pages that a script fills say to newcomers what they are before it is there; to others they say nothing that is not so. */
import { hold } from './support/hold.ts';
import { shiftsSeen, watchShifts } from './support/shifts.ts';
import { expect, test } from './support/test.ts';

const words = {
	'review/': 'Your review is empty.',
	'progress/': 'Nothing is kept in this browser yet.',
	'marks/': 'Nothing is marked yet.',
	'plan/': 'Say when the interview is and how much time a day has',
};

for (const [path, text] of Object.entries(words)) {
	test(`${path} says what it is before its script, and nothing moves when that comes`, async ({ page }) => {
		await watchShifts(page);
		for (const width of [390, 1440]) {
			await page.setViewportSize({ width, height: 900 });
			const scripts = await hold(page, /\.js$/);
			await page.goto(path, { waitUntil: 'commit' });
			await expect(page.getByText(text)).toBeVisible();
			scripts();
			await page.waitForLoadState('networkidle');
			await expect(page.getByText(text)).toBeVisible();
			await expect(page.locator('template')).toHaveCount(0);
			expect(await shiftsSeen(page)).toEqual([]);
			await page.unrouteAll({ behavior: 'wait' });
		}
	});

	test(`${path} says it to nobody who has done something`, async ({ page }) => {
		await page.goto('about/');
		await page.evaluate(() => {
			const summary = { stages: { 'gradient-descent': [1] } };
			localStorage.setItem(`sixfold:${document.documentElement.dataset.site}:summary`, JSON.stringify(summary));
		});
		await hold(page, /\.js$/);
		await page.goto(path, { waitUntil: 'commit' });
		await expect(page.locator('h1')).toBeVisible();
		await expect(page.locator('footer')).toBeAttached();
		await expect(page.getByText(text)).toHaveCount(0);
	});
}

test('the review says that it is being opened, to all but newcomers', async ({ page }) => {
	const scripts = await hold(page, /\.js$/);
	const note = page.getByText('Opening your review…');
	await page.goto('review/', { waitUntil: 'commit' });
	await expect(page.getByText(words['review/'])).toBeVisible();
	await expect(note).toBeHidden();
	await page.evaluate(() => localStorage.setItem(`sixfold:${document.documentElement.dataset.site}:last:a/b`, '{}'));
	await page.goto('review/', { waitUntil: 'commit' });
	await expect(note).toBeVisible();
	scripts();
	await expect(page.getByText(words['review/'])).toBeVisible();
	await expect(note).toHaveCount(0);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	for (const [path, text] of Object.entries(words)) {
		test(`${path} says what it needs instead`, async ({ page }) => {
			await page.goto(path);
			await expect(page.getByText(text)).toBeHidden();
			await expect(page.getByRole('main').getByText(/JavaScript/)).toBeVisible();
		});
	}
});
