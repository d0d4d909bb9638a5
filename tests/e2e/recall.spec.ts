/** A reader checks what a concept page left in their memory, and adds it to their review. */
import { violationsIn } from './support/axe.ts';
import { conceptPath } from './support/pages.ts';
import { answerBy, kept, rememberAll, startCheck } from './support/recall.ts';
import { expect, test } from './support/test.ts';

const DAY = 24 * 3_600_000;

// Fonts that come from the browser's memory after a reload were preloaded for nothing.
test.use({ tolerated: [/preloaded using link preload but not used/] });

test.beforeEach(async ({ page }) => {
	await page.goto(`${conceptPath}#retrieval`);
});

test('by keyboard, with a miss that comes back, to a result and into the review', async ({ page }) => {
	const prompts = await page.locator('.prompts > li').count();
	await startCheck(page);
	await expect(page.locator('.asked:focus')).toHaveCount(1);
	await expect(page.getByText(`Prompt 1 of ${prompts}`)).toBeVisible();
	await expect(page.locator('.deck-card.shown .answered-text')).toBeHidden();
	await answerBy(page, '1');
	await expect(page.getByText(`Prompt 2 of ${prompts}`)).toBeVisible();
	await expect(page.locator('.ticks .forgotten')).toHaveCount(1);
	await answerBy(page, '2');
	await page.keyboard.press('u');
	await expect(page.getByText(`Prompt 2 of ${prompts}`)).toBeVisible();
	await page.keyboard.press('2');
	for (let prompt = 3; prompt <= prompts; prompt++) await answerBy(page, '2');
	await expect(page.getByText('Once more')).toBeVisible();
	await answerBy(page, '2');

	await expect(
		page.getByRole('heading', { name: `You remembered ${prompts - 1} of ${prompts} at once.` }),
	).toBeFocused();
	const reread = page.getByRole('region', { name: 'The check' }).getByRole('listitem').getByRole('link');
	await expect(reread).toHaveCount(1);
	const target = new URL((await reread.getAttribute('href')) ?? '', page.url()).hash;
	await expect(page.locator(target)).toHaveCount(1);

	expect(await kept(page)).toEqual([]);
	await page.getByRole('button', { name: `Add these ${prompts} prompts to my review` }).click();
	await expect(page.getByText(`${prompts} prompts added.`)).toBeVisible();
	await expect(page.getByText('back tomorrow')).toBeVisible();
	expect(await kept(page)).toContain('database sixfold:/');
});

test('nothing moves between question, answer and the next question', async ({ page }) => {
	for (const width of [390, 1440]) {
		await page.setViewportSize({ width, height: 1000 });
		await page.goto(conceptPath);
		await startCheck(page);
		const top = () => page.locator('.grade-buttons').evaluate((buttons) => buttons.getBoundingClientRect().top);
		const card = () => page.locator('.prompt-card').evaluate((box) => box.getBoundingClientRect().height);
		const height = await card();
		for (let prompt = 0; prompt < 4; prompt++) {
			const asked = await top();
			await page.keyboard.press(' ');
			await expect(page.getByRole('button', { name: 'Remembered' })).toBeVisible();
			expect([await top(), await card()]).toEqual([asked, height]);
			await page.keyboard.press('2');
			await expect(page.getByRole('button', { name: 'Show the answer' })).toBeVisible();
			expect([await top(), await card()]).toEqual([asked, height]);
		}
	}
});

test('an answer is kept by the time that the next prompt is seen', async ({ page }) => {
	await startCheck(page);
	await answerBy(page, '1');
	await page.keyboard.press(' ');
	await expect(page.getByRole('button', { name: 'Remembered' })).toBeEnabled();
	// Told in the same task as the change of the text: what is kept only after it is painted is not there yet.
	const keptAnswers = await page.evaluateHandle(() => ({
		count: new Promise<number>((done) => {
			const seen = new MutationObserver(() => {
				if (!document.querySelector('.sitting-head')?.textContent?.includes('Prompt 3 of')) return;
				seen.disconnect();
				const checks = Object.entries(sessionStorage).filter(([key]) => key.includes('check'));
				done(checks.join().split('"rating"').length - 1);
			});
			seen.observe(document.body, { subtree: true, childList: true, characterData: true });
		}),
	}));
	await page.keyboard.press('2');
	expect(await keptAnswers.evaluate(({ count }) => count)).toBe(2);
});

test('a reload in mid-check takes no answer away, in the review or not', async ({ page }) => {
	await startCheck(page);
	await answerBy(page, '1');
	await answerBy(page, '2');
	expect(await kept(page)).toEqual([]);
	await page.reload();
	await startCheck(page);
	await expect(page.getByText(/^Prompt 3 of/)).toBeVisible();
	await expect(page.locator('.ticks .forgotten')).toHaveCount(1);
	await page.keyboard.press('u');
	await expect(page.getByText(/^Prompt 2 of/)).toBeVisible();
	await page.keyboard.press('2');
	await rememberAll(page);
	await page.getByRole('button', { name: /^Add these/ }).click();
	await expect(page.getByText(/^\d+ prompts added\./)).toBeVisible();

	const later = Date.now() + 30 * DAY;
	await page.clock.setFixedTime(later);
	await page.reload();
	await startCheck(page);
	await expect(page.getByText('In your review: your answers count.')).toBeVisible();
	await answerBy(page, '2');
	await page.clock.setFixedTime(later + 5000);
	await answerBy(page, '1');
	await page.reload();
	await startCheck(page);
	await expect(page.getByText(/^Prompt 3 of/)).toBeVisible();
	await expect(page.locator('.ticks .forgotten')).toHaveCount(1);
	await page.keyboard.press('u');
	await expect(page.getByText(/^Prompt 2 of/)).toBeVisible();
});

