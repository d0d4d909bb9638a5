/** A drill from its plan to its report, by keyboard; left and resumed; without a microphone; on paper. */
import type { Page } from '@playwright/test';
import { violationsIn } from './support/axe.ts';
import { goThrough } from './support/drill.ts';
import { conceptPath } from './support/pages.ts';
import { expect, test } from './support/test.ts';

// A microphone that hears a beep, and is given without asking.
test.use({
	launchOptions: async ({ launchOptions }, use) =>
		use({
			...launchOptions,
			args: [...(launchOptions.args ?? []), '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
		}),
});

// One question with follow-ups at least.
const request = '?seed=b7k2&concepts=attention-mechanism&level=mid&minutes=10';
const plan = `drill/${request}`;
const session = `drill/session/${request}`;

const question = (page: Page) => page.locator('h1.drill-question');
const commitButton = (page: Page) => page.getByRole('button', { name: 'Commit and see the rubric' });

async function begin(page: Page): Promise<void> {
	await page.goto(session);
	await expect(question(page)).toBeVisible();
}

/** Presses Tab until the target, or a part of it, has the focus. */
async function tabInto(page: Page, selector: string, most = 60): Promise<void> {
	for (let presses = 0; presses < most; presses++) {
		await page.keyboard.press('Tab');
		if (await page.evaluate((wanted) => document.activeElement?.closest(wanted) !== null, selector)) return;
	}
	throw new Error(`${selector} did not get the focus in ${most} presses of Tab`);
}

/** Marks every criterion, each with the arrow keys: missed, partly, met in turn. */
async function markByKeyboard(page: Page): Promise<void> {
	const criteria = await page.locator('.rubric.marked > li').count();
	for (let index = 0; index < criteria; index++) {
		await tabInto(page, `.rubric.marked > li:nth-child(${index + 1}) input`);
		await page.keyboard.press('Space');
		for (let step = 0; step < index % 3; step++) await page.keyboard.press('ArrowRight');
	}
	await expect(page.locator('.rubric.marked :checked')).toHaveCount(criteria);
}

test('a full drill by keyboard, from the plan to the prompts added', async ({ page }) => {
	test.slow();
	await page.goto(plan);
	await expect(page.getByRole('link', { name: 'Start the drill' })).toBeVisible();
	await tabInto(page, 'a.primary');
	await page.keyboard.press('Enter');
	await expect(question(page)).toBeVisible();

	await tabInto(page, 'textarea');
	await page.keyboard.type('The queries ask, keys and values answer.');
	// Nothing is revealed without a score.
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText('Choose the score that you would give')).toBeVisible();
	await expect(page.locator('.rubric')).toHaveCount(0);
	await tabInto(page, '.bands');
	await page.keyboard.press('Space');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Control+Enter');

	await expect(question(page)).toBeFocused();
	await expect(page.getByText('The queries ask, keys and values answer.')).toBeVisible();
	// Going on before everything is marked leads to what is left.
	await page.keyboard.press('Control+Enter');
	await expect(page.locator('.rubric.marked > li').first().getByRole('radio').first()).toBeFocused();
	await page.keyboard.press('Shift+Tab');
	await markByKeyboard(page);
	await expect(page.locator('.verdict')).toContainText(/hire, \d of \d expected/);
	await page.keyboard.press('Control+Enter');

	for (let turns = 0; turns < 12 && (await page.locator('.report').count()) === 0; turns++) {
		await expect(page.locator('.drill-main .grades, .bands, .report').first()).toBeVisible();
		if ((await page.locator('.report').count()) > 0) break;
		await tabInto(page, '.drill-main .grades, .bands');
		await page.keyboard.press('Space');
		await page.keyboard.press('Control+Enter');
		await expect(page.locator('.rubric.marked')).toBeVisible();
		await markByKeyboard(page);
		const asked = await question(page).textContent();
		await page.keyboard.press('Control+Enter');
		await expect(page.locator('h1')).not.toHaveText(asked ?? '');
	}

	await expect(page.getByRole('heading', { name: 'Drill report' })).toBeVisible();
	await expect(page).toHaveURL(/drill\/report\/\?drill=/);
	await expect(page.getByRole('heading', { name: 'Bands' })).toBeVisible();
	await expect(page.getByRole('heading', { name: 'What to read' })).toBeVisible();
	await expect(page.locator('.reading a').first()).toHaveAttribute('href', /concepts\/attention-mechanism\/#/);

	const add = page.getByRole('button', { name: /^Add .* to my review$/ });
	await add.focus();
	await page.keyboard.press('Enter');
	await expect(page.getByText(/added to your review/)).toBeVisible();
	await page.reload();
	await expect(page.getByText('All of them are in your review.')).toBeVisible();

	await page.getByRole('link', { name: 'History and trends' }).press('Enter');
	await expect(page.getByRole('heading', { name: 'Reports' })).toBeVisible();
	await expect(page.locator('.history > li')).toHaveCount(1);
});

test('the same address asks the same questions', async ({ page }) => {
	await page.goto(plan);
	const fit = (await page.locator('.fit').textContent()) ?? '';
	await page.getByRole('link', { name: 'Start the drill' }).click();
	const asked = (await question(page).textContent()) ?? '';
	// As somebody else would find it.
	await page.evaluate(() => localStorage.clear());
	await page.goto(plan);
	await expect(page.locator('.fit')).toHaveText(fit);
	await page.getByRole('link', { name: 'Start the drill' }).click();
	await expect(question(page)).toHaveText(asked);
});

test('answers are nowhere on the page before a score is committed', async ({ page }) => {
	await begin(page);
	const material = await page.evaluate(async () =>
		(await fetch('../../concepts/attention-mechanism/questions.json')).json(),
	);
	const shown = await page.evaluate(() => document.body.textContent ?? '');
	const asked = material.questions.find(({ heading }: { heading: string }) =>
		shown.replaceAll(/\s+/g, ' ').includes(heading.replaceAll(/<[^>]*>/g, '').slice(0, 40)),
	);
	expect(asked).toBeDefined();
	const plain = (html: string): string =>
		html
			.replaceAll(/<[^>]*>/g, '')
			.trim()
			.slice(0, 50);
	const secrets = [
		asked.answer,
		asked.intent,
		...asked.redFlags,
		...asked.rubric.map((one: { html: string }) => one.html),
	];
	for (const secret of secrets) expect(shown).not.toContain(plain(secret));
});

test('leaving and coming back resumes exactly', async ({ page }) => {
	await page.clock.install({ time: new Date('2026-05-04T12:00:00') });
	await begin(page);
	const asked = await question(page).textContent();
	await page.getByLabel('Your answer').fill('Half an answer');
	await page.clock.runFor(73_000);
	const left = await page.getByRole('timer').textContent();
	await page.reload();
	await expect(question(page)).toHaveText(asked ?? '');
	await expect(page.getByLabel('Your answer')).toHaveValue('Half an answer');
	await expect(page.getByRole('timer')).toHaveText(left ?? '');
	await expect(page.getByText('paused')).toBeVisible();
	// An hour away costs nothing.
	await page.clock.fastForward('01:00:00');
	await expect(page.getByRole('timer')).toHaveText(left ?? '');
	await page.getByRole('button', { name: 'Go on' }).click();
	await page.clock.runFor(10_000);
	await expect(page.getByRole('timer')).not.toHaveText(left ?? '');

	await page.goto('drill/');
	const banner = page.getByRole('region', { name: 'Drill under way' });
	await expect(banner).toContainText('question 1 of');
	await banner.getByRole('link', { name: 'Go on' }).click();
	await expect(page.getByLabel('Your answer')).toHaveValue('Half an answer');
});

test('a clock that slept shows the right time, and says when time is up', async ({ page }) => {
	await page.clock.install({ time: new Date('2026-05-04T12:00:00') });
	await begin(page);
	await page.clock.fastForward('00:30:00');
	await expect(page.getByRole('timer')).toHaveText(/^\+2\d:\d\d$/);
	await expect(page.getByText('Time is up. You can finish your answer.')).toBeAttached();
});

test('the clock stays in view while one answers, and hides nothing that has the focus', async ({ page }) => {
	for (const [width, height] of [
		[1440, 640],
		[390, 700],
	] as const) {
		await page.setViewportSize({ width, height });
		await begin(page);
		await page.getByRole('button', { name: 'Commit and see the rubric' }).scrollIntoViewIfNeeded();
		await expect(page.getByRole('timer')).toBeInViewport({ ratio: 1 });
		await page.getByRole('radio').first().focus();
		for (let presses = 0; presses < 6; presses++) {
			await page.keyboard.press('Shift+Tab');
			const covered = await page.evaluate(() => {
				const focused = document.activeElement;
				const head = document.querySelector('.drill-head');
				if (!focused || !head || head.contains(focused)) return false;
				return focused.getBoundingClientRect().top < head.getBoundingClientRect().bottom - 1;
			});
			expect(covered).toBe(false);
		}
	}
});

test('an address may ask for as many minutes as the slider, and the other way round', async ({ page }) => {
	await page.goto('drill/?seed=b7k2&minutes=120');
	const slider = page.getByLabel('Minutes');
	await expect(slider).toHaveValue('120');
	await expect(page.getByText('120 min', { exact: true })).toBeVisible();
	await slider.press('ArrowLeft');
	await expect(page).toHaveURL(/minutes=115/);
});

test('a drill under way is not lost to another one', async ({ page }) => {
	await begin(page);
	await page.getByLabel('Your answer').fill('Mine');
	await page.goto('drill/session/?seed=other&level=senior&minutes=20');
	await expect(page.getByRole('heading', { name: 'Another drill is under way' })).toBeVisible();
	await page.getByRole('button', { name: 'Go on with it' }).click();
	await expect(page.getByLabel('Your answer')).toHaveValue('Mine');
});

test('a microphone that is denied costs nothing but the recording', async ({ page }) => {
	await page.addInitScript(() => {
		navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('denied', 'NotAllowedError'));
	});
	await begin(page);
	await page.getByRole('button', { name: 'Record your answer' }).click();
	await expect(page.getByText('The browser does not give this page the microphone.')).toBeVisible();
	await page.getByLabel('Your answer').fill('Typed instead');
	await page.getByRole('radio', { name: 'hire', exact: true }).check();
	await commitButton(page).click();
	await expect(page.locator('.rubric.marked')).toBeVisible();
});

