/** A coding question solved on its page and in a drill: tests that fail and tell why, an endless program, the solution, what is kept. */
import type { Page } from '@playwright/test';
import { violationsIn } from './support/axe.ts';
import { expect, test } from './support/test.ts';

const question = 'q-write-adamw';
const path = `concepts/gradient-descent/#${question}`;
/** The first run of a page fetches Python. */
const STARTED = { timeout: 45_000 };

const run = (page: Page) => page.getByRole('button', { name: 'Run the tests' });
const summary = (page: Page) => page.locator('.cases > summary');
const editor = (page: Page) => page.getByRole('textbox', { name: 'write-adamw.py' });

async function open(page: Page): Promise<void> {
	await page.goto(path);
	await page.locator(`#${question}`).getByRole('button', { name: 'Solve it' }).click();
	await expect(editor(page)).toBeFocused();
}

async function write(page: Page, source: string): Promise<void> {
	await editor(page).focus();
	await page.keyboard.press('ControlOrMeta+a');
	await page.keyboard.insertText(source);
}

const solution = async (page: Page): Promise<string> =>
	(await (await page.request.get('concepts/gradient-descent/tasks/write-adamw.json')).json()).solution;

const wrong = `def adamw(w, g, state, lr=1e-3, b1=0.9, b2=0.999, eps=1e-8, wd=0.01):
    print("seen", w)
    return [x - lr * y for x, y in zip(w, g)]
`;

test('nothing of it is loaded before it is asked for', async ({ page }) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await page.goto(path);
	await expect(page.locator(`#${question}`).getByRole('button', { name: 'Solve it' })).toBeVisible();
	expect(asked.filter((address) => /tasks\/|Solve|editor|python/i.test(new URL(address).pathname))).toEqual([]);
});

