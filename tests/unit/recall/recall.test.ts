/** What pages can do with a reader's history, over a store that forgets. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createRecall, type Recall } from '../../../src/recall/recall.ts';
import { memoryStore } from '../../../src/recall/store/memory.ts';
import type { Store } from '../../../src/recall/store/store.ts';
import { countDue } from '../../../src/recall/summary.ts';
import { fakeStorage } from '../keeping/fakeStorage.ts';
import { answerOf, idMaker, idOf, readSummary, START, scheduler, TestClock } from './fixture.ts';

let clock: TestClock;
let recall: Recall;
let store: Store;

/** A store that says it is durable, so that the summary is written. */
function open(options: Partial<Parameters<typeof createRecall>[0]> = {}): Recall {
	return createRecall({ store, scheduler, clock, newId: idMaker(), ...options });
}

function given<Value>(result: { ok: true; value: Value } | { ok: false; failure: { message: string } }): Value {
	if (!result.ok) throw new Error(result.failure.message);
	return result.value;
}

const file = (text: string) => new Blob([text]);
const cardNow = async (prompt: string) => given(await recall.load()).cards.find((card) => card.prompt === prompt);

beforeEach(() => {
	clock = new TestClock();
	vi.stubGlobal('localStorage', fakeStorage());
	store = { ...memoryStore(scheduler), kind: 'indexeddb' };
	recall = open();
});

afterEach(() => {
	vi.unstubAllGlobals();
});

describe('adding to the review', () => {
	test('records the check that was just done, at the times it was done', async () => {
		const [missed, known] = ['pca/axis', 'pca/scale'];
		const recorded = given(
			await recall.enrol(
				[missed, known].map((prompt) => ({ prompt, revision: 1 })),
				[
					{ ...answerOf(missed, 1), source: 'page', at: START - 60_000 },
					{ ...answerOf(known, 3), source: 'page', at: START - 50_000 },
					{ ...answerOf(missed, 3), source: 'page', at: START - 40_000, isRetry: true },
				],
			),
		);
		expect(recorded.events.map(({ kind, time }) => [kind, time - START])).toEqual([
			['enrol', -60_000],
			['enrol', -50_000],
			['review', -60_000],
			['review', -50_000],
			['retry', -40_000],
		]);
		expect(await cardNow(missed)).toMatchObject({ enrolled: true, answers: 1, last: { rating: 1 } });
		expect((await cardNow(missed))?.missed).toBeUndefined();
	});

	test('marks the stage that is done by it in the same step', async () => {
		const append = vi.spyOn(store, 'append');
		const done = { concept: 'pca', stage: 6 };
		given(await recall.enrol([{ prompt: 'pca/axis', revision: 1 }], [answerOf('pca/axis', 3)], done));
		expect(append).toHaveBeenCalledTimes(1);
		expect(given(await recall.load())).toMatchObject({
			stages: { pca: [6] },
			cards: [{ prompt: 'pca/axis', answers: 1 }],
		});
	});

	test('adds nothing twice', async () => {
		await recall.enrol([{ prompt: 'pca/axis', revision: 1 }]);
		const again = given(
			await recall.enrol([
				{ prompt: 'pca/axis', revision: 1 },
				{ prompt: 'pca/scale', revision: 2 },
			]),
		);
		expect(again.events).toMatchObject([{ kind: 'enrol', prompt: 'pca/scale', revision: 2 }]);
	});

	test('asks the browser once to keep the data, and says what it answered', async () => {
		let asked = 0;
		recall = open({
			manager: {
				persist: async () => {
					asked++;
					return false;
				},
			},
		});
		await expect(given(await recall.enrol([{ prompt: 'pca/axis', revision: 1 }])).persisted).resolves.toBe(false);
		expect(given(await recall.enrol([{ prompt: 'pca/scale', revision: 1 }])).persisted).toBeUndefined();
		expect(asked).toBe(1);
	});

	test('does not wait for a reader whom the browser asks', async () => {
		recall = open({ manager: { persist: () => new Promise(() => {}) } });
		expect(given(await recall.enrol([{ prompt: 'pca/axis', revision: 1 }])).cards).toHaveLength(1);
	});
});