test('an answer is recorded, heard and saved, and never sent', async ({ page, context }) => {
	await context.grantPermissions(['microphone']);
	await begin(page);
	await page.getByRole('button', { name: 'Record your answer' }).click();
	// Of what is ended before there is any sound, nothing is kept.
	await expect(page.getByText(/^[1-9]\d* s, in memory only\.$/)).toBeVisible();
	await page.getByRole('button', { name: 'Stop recording' }).click();
	await expect(page.locator('audio')).toHaveAttribute('src', /^blob:/);
	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Download' }).click();
	expect((await download).suggestedFilename()).toMatch(/^question-1-.*\.(webm|ogg|m4a)$/);
});

test('a microphone that is given after the question was left is let go', async ({ page, context }) => {
	await context.grantPermissions(['microphone']);
	await page.addInitScript(() => {
		const devices = navigator.mediaDevices;
		const ask = devices.getUserMedia.bind(devices);
		Object.assign(window, { tracks: [] });
		devices.getUserMedia = async (wanted) => {
			await new Promise((resolve) => Object.assign(window, { give: resolve }));
			const stream = await ask(wanted);
			(window as unknown as { tracks: MediaStreamTrack[] }).tracks.push(...stream.getTracks());
			return stream;
		};
	});
	const states = () =>
		page.evaluate(() =>
			(window as unknown as { tracks: MediaStreamTrack[] }).tracks.map(({ readyState }) => readyState),
		);
	// Long enough for a question after this one.
	await page.goto('drill/session/?seed=b7k2&level=mid&minutes=40');
	const asked = (await question(page).textContent()) ?? '';
	await page.getByRole('button', { name: 'Record your answer' }).click();
	await expect(page.getByRole('button', { name: 'Waiting for the microphone' })).toBeVisible();
	await page.getByRole('button', { name: 'Skip' }).click();
	await expect(question(page)).not.toHaveText(asked);
	await page.evaluate(() => (window as unknown as { give: () => void }).give());
	await expect.poll(states).toEqual(['ended']);
});