test('fails with what was expected, is changed, passes, and is remembered', async ({ page }) => {
	await open(page);
	await write(page, wrong);
	await page.keyboard.press('ControlOrMeta+Enter');
	await expect(summary(page)).toContainText('of 7 tests passed, in 1 run', STARTED);
	const first = page.locator('.case.failing').first();
	await expect(first).toContainText('Expected');
	await expect(first).toContainText('[0.9, -2.1]');
	await expect(first).toContainText('seen [1.0, -2.0]');
	await page.keyboard.press('F8');
	await expect(first.locator('summary')).toBeFocused();
	expect(await violationsIn(page, '.solve')).toEqual([]);
	const again = page.locator('.look-again');
	await expect(again.getByRole('link').first()).toHaveAttribute('href', /concepts\/gradient-descent\/#./);
	await again.locator('summary').click();
	await again.getByRole('button', { name: /^Add .* to my review$/ }).click();
	await expect(again.getByRole('status')).toContainText('added to your review');

	await page.reload();
	await expect(editor(page)).toContainText('seen');
	await write(page, await solution(page));
	await run(page).click();
	await expect(summary(page)).toContainText('all 7 tests passed, in 2 runs', STARTED);
	await expect(page.locator(`#${question} .last`)).toHaveText('your last: solved');
	await page.getByRole('button', { name: 'Compare with the solution' }).click();
	await expect(page.locator('.solve pre.diff')).toBeVisible();

	await page.goto('drill/history/');
	await expect(page.getByText('on its page')).toBeVisible();
});

test('an error is told with its line; a program without an end is stopped, and the page goes on', async ({ page }) => {
	await open(page);
	await write(page, 'def adamw(w, g, state, **options):\n    return w[0] + "x"\n');
	await run(page).click();
	await expect(page.locator('.case.failing').first()).toContainText('TypeError on line 2', STARTED);
	await write(page, 'def adamw(w, g, state, **options)\n    return w\n');
	await run(page).click();
	await expect(page.locator('.solve .run-error')).toContainText('SyntaxError on line 1');
	await write(page, 'def adamw(w, g, state, **options):\n    while True: pass\n');
	await run(page).click();
	await expect(page.locator('.case.running')).toBeVisible();
	await page.getByRole('button', { name: 'Stop', exact: true }).click();
	await expect(page.locator('.case.stopped')).toBeVisible();
	await write(page, await solution(page));
	await run(page).click();
	await expect(summary(page)).toContainText('all 7 tests passed', STARTED);
});

test('the solution is there for who asks, and it is said that it was', async ({ page }) => {
	await open(page);
	await page.getByRole('button', { name: 'Show me the solution' }).click();
	await expect(page.locator('.solve pre.diff ins').first()).toBeVisible();
	await write(page, await solution(page));
	await run(page).click();
	await expect(summary(page)).toContainText('all 7 tests passed, in 1 run, with the solution seen', STARTED);
	await page.getByRole('button', { name: 'Start over' }).click();
	await expect(editor(page)).toContainText('NotImplementedError');
});

test('in a drill the tests mark what they can judge, and the reader may overrule it', async ({ page }) => {
	await page.goto('drill/session/?seed=b7k2&level=mid&minutes=15&asked=gradient-descent/write-adamw');
	await expect(editor(page)).toBeVisible();
	await write(page, await solution(page));
	await page.keyboard.press('ControlOrMeta+Enter');
	await expect(summary(page)).toContainText('all 7 tests passed', STARTED);
	await page.locator('.choice-row label', { hasText: /^hire$/ }).click();
	await page.getByRole('button', { name: 'Commit and see the rubric' }).click();
	const judged = page.locator('.rubric.marked > li', { hasText: 'Tests: ' });
	await expect(judged).toHaveCount(2);
	await expect(judged.first().getByRole('radio', { name: 'met' })).toBeChecked();
	await judged.first().locator('label', { hasText: 'missed' }).click();
	await expect(judged.first()).toContainText('You overruled: missed.');
});

test('the list says how each stands, and is narrowed by pattern, level, state and words', async ({ page }) => {
	await open(page);
	await write(page, wrong);
	await run(page).click();
	await expect(summary(page)).toContainText('of 7 tests passed, in 1 run', STARTED);

	await page.goto('tasks/');
	const rows = page.locator('[data-task]:visible');
	const row = page.locator('[data-task="gradient-descent/write-adamw"]');
	await expect(row.locator('.task-standing')).toContainText('of 7 tests');
	const all = await rows.count();
	await page.getByLabel('Pattern').selectOption('update rule');
	await expect(rows).not.toHaveCount(all);
	await expect(row).toBeVisible();
	await page.getByLabel('Yours').selectOption('solved');
	await expect(page.getByText('No task is like that.')).toBeVisible();
	await page.getByLabel('Yours').selectOption('begun');
	await expect(rows).toHaveCount(1);
	await page.reload();
	await expect(rows).toHaveCount(1);
	await expect(page.getByRole('status')).toContainText('1 of');
	await page.keyboard.press('f');
	await page.keyboard.type('adamw');
	await page.keyboard.press('Enter');
	await expect(row.getByRole('link')).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/#q-write-adamw$/);
	await expect(editor(page)).toContainText('seen');
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 740 }, hasTouch: true });

	test('the tests are a sheet at the lower edge, above a keyboard', async ({ page }) => {
		await page.addInitScript(() => {
			// A keyboard of 300 px, once it is asked for: no browser shows one to a test.
			const real = window.visualViewport;
			const keyboard = { height: 0 };
			const fake = new EventTarget();
			for (const name of ['offsetTop', 'offsetLeft', 'pageTop', 'pageLeft', 'width', 'scale'] as const) {
				Object.defineProperty(fake, name, { get: () => real?.[name] });
			}
			Object.defineProperty(fake, 'height', { get: () => (real?.height ?? 0) - keyboard.height });
			Object.defineProperty(window, 'visualViewport', { value: fake });
			addEventListener('test-keyboard', () => {
				keyboard.height = 300;
				fake.dispatchEvent(new Event('resize'));
			});
		});
		await open(page);
		const sheet = page.locator('.sheet');
		const bottom = () => sheet.evaluate((element) => innerHeight - element.getBoundingClientRect().bottom);
		await editor(page).evaluate((element) => element.scrollIntoView({ block: 'start' }));
		await expect(run(page)).toBeInViewport();
		await page.evaluate(() => dispatchEvent(new Event('test-keyboard')));
		await expect.poll(bottom).toBeGreaterThanOrEqual(300);
		await run(page).tap();
		await expect(editor(page)).not.toBeFocused();
		await expect(summary(page)).toContainText('0 of 7 tests passed, in 1 run', STARTED);
		await expect(page.locator('.case.failing').first()).toBeVisible();
		const { height } = (await sheet.boundingBox()) ?? { height: 0 };
		expect(height).toBeLessThanOrEqual(740 - 300);
	});
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });
	test('what is given and what is tested reads as text', async ({ page }) => {
		await page.goto(path);
		await page.locator(`#${question} > summary`).click();
		await expect(page.locator(`#${question} noscript pre`)).toContainText('def adamw');
	});
});
