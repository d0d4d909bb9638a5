/** Figures: read without scripts, hydrated near the viewport, driven by keyboard and by touch, shared by a link. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { rootSite } from '../../src/build/bootstrap/sites.mjs';
import { violationsIn } from './support/axe.ts';
import { expect, test } from './support/test.ts';

/** Every figure of the built site, with the page it stands on. */
const figures = globSync('concepts/*/index.html', { cwd: rootSite.folder }).flatMap((file) => {
	const html = readFileSync(join(rootSite.folder, file), 'utf8');
	return [...html.matchAll(/<figure[^>]* id="?figure-([\w-]+)/g)].map(([, name = '']) => ({
		name,
		path: file.replaceAll('\\', '/').replace('index.html', ''),
	}));
});

/** One of them, for what only it can show. */
function figureNamed(name: string): (typeof figures)[number] {
	const found = figures.find((figure) => figure.name === name);
	if (!found) throw new Error(`no page shows the figure ${name}`);
	return found;
}
const [attention, biasVariance, gradientDescent, bpe] = ['attention', 'bias-variance', 'gradient-descent', 'bpe'].map(
	figureNamed,
) as [Shown, Shown, Shown, Shown];
type Shown = (typeof figures)[number];

test('there are figures', () => expect(figures).not.toEqual([]));

/** Goes to a figure, in the state that a query describes, and waits until scripts have taken over. */
async function openFigure(page: Page, { name, path }: { name: string; path: string }, query = ''): Promise<Locator> {
	await page.goto(`${path}#figure-${name}${query}`);
	const figure = page.locator(`#figure-${name}`);
	await expect(figure).toBeInViewport();
	await expect(page.locator('astro-island[ssr]', { has: figure })).toHaveCount(0);
	return figure;
}

const readingOf = (figure: Locator, reading: string): Locator =>
	figure.locator('.readings div', { hasText: reading }).locator('b');

/** Goes to a figure whose scripts are late, and sees that none of its edges moves when they come. */
async function comeToLife(page: Page, { name, path }: Shown): Promise<Locator> {
	let release = (): void => {};
	const held = new Promise<void>((resolve) => {
		release = resolve;
	});
	await page.route(/_astro\/(Figure|controls)\./, async (route) => {
		await held;
		await route.continue();
	});
	await page.goto(`${path}#figure-${name}`);
	await page.evaluate(() => document.fonts.ready);
	const shown = page.locator(`#figure-${name}`);
	await expect(shown.locator('.control').first()).toBeVisible();
	const edges = () =>
		shown.evaluate((root) => {
			const parts = [root, ...root.querySelectorAll('.control, .figure-caption, summary')];
			const top = root.getBoundingClientRect().top;
			return parts.map((part) => Math.round(part.getBoundingClientRect().bottom - top));
		});
	await expect(page.locator('astro-island[ssr]', { has: shown })).toHaveCount(1);
	const before = await edges();
	release();
	await expect(page.locator('astro-island[ssr]', { has: shown })).toHaveCount(0);
	await expect(shown.locator('input[type=range]').first()).toHaveCSS('appearance', 'none');
	expect(await edges()).toEqual(before);
	return shown;
}

async function openMore(figure: Locator): Promise<void> {
	const more = figure.locator('.figure-open');
	if ((await more.count()) > 0) await more.click();
}

/** How much of the window the stage bar leaves. */
const roomIn = (page: Page): Promise<number> =>
	page.evaluate(() => {
		const bar = [...document.querySelectorAll('body *')].find((element) => {
			const { position, bottom } = getComputedStyle(element);
			return position === 'fixed' && bottom === '0px' && element.getBoundingClientRect().height > 0;
		});
		return bar ? bar.getBoundingClientRect().top : innerHeight;
	});