test('all that is dictated stays, also several passages at once', async ({ page }) => {
	await page.addInitScript(() => {
		class Recognition extends EventTarget {
			start(): void {
				Object.assign(window, { recognition: this });
			}
			stop(): void {
				this.dispatchEvent(new Event('end'));
			}
		}
		Object.assign(window, { SpeechRecognition: Recognition });
	});
	await begin(page);
	await page.getByRole('button', { name: 'Dictate' }).click();
	await page.getByRole('button', { name: 'Start dictating' }).click();
	await page.evaluate(() => {
		const results = ['first passage', 'second passage'].map((transcript) => ({ isFinal: true, 0: { transcript } }));
		const event = Object.assign(new Event('result'), { resultIndex: 0, results });
		(window as unknown as { recognition: EventTarget }).recognition.dispatchEvent(event);
	});
	await expect(page.getByLabel('Your answer')).toHaveValue('first passage second passage');
});

test('levels stay hidden until the report by choice', async ({ page }) => {
	await page.goto(`${session}&levels=hidden`);
	await expect(question(page)).toBeVisible();
	await expect(page.locator('.level')).toHaveCount(0);
	await page.getByRole('radio', { name: 'hire', exact: true }).check();
	await commitButton(page).click();
	await expect(page.locator('.rubric.marked')).toBeVisible();
	await expect(page.locator('.level')).toHaveCount(0);
});

