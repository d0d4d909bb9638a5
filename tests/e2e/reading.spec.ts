/** A concept is read stage by stage: where one ends, it is done and the next begins. */
import { importBackup, madeBackup } from './support/history.ts';
import { conceptPath, layOutAll } from './support/pages.ts';
import { kept, rememberAll, startCheck } from './support/recall.ts';
import { expect, test } from './support/test.ts';

test('a stage ends with a press that fills its segment at once, and with the way on', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.goto(conceptPath);
	const end = page.locator('.stage[data-stage="3"] .stage-end');
	await end.getByRole('button', { name: 'Done with the math' }).click();
	await expect(end.getByRole('status')).toHaveText('1 of 6 stages done. Kept in this browser only.');
	const segment = page.locator('.stage-rail [data-stage-link="3"]');
	// The reader is still there: done shows all the same.
	await expect(segment).toHaveClass(/here/);
	const [ofSegment, ofRing, accent] = await page.evaluate(() => {
		const probe = document.createElement('i');
		probe.style.background = 'var(--accent-mark)';
		document.querySelector('.stage-rail')?.append(probe);
		return [
			getComputedStyle(document.querySelector('.stage-rail [data-stage-link="3"]') as Element, '::before')
				.backgroundColor,
			getComputedStyle(document.querySelector('.stage-rail .ring [data-segment="3"]') as Element).fill,
			getComputedStyle(probe).backgroundColor,
		];
	});
	expect([ofSegment, ofRing]).toEqual([accent, accent]);
	await page.reload();
	await expect(segment).toHaveClass(/done/);
	await end.getByRole('button', { name: 'Done with the math: undo' }).click();
	await expect(segment).not.toHaveClass(/done/);
	await end.getByRole('link', { name: 'Runnable code' }).click();
	await expect(page.getByRole('heading', { name: 'Runnable code' })).toBeInViewport();
});

test('a finished check marks its stage, once the reader keeps anything here', async ({ page, request }) => {
	await page.goto(conceptPath);
	await startCheck(page);
	await rememberAll(page);
	await expect(page.getByText(/^You remembered all/)).toBeVisible();
	expect((await kept(page)).filter((name) => name.startsWith('database'))).toEqual([]);
	const segment = page.locator('.stage-rail [data-stage-link="6"]');
	await expect(segment).not.toHaveClass(/done/);
	await page.getByRole('button', { name: /^Add these/ }).click();
	await expect(segment).toHaveClass(/done/);

	await page.goto('progress/');
	await importBackup(page, await madeBackup(request, { until: new Date(), concepts: ['attention-mechanism'] }));
	await page.goto('concepts/gradient-descent/');
	await startCheck(page);
	await rememberAll(page);
	await expect(segment).toHaveClass(/done/);
});

test('time says what it counts, and goes down with the stages', async ({ page }) => {
	await page.goto(conceptPath);
	await expect(page.locator('.facts')).toHaveText(/\d+ min to read, about \d+ to answer/);
	const left = page.locator('.stage-rail [data-minutes-left]');
	await expect(left).toHaveText(/^\d+ min to read, about \d+ to answer$/);
	const before = await left.textContent();
	await page.locator('.stage[data-stage="1"] .stage-end button').click();
	await expect(left).not.toHaveText(before ?? '');
	await page.locator('.stage-rail').getByRole('link', { name: 'Interview questions' }).click();
	await expect(left).toHaveText(/^about \d+ min to answer$/);
});

test('no diagram is cut, whatever the width of the window', async ({ page }) => {
	for (const width of [390, 704, 768, 991, 992, 1100, 1279, 1280]) {
		await page.setViewportSize({ width, height: 900 });
		for (const path of ['concepts/gradient-descent/', conceptPath]) {
			await page.goto(path);
			const cut = await page
				.locator('.drawing')
				.evaluateAll((drawings) =>
					drawings
						.filter((drawing) => drawing.scrollWidth > drawing.clientWidth)
						.map((drawing) => `${drawing.parentElement?.id}: ${drawing.scrollWidth} > ${drawing.clientWidth}`),
				);
			expect(cut, `at ${width} px`).toEqual([]);
		}
	}
});

test('without an address for it, no page asks to report a mistake', async ({ page }) => {
	await page.goto(conceptPath);
	await expect(page.getByRole('link', { name: 'Report a mistake' })).toHaveCount(0);
});