test('a full disk is said, nothing is acknowledged, and the way on is there', async ({ page, context, site }) => {
	const devtools = await context.newCDPSession(page);
	const { origin } = new URL(site.address);
	await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
	await startCheck(page);
	await rememberAll(page);
	await page.getByRole('button', { name: /^Add these/ }).click();
	await expect(page.getByRole('alert')).toContainText('no space left');
	await expect(page.getByRole('button', { name: /^Add these/ })).toBeVisible();
	await devtools.send('Storage.overrideQuotaForOrigin', { origin });
	await page.getByRole('button', { name: 'Try again' }).click();
	await expect(page.getByText(/^\d+ prompts added\./)).toBeVisible();
	await expect(page.getByRole('alert')).toHaveCount(0);
});

test('answers given under a clock that was ahead can be moved to today', async ({ page }) => {
	const now = Date.now();
	await page.clock.setFixedTime(now + 400 * DAY);
	await startCheck(page);
	await rememberAll(page);
	await page.getByRole('button', { name: /^Add these/ }).click();
	await expect(page.getByText(/^\d+ prompts added\./)).toBeVisible();
	await page.clock.setFixedTime(now);
	await page.getByRole('button', { name: 'Check again' }).click();
	await page.getByRole('button', { name: 'Show the answer' }).click();
	await page.getByRole('button', { name: 'Remembered' }).click();
	await expect(page.getByRole('alert')).toContainText('but you answered last on');
	await expect(page.getByText(/^Prompt 1 of/)).toBeVisible();
	await page.getByRole('button', { name: 'Move those answers to today' }).click();
	await expect(page.getByText(/^Prompt 2 of/)).toBeVisible();
	await expect(page.getByRole('alert')).toHaveCount(0);
});

test('an address leads to a prompt, also while the check is open', async ({ page }) => {
	const id = await page.locator('.prompts > li').nth(2).getAttribute('id');
	await startCheck(page);
	await expect(page.locator('.prompts')).toBeHidden();
	await page.evaluate((hash) => (location.hash = hash), `#${id}`);
	await expect(page.locator(`#${id}`)).toBeInViewport();
	await page.getByRole('button', { name: 'End the check' }).click();
	await expect(page.getByRole('button', { name: 'Start the check' })).toBeFocused();
});

test('a check that is ended early shows what was answered, and can be added or gone on with', async ({ page }) => {
	const prompts = await page.locator('.prompts > li').count();
	await startCheck(page);
	await answerBy(page, '1');
	await answerBy(page, '2');
	await page.getByRole('button', { name: 'End the check' }).click();
	await expect(
		page.getByRole('heading', { name: `You answered 2 of ${prompts}, and remembered 1 at once.` }),
	).toBeFocused();
	await page.getByRole('button', { name: 'Go on with the check' }).click();
	await expect(page.getByText(/^Prompt 3 of/)).toBeVisible();
	await page.getByRole('button', { name: 'End the check' }).click();
	await page.reload();
	await page.getByRole('button', { name: 'Start the check' }).click();
	await page.getByRole('button', { name: `Add these ${prompts} prompts to my review` }).click();
	await expect(page.getByText(`${prompts} prompts added.`)).toBeVisible();
});

test('a check that is done and added marks its stage', async ({ page }) => {
	await startCheck(page);
	await rememberAll(page);
	await page.getByRole('button', { name: /^Add these/ }).click();
	await expect(page.locator('[data-stage-link="6"]').first()).toHaveClass(/done/);
});

test('digits count by where they stand: on a French keyboard the key of 2 writes another sign', async ({ page }) => {
	await startCheck(page);
	await page.keyboard.press(' ');
	await expect(page.getByRole('button', { name: 'Remembered' })).toBeEnabled();
	await page.evaluate(() => {
		document.activeElement?.dispatchEvent(
			new KeyboardEvent('keydown', { key: 'é', code: 'Digit2', bubbles: true, cancelable: true }),
		);
	});
	await expect(page.getByText(/^Prompt 2 of/)).toBeVisible();
});

test.describe('where the browser keeps nothing', () => {
	test('the check works and says so', async ({ page }) => {
		await page.addInitScript(() => {
			Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
		});
		await page.reload();
		await startCheck(page);
		await rememberAll(page);
		await expect(page.getByText('does not let the site keep anything')).toBeVisible();
		await expect(page.getByRole('button', { name: /^Add/ })).toHaveCount(0);
	});
});

test.describe('when the network is gone', () => {
	test.use({ tolerated: [/ERR_FAILED|preloaded using link preload/] });

	test('the check says so, and the list stays', async ({ page }) => {
		await page.route('**/prompts.json', (route) => route.abort());
		await page.getByRole('button', { name: 'Start the check' }).click();
		await expect(page.getByText('Check the connection and try again. The prompts below work')).toBeVisible();
		await expect(page.locator('.prompts')).toBeVisible();
		await page.unroute('**/prompts.json');
		await startCheck(page);
	});
});

test('axe finds nothing in question, answer and result', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.setViewportSize({ width: 320, height: 700 });
	const overflow = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
	await startCheck(page);
	expect(await violationsIn(page, '[data-check]')).toEqual([]);
	await page.keyboard.press(' ');
	await expect(page.getByRole('button', { name: 'Remembered' })).toBeVisible();
	expect(await violationsIn(page, '[data-check]')).toEqual([]);
	expect(await overflow()).toBe(false);
	await page.keyboard.press('1');
	await rememberAll(page);
	await page.getByRole('button', { name: /^Add these/ }).click();
	await expect(page.getByText(/^\d+ prompts added\./)).toBeVisible();
	expect(await violationsIn(page, '[data-check]')).toEqual([]);
	expect(await overflow()).toBe(false);
});