test('hints and clarifications come one by one, and hints are counted', async ({ page }) => {
	await page.goto('drill/session/?seed=x&asked=attention-mechanism/cross-attention-sources');
	await page.getByRole('button', { name: 'Take a hint' }).click();
	await expect(page.locator('.hints li')).toHaveCount(1);
	await goThrough(page);
	await expect(page.locator('.report')).toContainText('one hint');
});

test('a report prints without controls, its answers open', async ({ page }) => {
	await begin(page);
	await page.getByLabel('Your answer').fill('For the paper');
	await goThrough(page);
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByText('For the paper')).toBeVisible();
	await expect(page.getByRole('heading', { name: 'What to read' })).toBeVisible();
	for (const button of await page.getByRole('button').all()) await expect(button).toBeHidden();
	await expect(page.getByRole('navigation', { name: 'Site', exact: true })).toBeHidden();
});

test('where nothing can be kept the drill goes on, and the report is shown all the same', async ({ page }) => {
	await page.addInitScript(() => {
		Object.defineProperty(window, 'localStorage', {
			get: () => {
				throw new DOMException('', 'SecurityError');
			},
		});
		Object.defineProperty(window, 'indexedDB', {
			get: () => {
				throw new DOMException('', 'SecurityError');
			},
		});
	});
	await begin(page);
	await expect(page.getByText('to leave this page ends the drill')).toBeVisible();
	await goThrough(page);
	await expect(page.getByRole('heading', { name: 'Drill report' })).toBeVisible();
});

test.describe('a connection that is lost', () => {
	test.use({ tolerated: [[/Failed to load resource/], { scope: 'test' }] });

	test('says so, and a press tries again', async ({ page }) => {
		let fail = true;
		await page.route('**/attention-mechanism/questions.json', (route) => (fail ? route.abort() : route.continue()));
		await page.goto(session);
		await expect(page.getByText('The question could not be loaded.')).toBeVisible();
		fail = false;
		await page.getByRole('button', { name: 'Try again' }).click();
		await expect(question(page)).toBeVisible();
	});
});

test.describe('a page that cannot be shown', () => {
	test.use({ tolerated: [[/Failed to load resource|^status 500|TypeError/], { scope: 'test' }] });
	const index = '**/drill/questions.json';

	for (const path of ['drill/', 'drill/history/', 'drill/interviewer/', session]) {
		test(`${path} tells the connection from an error of its own`, async ({ page }) => {
			await page.route(index, (route) => route.fulfill({ status: 500 }));
			await page.goto(path);
			await expect(page.getByText('The questions could not be loaded. Check the connection')).toBeVisible();
			await page.unroute(index);
			await page.route(index, (route) => route.fulfill({ json: {} }));
			const logged = page.waitForEvent('console', (message) => message.text().includes('TypeError'));
			await page.reload();
			await expect(page.getByText('An error in this page stopped what you were doing')).toBeVisible();
			await logged;
		});
	}
});