describe('taking back', () => {
	test('any number of steps leads back through every state', async () => {
		await recall.enrol([{ prompt: 'pca/axis', revision: 1 }]);
		const states = [await cardNow('pca/axis')];
		const steps = [];
		for (const rating of [3, 1, 4, 3] as const) {
			steps.push(given(await recall.answer(answerOf('pca/axis', rating))).events);
			states.push(await cardNow('pca/axis'));
			clock.passDays(3);
		}
		for (const events of steps.toReversed()) {
			expect({ ...(await cardNow('pca/axis')), events: 0 }).toEqual({ ...states.pop(), events: 0 });
			await recall.undo(events);
		}
		expect({ ...(await cardNow('pca/axis')), events: 0 }).toEqual({ ...states.pop(), events: 0 });
	});

	test('twice does nothing more', async () => {
		const { events } = given(await recall.enrol([{ prompt: 'pca/axis', revision: 1 }]));
		expect(given(await recall.undo(events)).events).toHaveLength(1);
		expect(given(await recall.undo(events)).events).toEqual([]);
		expect(await cardNow('pca/axis')).toMatchObject({ enrolled: false });
	});

	test('is still possible after a reload, for what was done today', async () => {
		await recall.enrol([{ prompt: 'pca/axis', revision: 1 }]);
		clock.passDays(1);
		await recall.answer(answerOf('pca/axis', 3));
		clock.time += 1000;
		await recall.suspend(['pca/axis']);
		const recent = given(await open().recent());
		expect(recent.map(({ kind }) => kind)).toEqual(['suspend', 'review']);
		await recall.undo(recent.slice(0, 1));
		expect(await cardNow('pca/axis')).toMatchObject({ suspended: false, answers: 1 });
	});
});

describe('clocks', () => {
	test('one that was ahead is noticed, and its answers can be moved to now', async () => {
		await recall.enrol([{ prompt: 'pca/axis', revision: 1 }]);
		clock.passDays(5 * 365);
		await recall.answer(answerOf('pca/axis', 3));
		clock.passDays(-5 * 365 + 1);
		const refused = await recall.answer(answerOf('pca/axis', 3));
		expect(refused).toMatchObject({ ok: false, failure: { kind: 'clock' } });
		expect(!refused.ok && refused.failure.message).toMatch(
			/says that it is May 5, 2026, but you answered last on May 3, 2031/,
		);
		expect(given(await recall.moveAheadToNow()).events.map(({ kind }) => kind)).toEqual(['undo', 'review']);
		expect(await cardNow('pca/axis')).toMatchObject({ last: { day: recall.day() }, answers: 1 });
		expect(await recall.answer(answerOf('pca/axis', 3))).toMatchObject({ ok: true });
	});

	test.each([
		['two days behind, as after a flight', -2, true],
		['three days behind', -3, false],
	])('%s', async (_, days, ok) => {
		await recall.enrol([{ prompt: 'pca/axis', revision: 1 }]);
		clock.passDays(days);
		expect(await recall.answer(answerOf('pca/axis', 3))).toMatchObject({ ok });
	});

	test.each([Number.NaN, Number.POSITIVE_INFINITY, 0, 8.64e15])('%s is no time to answer at', async (time) => {
		clock.time = time;
		const refused = await recall.answer(answerOf('pca/axis', 3));
		expect(refused).toMatchObject({ ok: false, failure: { kind: 'clock' } });
	});
});

test('answers dated ahead are found without answering them again', async () => {
	await recall.enrol([{ prompt: 'pca/axis', revision: 1 }]);
	clock.passDays(5 * 365);
	await recall.answer(answerOf('pca/axis', 3));
	await recall.enrol([{ prompt: 'pca/scale', revision: 1 }]);
	clock.passDays(-5 * 365 + 1);
	const state = given(await open().load());
	expect(recall.ahead(state).map(({ prompt }) => prompt)).toEqual(['pca/axis', 'pca/scale']);
	await recall.moveAheadToNow();
	expect(recall.ahead(given(await recall.load()))).toEqual([]);
});

