/** Running and changing listings on the page: what they print, and all that can go wrong on the way. */
import { readFileSync } from 'node:fs';
import type { Locator, Page, Route } from '@playwright/test';
import { violationsIn } from './support/axe.ts';
import { expect, test } from './support/test.ts';

// Python starts in seconds; on a machine that is busy, in more of them.
test.describe.configure({ timeout: 240_000 });

/** The first listing of a page that needs the standard library alone. */
const first = (page: Page): Locator => standardLibrary(page).first();
const standardLibrary = (page: Page): Locator => page.locator('[data-listing]').filter({ hasText: 'standard library' });

const status = (figure: Locator): Locator => figure.getByRole('status');
const output = (figure: Locator): Locator => figure.locator('.run-output');
const button = (figure: Locator, word: string): Locator =>
	figure.getByRole('button', { name: new RegExp(`^${word}\\b`) });
const editor = (figure: Locator): Locator => figure.getByRole('textbox');

const run = (figure: Locator): Promise<void> => button(figure, 'Run').click();

/** Replaces what is in the editor, which is opened if it is not, and runs it. */
async function runSource(figure: Locator, source: string): Promise<void> {
	if (await editor(figure).isHidden()) await button(figure, 'Edit').click();
	await editor(figure).fill(source);
	await editor(figure).press('ControlOrMeta+Enter');
}

const missing = (route: Route): Promise<void> => route.fulfill({ status: 404, body: 'no' });

async function cutShort(route: Route): Promise<void> {
	const response = await route.fetch();
	await route.fulfill({ response, body: (await response.body()).subarray(0, 1_000_000) });
}

async function altered(route: Route): Promise<void> {
	const response = await route.fetch();
	const body = await response.body();
	body[1_000] = 255 - (body[1_000] ?? 0);
	await route.fulfill({ response, body });
}

const STARTED = { timeout: 90_000 };

// Every listing was seen on this Python when it was recorded. That a browser's page is no other is shown by two, one of them with a database.
test.describe('every listing of the standard library prints what is recorded', () => {
	for (const slug of ['http-and-tls', 'database-indexes']) {
		test(slug, async ({ page }) => {
			await page.goto(`concepts/${slug}/`);
			expect(await standardLibrary(page).count()).toBeGreaterThan(2);
			for (const figure of await standardLibrary(page).all()) {
				await run(figure);
				await expect(status(figure)).toContainText('ended, equal to the recorded output', STARTED);
			}
		});
	}
});

test('a listing costs nothing before it is run, and little when it is run again', async ({ page }) => {
	const requests: string[] = [];
	page.on('request', (request) => requests.push(request.url()));
	await page.goto('concepts/attention-mechanism/');
	await page.waitForLoadState('networkidle');
	expect(requests.filter((url) => /pyodide|stdlib|frame\.html|editor|view\.|python\./.test(url))).toEqual([]);
	const figure = first(page);
	await run(figure);
	await expect(status(figure)).toContainText('ended', STARTED);
	await runSource(figure, 'print("again")');
	await expect(output(figure)).toHaveText('again');
	// The interpreter stays: a further run fetches nothing and starts no other worker.
	expect(page.workers()).toHaveLength(1);
	requests.length = 0;
	await runSource(figure, 'print("once more")');
	await expect(output(figure)).toHaveText('once more');
	expect(requests).toEqual([]);
	expect(page.workers()).toHaveLength(1);
});