// A concept's page is long, and most of a test is its loading: what can be seen one after the other on one page is one test, in steps.
for (const figure of figures) {
	test.describe(`the ${figure.name} figure`, () => {
		test('on a phone comes to life in its place, fits the window, and can be used by touch', async ({ page }) => {
			await page.setViewportSize({ width: 390, height: 700 });
			const shown = await comeToLife(page, figure);
			const picture = shown.locator('.figure-play > .figure-picture');
			const room = await roomIn(page);
			expect(room).toBeGreaterThan(600);

			await test.step('picture, first control and the Break it row fit, and each lesson changes what is in it', async () => {
				await shown.locator('.figure-play').evaluate((play) => {
					scrollTo({ top: play.getBoundingClientRect().top + scrollY, behavior: 'instant' });
				});
				expect((await picture.boundingBox())?.height).toBeLessThanOrEqual(280);
				const wanted = [picture, shown.locator('.figure-row .control').first(), shown.locator('.presets .label')];
				for (const part of [...wanted, ...(await shown.locator('.presets button').all())]) {
					const box = await part.boundingBox();
					expect(box?.y).toBeGreaterThanOrEqual(-1);
					expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(room);
				}
				const seen = new Set([await picture.innerHTML()]);
				for (const preset of await shown.locator('.presets button').all()) {
					await preset.click();
					await expect(preset).toHaveAttribute('aria-pressed', 'true');
					seen.add(await picture.innerHTML());
				}
				expect(seen.size).toBeGreaterThan(1);
			});

			await openMore(shown);
			await test.step('the picture stays in view while every control is moved, and covers none that has the focus', async () => {
				for (const control of await shown.locator('.control :is(input, select, textarea, button):visible').all()) {
					await control.focus();
					const [pinned, box] = [await picture.boundingBox(), await control.boundingBox()];
					expect(pinned?.y).toBeGreaterThanOrEqual(-1);
					expect(pinned?.height).toBeLessThanOrEqual(280);
					expect(box?.y).toBeGreaterThanOrEqual((pinned?.y ?? 0) + (pinned?.height ?? 0) - 1);
					expect(box?.y).toBeLessThan(room);
				}
			});

			await test.step('it fits a screen 320 wide, with text of 12 px or more and targets of 24', async () => {
				await page.setViewportSize({ width: 320, height: 640 });
				expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
				for (const svg of await shown.locator('svg[role=img]:visible').all()) {
					const smallest = await svg.evaluate((drawn: SVGSVGElement) => {
						const scale = drawn.getScreenCTM()?.a ?? 0;
						const texts = [...drawn.querySelectorAll('text')];
						return Math.min(...texts.map((text) => scale * Number.parseFloat(getComputedStyle(text).fontSize)));
					});
					expect(smallest).toBeGreaterThanOrEqual(12);
				}
				const targets = shown.locator('button, summary, select, input[type=range], input[type=number], .squares label');
				for (const target of await targets.all()) {
					const box = await target.boundingBox();
					expect(box?.height, (await target.textContent()) ?? '').toBeGreaterThanOrEqual(24);
					expect(box?.width).toBeGreaterThanOrEqual(24);
					expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
				}
			});
		});

		test('on a phone its controls wrap at twice the text size', async ({ page }) => {
			await page.setViewportSize({ width: 390, height: 700 });
			const client = await page.context().newCDPSession(page);
			await client.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
			const shown = await openFigure(page, figure);
			await openMore(shown);
			const tooFar = await shown.locator('.control, .control *, .presets *, .readings *').evaluateAll((parts) =>
				parts.flatMap((part) => {
					const { right, width } = part.getBoundingClientRect();
					return width > 1 && right > 390 ? [part.outerHTML.slice(0, 120)] : [];
				}),
			);
			expect(tooFar).toEqual([]);
		});

		test('on a desk comes to life in its place, keeps what it shows on paper, and passes axe by day and by night', async ({
			page,
		}) => {
			await page.setViewportSize({ width: 1440, height: 844 });
			const shown = await comeToLife(page, figure);
			const preset = shown.locator('.presets button').first();
			// What a preset finds may be what was found before: that nothing depends on where, for instance. It says something else all the same.
			const caption = shown.locator('figcaption');
			const before = await caption.textContent();
			await preset.click();
			await expect(caption).not.toHaveText(before ?? '');

			await test.step('what it shows is on paper, and only that', async () => {
				const now = await caption.textContent();
				await page.emulateMedia({ media: 'print' });
				await expect(shown.locator('svg.for-wide')).toBeVisible();
				await expect(caption).toHaveText(now ?? '');
				await expect(shown.locator('table')).toBeVisible();
				for (const control of await shown.locator('.control').all()) await expect(control).toBeHidden();
				for (const button of await shown.locator('button').all()) await expect(button).toBeHidden();
				await page.emulateMedia({ media: null });
			});

			await test.step('axe finds nothing, with a lesson and its table open', async () => {
				await shown.locator('summary').click();
				await expect(shown.locator('.lesson')).toBeVisible();
				// axe reads the whole page before it looks at a part. What is no part of the stage goes first, and with it what two may share: ids.
				const twice = await page.evaluate((id) => {
					const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
					for (const stage of document.querySelectorAll('.stage')) {
						if (!stage.querySelector(`#figure-${id}`)) stage.remove();
					}
					return ids.filter((one, at) => ids.indexOf(one) !== at);
				}, figure.name);
				expect(twice).toEqual([]);
				expect(await violationsIn(page, `#figure-${figure.name}`)).toEqual([]);
			});
		});

		test.describe('without JavaScript', () => {
			test.use({ javaScriptEnabled: false });

			test('reads: picture, caption and table, and no dead controls', async ({ page }) => {
				await page.goto(figure.path);
				const shown = page.locator(`#figure-${figure.name}`);
				await expect(shown.getByRole('img').first()).toBeVisible();
				await expect(shown.locator('figcaption strong')).toHaveText(/\.$/);
				await shown.locator('summary').click();
				await expect(shown.getByRole('row').first()).toBeVisible();
				for (const control of await shown.locator('.control').all()) await expect(control).toBeHidden();
				for (const button of await shown.locator('button').all()) await expect(button).toBeHidden();
			});
		});
	});
}