test('a clock that cannot be right still shows what there is', async () => {
	await recall.enrol([{ prompt: 'pca/axis', revision: 1 }]);
	for (const time of [Number.NaN, 0, 8.64e15]) {
		clock.time = time;
		expect(given(await recall.load()).cards).toHaveLength(1);
		expect(given(await recall.history(0, recall.day()))).toBeDefined();
		expect(await recall.exportBackup()).toMatchObject({ ok: true });
	}
});

test('two answers on one day, as from two tabs, are one recall and practice', async () => {
	await recall.enrol([{ prompt: 'pca/axis', revision: 1 }]);
	const kinds = async () => given(await recall.answer(answerOf('pca/axis', 3))).events.map(({ kind }) => kind);
	expect([await kinds(), await kinds()].flat()).toEqual(['review', 'retry']);
	await recall.reset(['pca/axis']);
	expect(await kinds()).toEqual(['review']);
	clock.passDays(1);
	expect(await kinds()).toEqual(['review']);
	const rewritten = given(await recall.answer({ ...answerOf('pca/axis', 3), revision: 2 }));
	expect(rewritten.events).toMatchObject([{ kind: 'review', revision: 2 }]);
});

test('what is recorded at once is all in the state', async () => {
	const prompts = ['a', 'b', 'c', 'd'].map((id) => `pca/${id}`);
	await recall.enrol(prompts.map((prompt) => ({ prompt, revision: 1 })));
	await Promise.all(prompts.map((prompt) => recall.suspend([prompt])));
	const { cards, events } = given(await recall.load());
	expect(cards.filter(({ suspended }) => suspended)).toHaveLength(4);
	expect(events).toBe(8);
});

describe('a concept that has another name now', () => {
	test('keeps its prompts, its stages and its answers, once and for every device', async () => {
		await recall.enrol([{ prompt: 'old/axis', revision: 1 }], [answerOf('old/axis', 3)]);
		await recall.markStage('old', 2, true);
		const { text } = given(await recall.exportBackup());
		clock.passDays(1);
		await recall.answer(answerOf('new/axis', 3));
		await recall.rename({ old: 'new' });
		expect(given(await recall.load())).toMatchObject({
			cards: [{ prompt: 'new/axis', enrolled: true, answers: 2 }],
			stages: { new: [2] },
			events: 4,
		});
		// The backup knows only the former name, and holds nothing that is not here.
		expect(given(await recall.previewImport(file(text)))).toMatchObject({ added: 0, known: 3 });
		expect(await recall.importBackup(file(text))).toMatchObject({ ok: true });
		expect(given(await recall.load()).events).toBe(4);
		await recall.restoreSnapshot();
		expect(given(await recall.load()).cards).toMatchObject([{ prompt: 'new/axis', answers: 2 }]);
	});

	test('changes nothing where nothing has the former name', async () => {
		await recall.enrol([{ prompt: 'pca/axis', revision: 1 }]);
		let told = 0;
		recall.subscribe(() => told++);
		await recall.rename({ old: 'new' });
		await recall.rename({});
		expect(told).toBe(0);
	});
});

describe('the summary for other pages', () => {
	const due = () => {
		const summary = readSummary();
		return summary && countDue(summary, recall.day());
	};

	test('is there once there is something to say', async () => {
		await recall.load();
		expect({ ...localStorage }).toEqual({});
		await recall.enrol([{ prompt: 'pca/axis', revision: 1 }]);
		expect(due()).toBe(1);
		await recall.answer(answerOf('pca/axis', 3));
		expect(due()).toBe(0);
		clock.passDays(10);
		expect(due()).toBe(1);
		await recall.markStage('pca', 2, true);
		expect(readSummary()?.stages).toEqual({ pca: [2] });
		await recall.erase();
		expect({ ...localStorage }).toEqual({});
	});

	test('leaves out what vanished, and counts what was rewritten', async () => {
		await recall.enrol(['a', 'b', 'c'].map((id) => ({ prompt: `pca/${id}`, revision: 1 })));
		await recall.answer(answerOf('pca/c', 4));
		expect(due()).toBe(2);
		await recall.know(
			new Map([
				['pca/a', 1],
				['pca/c', 2],
			]),
		);
		expect(due()).toBe(2);
	});
});