test('a question on its page takes a score before its rubric, and keeps how it went', async ({ page }) => {
	await page.goto(`${conceptPath}#q-cross-attention-sources`);
	const details = page.locator('#q-cross-attention-sources');
	await expect(details.getByRole('button', { name: 'Commit and see the rubric' })).toBeVisible();
	await expect(details.getByRole('heading', { name: 'Model answer' })).toBeHidden();
	await details.getByRole('radio', { name: 'strong hire' }).check();
	await details.getByRole('button', { name: 'Commit and see the rubric' }).click();
	await expect(details.getByRole('heading', { name: 'Model answer' })).toBeVisible();
	for (const criterion of await details.locator('.answer > .rubric > li').all())
		await criterion.getByRole('radio', { name: 'missed' }).check();
	await expect(details.locator('.verdict')).toContainText('strong no hire');
	await expect(details.locator('.last')).toHaveText('your last: strong no hire');

	await page.goto('drill/history/');
	await expect(page.locator('.history > li')).toHaveCount(1);
	await page.goto(conceptPath);
	await expect(page.locator('#q-cross-attention-sources .last')).toHaveText('your last: strong no hire');
});

test('an answer on a concept’s page outlives a reload, and so does a committed score with its marks', async ({
	page,
}) => {
	const details = page.locator('#q-cross-attention-sources');
	const open = () => page.goto(`${conceptPath}#q-cross-attention-sources`);
	const commitScore = details.getByRole('button', { name: 'Commit and see the rubric' });
	await open();
	await details.getByLabel('Your answer').fill('The queries come from the decoder.');
	await details.locator('.hint > summary').first().click();
	await page.reload();
	await open();
	await expect(details.getByLabel('Your answer')).toHaveValue('The queries come from the decoder.');
	await expect(details.locator('.hint').first()).toHaveAttribute('open');
	await details.getByRole('radio', { name: 'strong hire' }).check();
	await commitScore.click();
	const criteria = details.locator('.answer > .rubric > li');
	await criteria.first().getByRole('radio', { name: 'met', exact: true }).check();
	await page.reload();
	await open();
	await expect(details.locator('.verdict')).toContainText('strong hire');
	await expect(details.getByText('The queries come from the decoder.')).toBeVisible();
	await expect(details.getByRole('heading', { name: 'Model answer' })).toBeVisible();
	await expect(criteria.first().getByRole('radio', { name: 'met', exact: true })).toBeChecked();
	for (const criterion of await criteria.all()) await criterion.getByRole('radio', { name: 'missed' }).check();
	await expect(details.locator('.verdict')).toContainText('strong no hire');
	// Kept where finished answers are: the question is new again.
	await page.goto('drill/history/');
	await expect(page.locator('.history > li')).toHaveCount(1);
	await open();
	await expect(details.getByLabel('Your answer')).toHaveValue('');
});