test('the keyboard alone takes the root away and hears what happened', async ({ page }) => {
	const figure = await openFigure(page, attention);
	const before = Number(await readingOf(figure, 'Gradient scale').textContent());
	await figure.getByRole('button', { name: 'Share' }).focus();
	await page.keyboard.press('Tab');
	await expect(figure.getByRole('radio', { name: 'on', exact: true })).toBeFocused();
	await page.keyboard.press('ArrowRight');
	await expect(figure.getByRole('radio', { name: 'off', exact: true })).toBeChecked();
	expect(Number(await readingOf(figure, 'Gradient scale').textContent())).toBeLessThan(before / 10);
	await expect(figure.locator('[role=status]')).toHaveText(/^“cat” reads “dogs”/);
});

test('slider and number box are one state, and a number out of range is brought back', async ({ page }) => {
	const figure = await openFigure(page, attention);
	const slider = figure.getByRole('slider', { name: 'Key width' });
	const box = figure.getByRole('spinbutton', { name: 'Key width' });
	await slider.focus();
	await page.keyboard.press('ArrowRight');
	await expect(box).toHaveValue('66');
	await box.fill('9999');
	await page.keyboard.press('Enter');
	await expect(box).toHaveValue('256');
	await expect(slider).toHaveValue('256');
	await box.fill('');
	await page.keyboard.press('Tab');
	await expect(box).toHaveValue('256');
});

test('a finger drags the query to another key; so do the sliders', async ({ browser, baseURL }) => {
	const context = await browser.newContext({
		hasTouch: true,
		isMobile: true,
		viewport: { width: 390, height: 844 },
		baseURL: baseURL ?? '',
	});
	const page = await context.newPage();
	const figure = await openFigure(page, attention);
	const finding = figure.locator('figcaption strong');
	await expect(finding).toHaveText(/“dogs”/);
	const handle = figure.locator('svg.for-phone .handle');
	await handle.scrollIntoViewIfNeeded();
	const box = await handle.boundingBox();
	const start = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
	const client = await context.newCDPSession(page);
	const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) =>
		client.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
	const scrolled = await page.evaluate(() => scrollY);
	await touch('touchStart', start.x, start.y);
	for (let step = 1; step <= 8; step++) await touch('touchMove', start.x - step * 22, start.y - step * 6);
	await touch('touchEnd');
	await expect(finding).toHaveText(/“chased”|“that”/);
	expect(await page.evaluate(() => scrollY)).toBe(scrolled);
	await figure.locator('.figure-open').click();
	await figure.getByRole('spinbutton', { name: 'Direction' }).fill('66');
	await page.keyboard.press('Enter');
	await expect(finding).toHaveText(/“cat”/);
	await context.close();
});