test.describe('a listing', () => {
	test.beforeEach(async ({ page }) => {
		await page.goto('concepts/attention-mechanism/');
	});

	test('that never ends is stopped, and runs again', async ({ page }) => {
		const figure = first(page);
		await runSource(figure, 'print("on and on")\nwhile True:\n    pass');
		await expect(output(figure)).toHaveText('on and on', STARTED);
		await button(figure, 'Stop').click();
		await expect(status(figure)).toHaveText(/stopped$/);
		await expect(output(figure)).toHaveText('on and on');
		await runSource(figure, 'print("done")');
		await expect(output(figure)).toHaveText('done', STARTED);
	});

	test('that is stopped while Python loads shows its record again', async ({ page }) => {
		const figure = first(page);
		await page.route('**/*.wasm', async () => {});
		await run(figure);
		await expect(figure.getByText('Loading Python').first()).toBeVisible();
		await expect(figure.locator('.output')).toBeVisible();
		await button(figure, 'Stop').click();
		await expect(figure.locator('.run progress')).toBeHidden();
		await expect(figure.locator('.output')).toBeVisible();
	});

	test('that fails, asks for what a browser has not, or prints without end, says so and leaves the page alive', async ({
		page,
	}) => {
		const figure = first(page);
		await runSource(figure, 'print("before")\n\nprint(1 / 0)\n');
		await expect(status(figure)).toContainText('ZeroDivisionError on line 3: division by zero', STARTED);
		await expect(output(figure)).toContainText('before');
		await expect(figure.locator('.cm-error')).toHaveText('print(1 / 0)');
		await editor(figure).press('End');
		await editor(figure).pressSequentially(' ');
		await expect(figure.locator('.cm-error')).toHaveCount(0);
		await figure.getByRole('button', { name: 'line 3' }).click();
		await expect(figure.locator('.cm-error')).toHaveText('print(1 / 0)');

		expect(await violationsIn(page, '[data-listing]')).toEqual([]);

		await runSource(figure, 'input("name? ")');
		await expect(status(figure)).toContainText('input() has nobody to ask');
		await runSource(figure, 'import urllib.request\nurllib.request.urlopen("http://example.org")');
		await expect(status(figure)).toContainText('no network');
		await runSource(figure, 'import torch');
		await expect(figure.locator('.run-error')).toContainText('Others cannot be installed');

		await runSource(figure, 'for i in range(100_000):\n    print("x" * 99)');
		await expect(figure.getByText('Shown is the first 64 kB; 9,702 kB more was left out.')).toBeVisible(STARTED);
		expect((await output(figure).textContent())?.length).toBe(65_536);
		await runSource(figure, 'print("alive")');
		await expect(output(figure)).toHaveText('alive');
	});

	test('streams what it prints, and what goes to standard error', async ({ page }) => {
		const figure = first(page);
		await runSource(figure, 'import sys, time\nprint("one")\nprint("two", file=sys.stderr)\ntime.sleep(60)');
		await expect(output(figure)).toHaveText('one\ntwo', STARTED);
		await expect(figure.locator('.run-stderr')).toHaveText('two');
		await button(figure, 'Stop').click();
		await expect(status(figure)).toHaveText(/stopped$/);
	});

	test('makes room for another that is run', async ({ page }) => {
		const [one, two] = [standardLibrary(page).first(), standardLibrary(page).last()];
		await runSource(one, 'print("first")\nwhile True:\n    pass');
		await expect(output(one)).toHaveText('first', STARTED);
		await run(two);
		await expect(status(two)).toContainText('ended, equal', STARTED);
		await expect(status(one)).toHaveText(/stopped$/);
	});

	test('survives a reload while it runs, and keeps the change that the reader made', async ({ page }) => {
		const figure = first(page);
		await runSource(figure, 'print("mine")\nwhile True:\n    pass');
		await expect(output(figure)).toHaveText('mine', STARTED);
		await page.reload();
		await expect(figure.getByText('Changed by you')).toBeVisible();
		// What is shown is what will run.
		await figure.scrollIntoViewIfNeeded();
		await expect(editor(figure)).toContainText('print("mine")');
		await button(figure, 'Reset').click();
		await expect(editor(figure)).toContainText('Scaled dot-product attention');
		await expect(figure.getByText('Changed by you')).toBeHidden();
		await run(figure);
		await expect(status(figure)).toContainText('ended, equal', STARTED);
		await page.reload();
		await expect(figure.getByText('Changed by you')).toBeHidden();
	});

	test('says that a change is not kept when there is no room', async ({ page }) => {
		await page.evaluate(() => {
			for (let room = 4_000_000; room > 0; room = Math.floor(room / 2)) {
				try {
					for (let part = 0; ; part++) localStorage.setItem(`full ${room} ${part}`, 'x'.repeat(room));
				} catch {}
			}
		});
		const figure = first(page);
		await runSource(figure, 'print("mine")');
		await expect(output(figure)).toHaveText('mine', STARTED);
		await expect(
			figure.getByText('Changed by you until you leave: this browser keeps nothing, or has no room.'),
		).toBeVisible();
		await page.evaluate(() => localStorage.clear());
		await editor(figure).press('End');
		await page.keyboard.type(' ');
		await expect(figure.getByText('Changed by you, and kept in this browser.')).toBeVisible();
	});

	test('takes a slash as a slash while it is edited', async ({ page }) => {
		const figure = first(page);
		await button(figure, 'Edit').click();
		await editor(figure).press('ControlOrMeta+Home');
		await page.keyboard.type('# a / b');
		await expect(figure.locator('.cm-line').first()).toContainText('# a / b');
		await expect(page.getByRole('dialog')).toHaveCount(0);
	});

	test('is left by keyboard: Tab indents, Escape and Tab leave', async ({ page }) => {
		const figure = first(page);
		await button(figure, 'Edit').click();
		await expect(editor(figure)).toBeFocused();
		await editor(figure).press('ControlOrMeta+Home');
		await editor(figure).press('Tab');
		await expect(editor(figure)).toBeFocused();
		await expect(figure.locator('.cm-line').first()).toHaveText(/^ {4}"""Scaled/);
		await editor(figure).press('Escape');
		await editor(figure).press('Tab');
		await expect(editor(figure)).not.toBeFocused();
	});

	test('shown in part runs whole', async ({ page }) => {
		const figure = page.locator('[data-listing$="/cost.py"]').first();
		await figure.getByRole('button', { name: /^Run whole file/ }).click();
		await expect(status(figure)).toContainText('ended, equal', STARTED);
	});

	test('takes a break in one press, and the reader’s own change is one step back', async ({ page }) => {
		const figure = page
			.locator('[data-listing]')
			.filter({ has: page.locator('.break') })
			.first();
		const change = figure.locator('.break').first();
		await change.locator('> summary').click();
		const apply = change.locator('[data-break]');
		const [find, replace] = await change
			.locator('[data-find]')
			.evaluate(({ dataset }: HTMLElement) => [dataset.find ?? '', dataset.replace ?? '']);
		await apply.click();
		await expect(editor(figure)).toBeFocused();
		const source = async (): Promise<string> => (await figure.locator('.cm-line').allTextContents()).join('\n');
		await expect.poll(source).toContain(replace.trim());
		await expect(figure.getByText('Changed by you')).toBeVisible();
		await page.keyboard.press('ControlOrMeta+z');
		await expect.poll(source).toContain(find.trim());
	});

	test('runs a break in one press, before its output is shown', async ({ page }) => {
		const figure = standardLibrary(page)
			.filter({ has: page.locator('.break') })
			.first();
		const change = figure.locator('.break').first();
		const recorded = (await change.locator('.break-outputs samp').last().textContent()) ?? '';
		await change.locator('> summary').click();
		await change.getByRole('button', { name: 'Run it' }).click();
		await expect(status(figure)).toContainText('ended', STARTED);
		await expect(output(figure)).toHaveText(recorded);
		await expect(change.locator('.break-outputs')).toBeHidden();
	});
});

test.describe('a program', () => {
	// Pyodide tells the console when it breaks.
	test.use({ tolerated: [[/Pyodide has suffered|The cause of the fatal error|RangeError/], { scope: 'test' }] });

	test('that breaks Python itself keeps what it printed', async ({ page }) => {
		await page.goto('concepts/attention-mechanism/');
		const figure = first(page);
		// The parser goes through C alone, where nothing counts how deep it goes.
		const source = 'print("start")\neval("(" * 5000 + ")" * 5000)';
		await runSource(figure, source);
		await expect(status(figure)).toContainText('RecursionError', STARTED);
		await expect(output(figure)).toContainText('start');
		await runSource(figure, 'class A:\n    def __repr__(self): return repr(self)\nprint("start")\nrepr(A())');
		await expect(status(figure)).toContainText('RecursionError on line 2', STARTED);
		await expect(figure.locator('.run-error')).toContainText('one that goes through C');
		await runSource(figure, 'print("next")');
		await expect(output(figure)).toHaveText('next', STARTED);
	});
});

test.describe('when Python cannot be had', () => {
	test.use({
		tolerated: [[/Failed to load resource|status 404|ERR_CONTENT_LENGTH_MISMATCH|X-Frame-Options/], { scope: 'test' }],
	});

	test.beforeEach(async ({ page }) => {
		await page.goto('concepts/attention-mechanism/');
	});

	test('a file that is missing, cut short or altered is not run, the record stands, and it can be tried again', async ({
		page,
	}) => {
		const figure = first(page);
		const failures: [string, string, (route: Route) => Promise<void>][] = [
			['**/pyodide*.wasm', '.wasm is missing on this site (status 404)', missing],
			['**/python.*.js', '.js is missing on this site (status 404)', missing],
			['**/python_stdlib*.zip', 'broke off after 1.0 of 2.5 MB', cutShort],
			['**/python_stdlib*.zip', 'its hash differs', altered],
		];
		for (const [address, message, failure] of failures) {
			await page.route(address, failure);
			await figure
				.getByRole('button', { name: /^(Run|Try again)/ })
				.last()
				.click();
			await expect(status(figure)).toContainText(message, STARTED);
			await expect(figure.locator('.output')).toBeVisible();
			await page.unroute(address);
		}
		await figure.getByRole('button', { name: 'Try again' }).click();
		await expect(status(figure)).toContainText('ended, equal', STARTED);
	});

	test('a worker that never answers is given up', async ({ page }) => {
		const figure = first(page);
		const body = '<script>onmessage = () => parent.postMessage("taken", "*")</script>';
		await page.route('**/listings/frame.html', (route) => route.fulfill({ contentType: 'text/html', body }));
		await page.clock.install();
		await run(figure);
		await expect(status(figure)).toHaveText('Starting Python', STARTED);
		await page.clock.fastForward(61_000);
		await expect(status(figure)).toContainText('Python does not answer');
	});

	test('a host that forbids frames is named', async ({ page }) => {
		const figure = first(page);
		await page.route('**/listings/frame.html', async (route) => {
			const answer = await route.fetch();
			await route.fulfill({ response: answer, headers: { ...answer.headers(), 'x-frame-options': 'DENY' } });
		});
		await run(figure);
		await expect(status(figure)).toContainText('refuses to start Python in a frame', STARTED);
	});

	test('a policy that forbids WebAssembly is named', async ({ page }) => {
		const figure = first(page);
		await page.route('**/listings/frame.html', async (route) => {
			const answer = await route.fetch();
			const headers = { ...answer.headers(), 'content-security-policy': "script-src 'unsafe-inline' blob:" };
			await route.fulfill({ response: answer, headers });
		});
		await run(figure);
		await expect(status(figure)).toContainText('a policy that forbids WebAssembly', STARTED);
	});

	test('a browser without WebAssembly is told so', async ({ page }) => {
		await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
		await page.reload();
		await run(first(page));
		await expect(status(first(page))).toContainText('has no WebAssembly', STARTED);
	});
});

/** A package of the tests' own stands for NumPy, at the address of the real distribution: nothing leaves the machine. */
test.describe('a package from another host', () => {
	test.use({
		tolerated: [
			[/left the host: https:\/\/cdn\.jsdelivr\.net\/pyodide\/.+\/tally/, /ERR_INTERNET_DISCONNECTED/],
			{ scope: 'test' },
		],
	});

	const folder = new URL('./wheels/', import.meta.url);
	const packages = JSON.parse(readFileSync(new URL('packages.json', folder), 'utf8'));
	const wheel = readFileSync(new URL(packages.tally.file_name, folder));
	const distribution = 'https://cdn.jsdelivr.net/**';
	const source = 'from tally import tally\nprint(tally("banana"))';
	const headers = { 'Access-Control-Allow-Origin': '*' };

	test.beforeEach(async ({ page }) => {
		await page.route('**/listings/python.json', async (route) => {
			const response = await route.fetch();
			const index = await response.json();
			await route.fulfill({
				response,
				json: { ...index, lock: { ...index.lock, packages }, wheelSizes: { [packages.tally.file_name]: wheel.length } },
			});
		});
		await page.goto('concepts/gradient-descent/');
	});

	test('is fetched when the reader agrees, who is told what, from where and how large', async ({ page }) => {
		const figure = first(page);
		const fetched: string[] = [];
		await page.route(distribution, (route) => {
			fetched.push(route.request().url());
			return route.fulfill({ body: wheel, headers });
		});
		await runSource(figure, source);
		await expect(figure.getByText('This needs tally 1.0: 0.1 MB from cdn.jsdelivr.net, another host')).toBeVisible(
			STARTED,
		);
		await figure.getByRole('button', { name: 'Not now' }).click();
		await expect(figure.getByText('This needs')).toBeHidden();
		await run(figure);
		await expect(figure.getByText('This needs tally')).toBeVisible();
		expect(fetched).toEqual([]);
		await figure.getByRole('button', { name: 'Fetch and run' }).click();
		await expect(output(figure)).toHaveText("{'a': 3, 'b': 1, 'n': 2}", STARTED);
		await run(figure);
		await expect(status(figure)).toContainText('ended');
		expect(fetched).toHaveLength(1);
	});

	test('is offered when only the run shows that it is missing', async ({ page }) => {
		const figure = first(page);
		await page.route(distribution, (route) => route.fulfill({ body: wheel, headers }));
		await runSource(figure, "name = 'tal' + 'ly'\nprint(len(__import__(name).tally('banana')))");
		await expect(figure.locator('.run-error')).toContainText("No module named 'tally'", STARTED);
		await expect(figure.locator('.run-error')).not.toContainText('Others cannot be installed');
		await figure.getByRole('button', { name: 'Fetch and run' }).click();
		await expect(output(figure)).toHaveText('3', STARTED);
	});

	test('that cannot be had, or is not the one in the lock file, is not run', async ({ page }) => {
		const figure = first(page);
		await page.route(distribution, (route) => route.abort('internetdisconnected'));
		await runSource(figure, source);
		await figure.getByRole('button', { name: 'Fetch and run' }).click(STARTED);
		await expect(status(figure)).toContainText(
			'could not be fetched from cdn.jsdelivr.net. Check the connection.',
			STARTED,
		);
		await expect(figure.getByText('The recorded output stands.')).toBeVisible();
		await page.unroute(distribution);
		await page.route(distribution, (route) => route.fulfill({ body: Buffer.from(wheel).reverse(), headers }));
		await figure.getByRole('button', { name: 'Try again' }).click();
		await expect(status(figure)).toContainText('its hash differs');
	});
});