test.describe('a rubric of three levels tells three answers apart', () => {
	const answers = ['A mid-level answer', 'A senior answer adds', 'A staff answer adds'];

	test('on its page, once a score is committed, each mark beside its own criterion', async ({ page }) => {
		await page.goto(`${conceptPath}#q-loss-too-good`);
		const details = page.locator('#q-loss-too-good');
		const titles = details.locator('.answer > .rubric h5');
		await expect(details.getByRole('button', { name: 'Commit and see the rubric' })).toBeVisible();
		await expect(titles.first()).toBeHidden();
		await details.getByRole('radio', { name: 'strong hire' }).check();
		await details.getByRole('button', { name: 'Commit and see the rubric' }).click();
		await expect(titles).toHaveText(answers);
		await expect(titles.first()).toBeVisible();
		// What is expected of a mid-level candidate is met, and what is essential for a senior one is not.
		const levels = details.locator('.answer > .rubric > li');
		for (const criterion of await levels.all()) {
			const isMid = (await criterion.locator('.level').textContent())?.includes('mid');
			await criterion.getByRole('radio', { name: isMid ? 'met' : 'missed', exact: true }).check();
		}
		await expect(details.locator('.verdict')).toContainText('Rubric says');
		await page.goto('drill/history/');
		await page.locator('.history > li').getByRole('link').first().click();
		const parts = page.locator('.level-answers > section');
		await expect(parts.locator('.label')).toHaveText(answers);
		await expect(parts.nth(0).locator('li > .note')).toHaveText(['met']);
		await expect(parts.nth(2).locator('li > .note')).toHaveText(['missed']);
	});

	test('in a drill, and side by side in its report', async ({ page }) => {
		await page.goto('drill/session/?seed=b7k2&level=senior&minutes=15&asked=attention-mechanism/loss-too-good');
		await page.locator('.bands').getByRole('radio').nth(2).check();
		await expect(page.getByText('A senior answer adds')).toHaveCount(0);
		await commitButton(page).click();
		await expect(page.locator('.rubric.marked .label')).toHaveText(answers);
		for (const criterion of await page.locator('.rubric.marked > li').all())
			await criterion.getByRole('radio', { name: 'partly' }).check();
		await page.getByRole('button', { name: /^(Go on to the follow-up|Next question|End and see the report)/ }).click();
		await goThrough(page);
		const parts = page.locator('.level-answers > section');
		await expect(parts.locator('.label')).toHaveText(answers);
		const [first, second] = [await parts.nth(0).boundingBox(), await parts.nth(1).boundingBox()];
		expect(second?.y).toBe(first?.y);
		expect(second?.x).toBeGreaterThan(first?.x ?? 0);
		await expect(page.getByRole('heading', { name: 'Prompts to add' })).toBeVisible();
		await expect(page.locator('.prompt-list > li').first()).toBeVisible();
	});
});

test('a finished drill that cannot be read hides none of the others', async ({ page }) => {
	await drillsOf(page);
	await page.evaluate(() => localStorage.setItem('sixfold:/:finished:half', '{"formatVersion": 1, "id":'));
	await page.goto('drill/history/');
	await expect(page.locator('.history > li')).toHaveCount(3);
});

/** Three drills as they are kept when they end, each marked a little better than the one before. */
async function drillsOf(page: Page): Promise<void> {
	await page.goto('about/');
	await page.evaluate(() => {
		const grades = ['missed', 'partly', 'met'];
		const rubric = ['correctness', 'depth', 'communication'].map((dimension) => ({
			...{ id: dimension, dimension, expectedFrom: 'mid', essential: dimension === 'correctness' },
		}));
		for (const [n, grade] of grades.entries()) {
			const id = `00000000-0000-4000-8000-00000000000${n}`;
			const startedAt = Date.UTC(2026, 4, 4 + n, 12);
			const clock = { allowed: 240_000, used: 180_000, since: null };
			const marks = Object.fromEntries(rubric.map((criterion) => [criterion.id, grade]));
			const turn = {
				...{ id: 'cross-attention-sources', clock, answer: '', clarified: [], hints: 0, committed: 'hire' },
				...{ rubric, grades: marks, redFlags: [] },
			};
			const item = {
				...{ concept: 'attention-mechanism', question: turn.id, revision: 1, level: 'junior', format: 'concept' },
				...{ minutes: 4, skipped: false, turns: [turn] },
			};
			const request = {
				...{ seed: 'b7k2', concepts: [], level: n === 0 ? 'junior' : 'mid', formats: [], minutes: 10 },
				...{ hideLevels: false, asked: [] },
			};
			const session = {
				...{ formatVersion: 1, id, kind: 'drill', request, startedAt, finishedAt: startedAt + 600_000 },
				...{ at: 0, items: [item] },
			};
			localStorage.setItem(`sixfold:/:finished:${id}`, JSON.stringify(session));
		}
	});
}