test('a shared link restores the state, and reset takes it back', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	const figure = await openFigure(page, attention);
	await expect(page).toHaveURL(/#figure-attention$/);
	await figure.getByText('off', { exact: true }).click();
	await figure.getByRole('combobox', { name: 'Query of' }).selectOption({ label: 'tired' });
	await expect(page).toHaveURL(/#figure-attention$/);
	await figure.getByRole('button', { name: 'Share' }).click();
	await expect(figure.getByRole('button', { name: 'Link copied' })).toBeVisible();
	const link = await page.evaluate(() => navigator.clipboard.readText());
	expect(link).toContain('#figure-attention?');
	const finding = await figure.locator('figcaption strong').textContent();

	await page.goto('about:blank');
	await page.goto(link);
	await expect(figure).toBeInViewport();
	await expect(figure.locator('figcaption strong')).toHaveText(finding ?? '');
	await expect(figure.getByRole('radio', { name: 'off', exact: true })).toBeChecked();
	await figure.getByRole('button', { name: 'Reset' }).click();
	await expect(figure.getByRole('radio', { name: 'on', exact: true })).toBeChecked();
	await expect(page).toHaveURL(/#figure-attention$/);
});

test('a link with nonsense in it shows the figure as at first', async ({ page }) => {
	const figure = await openFigure(page, attention, '?d=NaN&mask=diagonal&angle=1e99');
	await expect(figure.getByRole('spinbutton', { name: 'Key width' })).toHaveValue('64');
	await expect(figure.getByRole('radio', { name: 'causal' })).toBeChecked();
	expect(await figure.textContent()).not.toMatch(/NaN|Infinity|undefined/);
});

test('a slider moved before scripts took over counts', async ({ page }) => {
	let release = (): void => {};
	const held = new Promise<void>((resolve) => {
		release = resolve;
	});
	await page.route(/_astro\/Figure\.[^/]*\.js$/, async (route) => {
		await held;
		await route.continue();
	});
	await page.goto(`${attention.path}#figure-attention`);
	const figure = page.locator('#figure-attention');
	await figure.getByRole('slider', { name: 'Key width' }).fill('16');
	await figure.getByText('off', { exact: true }).click();
	await expect(page.locator('astro-island[ssr]', { has: figure })).toHaveCount(1);
	release();
	await expect(figure.getByRole('spinbutton', { name: 'Key width' })).toHaveValue('16');
	await expect(figure.getByRole('radio', { name: 'off', exact: true })).toBeChecked();
	await expect(figure.locator('figcaption')).toContainText('not divided by 4.0');
});

test('the keyboard alone walks the degrees: variance grows, and the terms add up', async ({ page }) => {
	const figure = await openFigure(page, biasVariance);
	const read = async (reading: string) => Number(await readingOf(figure, reading).textContent());
	const before = await read('Variance');
	await figure.getByRole('slider', { name: 'Degree of the polynomial' }).focus();
	for (let press = 0; press < 9; press++) await page.keyboard.press('ArrowRight');
	await expect(figure.getByRole('spinbutton', { name: 'Degree of the polynomial' })).toHaveValue('12');
	expect(await read('Variance')).toBeGreaterThan(2 * before);
	const terms = (await read('Squared bias')) + (await read('Variance')) + (await read('Noise'));
	expect(Math.abs(terms - (await read('Sum')))).toBeLessThan(0.0021);
	await expect(figure.locator('figcaption strong')).toHaveText(/variance/);
});

test('other training sets are drawn at a press, and a shared link brings back the very same', async ({ page }) => {
	const figure = await openFigure(page, biasVariance);
	const before = await readingOf(figure, 'Measured').textContent();
	await figure.getByRole('button', { name: 'Draw other sets' }).click();
	await expect(readingOf(figure, 'Measured')).not.toHaveText(before ?? '');
	const now = await readingOf(figure, 'Measured').textContent();
	await figure.getByRole('button', { name: 'Share' }).click();
	await expect(page).toHaveURL(/#figure-bias-variance\?draw=2$/);
	await page.reload();
	await expect(readingOf(figure, 'Measured')).toHaveText(now ?? '');
});

test('a degree that the points cannot hold is said in words', async ({ page }) => {
	const figure = await openFigure(page, biasVariance, '?degree=15&points=8');
	await expect(figure.locator('figcaption strong')).toHaveText(
		'8 points hold no more than degree 7, which goes through all of them.',
	);
	expect(await figure.textContent()).not.toMatch(/NaN|Infinity|undefined/);
});

test('the keyboard alone crosses the limit, and what diverges is said in words', async ({ page }) => {
	const figure = await openFigure(page, gradientDescent, '?steps=200&eta=0.08');
	await expect(figure.locator('figcaption strong')).toHaveText(/^After 200 steps of SGD the loss is/);
	await figure.getByRole('slider', { name: 'Step size' }).focus();
	await page.keyboard.press('ArrowRight');
	await expect(figure.locator('figcaption strong')).toHaveText(/^Diverged: .* after \d+ steps\.$/);
	await expect(figure.locator('[role=status]')).toHaveText(/^Diverged/);
	for (let press = 0; press < 9; press++) await page.keyboard.press('PageUp');
	await expect(figure.locator('figcaption strong')).toHaveText(/^Diverged: .* after \d steps\.$/);
	expect(await figure.textContent()).not.toMatch(/NaN|Infinity|undefined/);
});

test('steps are taken one by one, played, paused and reset; with reduced motion play jumps to the end', async ({
	page,
}) => {
	const figure = await openFigure(page, gradientDescent, '?steps=0');
	const steps = figure.getByRole('spinbutton', { name: 'Steps' });
	await figure.getByRole('button', { name: 'Step', exact: true }).click();
	await figure.getByRole('button', { name: 'Step', exact: true }).click();
	await figure.getByRole('button', { name: 'Back' }).click();
	await expect(steps).toHaveValue('1');
	await figure.getByRole('button', { name: 'Play' }).press('Enter');
	await expect(steps).not.toHaveValue('1');
	await figure.getByRole('button', { name: 'Pause' }).press('Enter');
	await expect(figure.getByRole('button', { name: 'Play' })).toBeVisible();
	await figure.getByRole('button', { name: 'Reset' }).click();
	await expect(steps).toHaveValue('40');
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await figure.getByRole('button', { name: 'Play' }).click();
	await expect(steps).toHaveValue('200');
	await expect(figure.getByRole('button', { name: 'Play' })).toBeVisible();
});

test('a dragged start is in the link that is shared', async ({ page }) => {
	const figure = await openFigure(page, gradientDescent);
	const handle = figure.locator('svg.for-wide .handle');
	await handle.scrollIntoViewIfNeeded();
	const box = await handle.boundingBox();
	await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
	await page.mouse.down();
	await page.mouse.move(box?.x ?? 0, (box?.y ?? 0) + 60, { steps: 4 });
	await page.mouse.up();
	const x = figure.getByRole('spinbutton', { name: 'Start, x' });
	await expect(x).not.toHaveValue('5.5');
	const moved = await x.inputValue();
	await figure.getByRole('button', { name: 'Share' }).click();
	await page.reload();
	await expect(x).toHaveValue(moved);
});

test('a typed text is merged by the keyboard alone, step by step and back', async ({ page }) => {
	const figure = await openFigure(page, bpe, '?merges=0');
	const text = figure.getByRole('textbox', { name: 'Train on' });
	await text.focus();
	await page.keyboard.press('ControlOrMeta+A');
	await page.keyboard.type('banana 🍌🍌');
	await expect(readingOf(figure, 'Tokens').first()).toHaveText('15');
	const step = figure.getByRole('button', { name: 'Step', exact: true });
	await step.focus();
	await page.keyboard.press('Enter');
	// "an" and "na" both stand there twice, and so do three pairs of the emoji's bytes: "an" has the lowest ids.
	await expect(figure.locator('figcaption strong')).toHaveText(
		'Merge 1 joined a and n, which stood side by side 2 times.',
	);
	await expect(figure.locator('[role=status]')).toHaveText(/^Merge 1 joined a and n/);
	for (let press = 0; press < 20; press++) await page.keyboard.press('Enter');
	await expect(figure.locator('figcaption')).toContainText('Nothing is left to merge');
	await expect(readingOf(figure, 'Tokens').first()).toHaveText('2');
	await figure.getByRole('button', { name: 'Back' }).press('Enter');
	await expect(readingOf(figure, 'Tokens').first()).toHaveText('3');
});

test('a text that is too long is cut, which is said; a shared link brings text back', async ({ page }) => {
	const figure = await openFigure(page, bpe);
	const text = figure.getByRole('textbox', { name: 'Train on' });
	await text.fill('🐔 '.repeat(600));
	await expect(figure.getByText('Cut to its first 1000 characters.')).toBeVisible();
	expect([...(await text.inputValue())]).toHaveLength(1000);
	await expect(figure.locator('.tokens').first().locator('.key')).toHaveCount(240);
	await text.fill('ก 1 & 2 = 3?');
	await figure.getByRole('button', { name: 'Share' }).click();
	await page.reload();
	await expect(text).toHaveValue('ก 1 & 2 = 3?');
	await text.fill('');
	await expect(figure.locator('figcaption strong')).toHaveText('There is no text to count in: type one.');
	expect(await figure.textContent()).not.toMatch(/NaN|Infinity|undefined/);
});