test('a citation shows its reference, leads to the list, and the list leads back', async ({ page }) => {
	await page.goto(conceptPath);
	const citation = page.locator('.cite a').nth(1);
	await citation.scrollIntoViewIfNeeded();
	await citation.click();
	const card = page.locator('.card.preview');
	await expect(card).toBeVisible();
	const reference = page.locator(`.references li${await citation.getAttribute('href')}`);
	expect((await card.locator('p').first().textContent())?.trim()).toBe((await reference.textContent())?.trim());
	const top = await citation.evaluate((link) => link.getBoundingClientRect().top + scrollY);
	await card.getByRole('link', { name: 'All references' }).click();
	await expect(reference).toBeInViewport();
	await reference.getByRole('link', { name: 'Back to the text' }).click();
	await expect(citation).toBeInViewport();
	expect(await citation.evaluate((link) => link.getBoundingClientRect().top + scrollY)).toBe(top);
});

test('who goes back comes out where they were', async ({ page }) => {
	await page.goto(`${conceptPath}#questions`);
	const question = page.locator('details.question').first();
	await question.locator('summary').first().click();
	await page.goto(`${conceptPath}#${await question.getAttribute('id')}`);
	await page.mouse.wheel(0, 200);
	await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
	await page.waitForTimeout(300);
	const before = await page.evaluate(() => scrollY);
	await page.locator('.stage-rail').getByRole('link', { name: 'The math' }).click();
	await expect(page.getByRole('heading', { name: 'The math' })).toBeInViewport();
	await page.goBack();
	await expect.poll(async () => Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(2);
});

test('a copied paragraph has each of its formulas once, in its line', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto('concepts/gradient-descent/#the-math');
	const paragraph = page.locator('.stage p', { hasText: 'a smooth loss looks like' });
	await paragraph.evaluate((text) => getSelection()?.selectAllChildren(text));
	let copied = '';
	// What reads formulas is loaded by the selection.
	await expect
		.poll(async () => {
			await page.keyboard.press('ControlOrMeta+c');
			copied = await page.evaluate(() => navigator.clipboard.readText());
			return copied;
		})
		.toMatch(/^Near a minimum .{1,4}\^⋆ a smooth loss looks like/);
	expect(copied).not.toContain('\n');
	expect(copied).toContain('1/2');
});

test('what a link leads to is lit for a moment', async ({ page }) => {
	await page.goto(`${conceptPath}#the-math`);
	const lit = page.getByRole('heading', { name: 'The math' });
	expect(await lit.evaluate((heading) => getComputedStyle(heading).animationName)).toBe('arrived');
});

test('who jumps to the end of the page is told the last stage, and at its top the first', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto(conceptPath);
	const name = page.locator('.stage-bar [data-stage-name]');
	await expect(name).toHaveText('Big picture');
	await page.keyboard.press('End');
	await expect(name).toHaveText('Retrieval check');
	// While the last stages are laid out, the browser may keep to the end in spite of the key.
	await expect(async () => {
		await page.keyboard.press('Home');
		await expect.poll(() => page.evaluate(() => scrollY), { timeout: 1000 }).toBe(0);
	}).toPass();
	await expect(name).toHaveText('Big picture');
});

/** Widths between which the layout changes, and how far off a guess may be: what is too small lies over what follows. */
for (const width of [390, 1440]) {
	for (const slug of ['gradient-descent', 'two-pointers', 'attention-mechanism']) {
		test(`at ${width} px the stages of ${slug} take about the room before they are laid out that they take then`, async ({
			page,
		}) => {
			await page.setViewportSize({ width, height: 800 });
			await page.goto(`concepts/${slug}/`);
			const heights = () =>
				page.locator('.stage').evaluateAll((stages) => stages.map((stage) => stage.getBoundingClientRect().height));
			const guessed = await page
				.locator('.stage')
				.evaluateAll((stages) =>
					stages.map((stage) =>
						Number.parseFloat(getComputedStyle(stage).containIntrinsicBlockSize.replace('auto', '')),
					),
				);
			await layOutAll(page);
			for (const [at, height] of (await heights()).entries()) {
				const share = (guessed[at] ?? 0) / height;
				expect(share, `stage ${at + 1}: ${guessed[at]} for ${height}`).toBeGreaterThan(0.85);
				expect(share, `stage ${at + 1}: ${guessed[at]} for ${height}`).toBeLessThan(1.4);
			}
		});
	}
}