test('enough drills show trends, with a table behind them; a history is filtered, and forgets by choice', async ({
	page,
}) => {
	await drillsOf(page);
	await page.goto('drill/history/');
	await expect(page.locator('.history > li')).toHaveCount(3);
	await expect(page.locator('.trends')).toBeVisible();
	await page.getByText('The same as a table').click();
	const table = page.getByRole('region', { name: 'Trends as a table' });
	await expect(table.locator('tbody tr td:nth-child(2)')).toHaveText(['2.0', '1.0', '1.0']);
	await expect(table.locator('tbody tr td:nth-child(3)')).toHaveText(['+2.0', '+1.0', '−1.0']);

	await page.getByLabel('Level').selectOption('junior');
	await expect(page.locator('.history > li')).toHaveCount(1);
	await expect(page.getByText('Trends show from three reports on')).toBeVisible();
	await page.getByRole('button', { name: 'Delete this report' }).click();
	await page.getByRole('button', { name: 'Delete for good' }).click();
	await page.getByLabel('Level').selectOption('');
	await expect(page.locator('.history > li')).toHaveCount(2);
	await page.reload();
	await expect(page.locator('.history > li')).toHaveCount(2);

	await page.locator('.history a').first().click();
	await expect(page.getByText('In the drill before, one band too high.')).toBeVisible();
});

test('surprise me names what it drew, so that the address asks anybody for the same', async ({ page }) => {
	await drillsOf(page);
	await page.goto(plan);
	await page.getByLabel('Surprise me').check();
	await expect(page).toHaveURL(/asked=[a-z0-9-]+\/[a-z0-9-]+/);
	await page.reload();
	await expect(page.getByText('This address names the questions that it asks.')).toBeVisible();
	await page.getByRole('button', { name: 'Choose anew' }).click();
	await expect(page.getByLabel('Surprise me')).toBeVisible();
});

test('a drill under way can be discarded', async ({ page }) => {
	await begin(page);
	await page.goto('drill/');
	const banner = page.getByRole('region', { name: 'Drill under way' });
	await banner.getByRole('button', { name: 'Discard' }).click();
	await banner.getByRole('button', { name: 'Discard it' }).click();
	await expect(banner).toHaveCount(0);
	await page.goto('drill/session/');
	await expect(page.getByRole('heading', { name: 'No drill is under way' })).toBeVisible();
});

test('axe finds nothing in plan, conduct and report', async ({ page }) => {
	test.slow();
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.goto(plan);
	await expect(page.getByRole('link', { name: 'Start the drill' })).toBeVisible();
	expect(await violationsIn(page)).toEqual([]);
	await begin(page);
	expect(await violationsIn(page)).toEqual([]);
	await page.getByRole('radio', { name: 'hire', exact: true }).check();
	await commitButton(page).click();
	await expect(page.locator('.rubric.marked')).toBeVisible();
	expect(await violationsIn(page)).toEqual([]);
	await goThroughFrom(page);
	expect(await violationsIn(page)).toEqual([]);
	await page.goto('drill/history/');
	await expect(page.locator('.history')).toBeVisible();
	expect(await violationsIn(page)).toEqual([]);
});

/** From a question that is revealed to the report. */
async function goThroughFrom(page: Page): Promise<void> {
	for (const criterion of await page.locator('.rubric.marked > li').all())
		await criterion.getByRole('radio', { name: 'partly' }).check();
	await page.getByRole('button', { name: /^(Go on to the follow-up|Next question|End and see the report)/ }).click();
	await goThrough(page);
}

test('at 320 px nothing scrolls sideways, from the plan to the history', async ({ page }) => {
	test.slow();
	await page.setViewportSize({ width: 320, height: 640 });
	const expectFits = async (): Promise<void> => {
		const wide = await page.evaluate(() => {
			const { scrollWidth, clientWidth } = document.documentElement;
			if (scrollWidth <= clientWidth) return [];
			return [...document.querySelectorAll('body *')]
				.filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
				.map((element) => element.outerHTML.slice(0, 120));
		});
		expect(wide).toEqual([]);
	};
	await page.goto(plan);
	await expect(page.getByRole('link', { name: 'Start the drill' })).toBeVisible();
	await expectFits();
	await begin(page);
	await expectFits();
	await page.getByRole('radio', { name: 'hire', exact: true }).check();
	await commitButton(page).click();
	await expect(page.locator('.rubric.marked')).toBeVisible();
	await expectFits();
	await goThroughFrom(page);
	await expectFits();
	await page.goto('drill/history/');
	await expect(page.locator('.history')).toBeVisible();
	await expectFits();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the page says what is missing, and leads to the same questions', async ({ page }) => {
		await page.goto('drill/');
		await expect(page.getByText('A drill needs JavaScript')).toBeVisible();
		await page.getByRole('link', { name: 'choose one from the catalog' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	});
});