describe('backups', () => {
	test('of one device are merged into another; what was there before can be brought back', async () => {
		await recall.enrol([{ prompt: 'pca/axis', revision: 1 }]);
		const { name, text } = given(await recall.exportBackup());
		expect(name).toBe('sixfold-2026-05-04.json');

		store = memoryStore(scheduler);
		const other = open({ newId: () => crypto.randomUUID() });
		await other.markStage('pca', 1, true);
		const preview = given(await other.previewImport(file(text)));
		expect(preview).toMatchObject({ added: 1, known: 0, prompts: 1, concepts: 1, settings: false });
		expect(given(await other.load()).cards).toEqual([]);
		expect(given(await other.importBackup(file(text)))).toEqual(preview);
		expect(given(await other.load())).toMatchObject({ cards: [{ prompt: 'pca/axis' }], stages: { pca: [1] } });
		expect(given(await other.previewImport(file(text)))).toMatchObject({ added: 0, known: 1 });

		expect(given(await other.previewWayBack())).toMatchObject({
			now: { events: 2, sessions: 0 },
			before: { events: 1, sessions: 0 },
			lost: { events: 1, sessions: 0 },
		});
		await other.restoreSnapshot();
		expect(given(await other.load())).toMatchObject({ cards: [], stages: { pca: [1] } });
	});

	test('going back loses nothing: what was recorded since can be brought back in the same way', async () => {
		expect(await recall.restoreSnapshot()).toMatchObject({ ok: false });
		const { text } = given(await recall.exportBackup());
		await recall.importBackup(file(text));
		await recall.enrol([{ prompt: 'pca/axis', revision: 1 }]);
		await recall.saveSession(idOf(900), { score: 2 });
		expect(given(await recall.previewWayBack()).lost).toEqual({ events: 1, sessions: 1 });
		await recall.restoreSnapshot();
		expect(given(await recall.storage())).toMatchObject({ events: 0, sessions: 0, snapshot: { before: 'return' } });
		await recall.restoreSnapshot();
		expect(given(await recall.storage())).toMatchObject({ events: 1, sessions: 1 });
	});

	test('settings from a clock that was ahead do not hold against every later choice', async () => {
		const { text } = given(await recall.exportBackup());
		const ahead = JSON.parse(text);
		ahead.settings = { ...ahead.settings, dailyLimit: 7, changed: Date.UTC(2199, 0, 1) };
		await recall.importBackup(file(JSON.stringify(ahead)));
		expect(given(await recall.load()).settings).toMatchObject({ dailyLimit: 7, changed: START });
	});

	test('are reminded of after 30 events', async () => {
		await recall.enrol(Array.from({ length: 29 }, (_, index) => ({ prompt: `pca/p${index}`, revision: 1 })));
		expect(given(await recall.storage())).toMatchObject({ unsaved: 29, remind: false, prompts: 29 });
		await recall.flag('pca/p1', '  unclear ');
		expect(given(await recall.storage())).toMatchObject({ unsaved: 30, remind: true });
		await recall.backedUp();
		expect(given(await recall.storage())).toMatchObject({ unsaved: 0, remind: false, lastBackup: START });
		expect(await cardNow('pca/p1')).toMatchObject({ note: 'unclear' });
	});

	test('are written by themselves, some time after whatever page recorded', async () => {
		vi.useFakeTimers();
		const written: number[] = [];
		const failures: unknown[] = [];
		let isGone = false;
		const picked = {
			name: 'mine.json',
			createWritable: async () => {
				if (isGone) throw new DOMException('gone', 'NotFoundError');
				return {
					write: async (text: string) => void written.push(JSON.parse(text).events.length),
					close: async () => {},
				};
			},
		};
		const onAnyPage = open({ onFailure: (failure) => failures.push(failure) });
		await onAnyPage.backUpTo(picked);
		await onAnyPage.enrol([{ prompt: 'pca/axis', revision: 1 }]);
		await onAnyPage.markStage('pca', 1, true);
		expect(written).toEqual([0]);
		await vi.advanceTimersByTimeAsync(5000);
		expect(written).toEqual([0, 2]);
		isGone = true;
		await onAnyPage.markStage('pca', 2, true);
		await vi.advanceTimersByTimeAsync(5000);
		expect(failures).toMatchObject([{ kind: 'file-denied' }]);
		onAnyPage.close();
		vi.useRealTimers();
	});

	test('go to the file that was picked', async () => {
		const written: string[] = [];
		let permission: PermissionState = 'granted';
		const picked = {
			name: 'mine.json',
			queryPermission: async () => permission,
			createWritable: async () => ({ write: async (text: string) => void written.push(text), close: async () => {} }),
		};
		expect(given(await recall.backUpNow())).toBe('no-file');
		await recall.backUpTo(picked);
		await recall.enrol([{ prompt: 'pca/axis', revision: 1 }]);
		expect(given(await recall.backUpNow())).toBe('written');
		expect(written.map((text) => JSON.parse(text).events.length)).toEqual([0, 1]);
		expect(given(await recall.storage())).toMatchObject({ automatic: true, unsaved: 0 });
		permission = 'prompt';
		expect(await recall.backUpNow()).toMatchObject({ ok: false, failure: { kind: 'file-denied' } });
		await recall.backUpTo(undefined);
		expect(given(await recall.storage())).toMatchObject({ automatic: false });
	});
});

test('keeps drills, the latest first, and refuses one that is too long', async () => {
	await recall.saveSession(idOf(1), { score: 2 });
	clock.time++;
	await recall.saveSession(idOf(2), { score: 3 });
	expect(given(await recall.sessions()).map(({ data }) => data)).toEqual([{ score: 3 }, { score: 2 }]);
	expect(await recall.saveSession(idOf(3), 'x'.repeat(2_000_000))).toMatchObject({
		ok: false,
		failure: { kind: 'invalid' },
	});
	await recall.deleteSession(idOf(2));
	expect(given(await recall.sessions())).toHaveLength(1);
});

test('keeps settings that make sense, and says which do not', async () => {
	expect(given(await recall.saveSettings({ retention: 0.85 }))).toMatchObject({ retention: 0.85, changed: START });
	const refused = await recall.saveSettings({ interview: '2026-02-30' });
	expect(refused).toMatchObject({
		ok: false,
		failure: { kind: 'invalid', message: expect.stringContaining('"interview"') },
	});
	expect(given(await recall.load()).settings).toMatchObject({ retention: 0.85, interview: null });
});

test('tells listeners of every change until they stop', async () => {
	let told = 0;
	const stop = recall.subscribe(() => told++);
	await recall.enrol([{ prompt: 'pca/axis', revision: 1 }]);
	expect(told).toBe(1);
	stop();
	await recall.answer(answerOf('pca/axis', 3));
	expect(told).toBe(1);
});

describe('what only a broken page could ask for', () => {
	test('a time that is no number is recorded as none', async () => {
		const recorded = given(await recall.answer({ ...answerOf('pca/axis', 3), duration: Number.NaN }));
		expect(recorded.events).toMatchObject([{ duration: 0 }]);
	});

	test('a drill is not saved under an id that no backup would take', async () => {
		expect(await recall.saveSession('7', {})).toMatchObject({ ok: false, failure: { kind: 'invalid' } });
	});
});

test('an import that contradicts what is here changes nothing, not even the snapshot', async () => {
	await recall.answer(answerOf('pca/axis', 3));
	const { text } = given(await recall.exportBackup());
	const before = await store.contents();
	const refused = await recall.importBackup(file(text.replace('"rating":3', '"rating":1')));
	expect(refused).toMatchObject({ ok: false, failure: { kind: 'backup-conflict' } });
	expect(await store.contents()).toEqual(before);
	expect(given(await recall.storage()).snapshot).toBeUndefined();
});
