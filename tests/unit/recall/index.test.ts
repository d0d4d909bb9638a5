/** Opening a reader's history in browsers that keep it, that refuse to, and that fail. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { databaseName } from '../../../src/keeping/keys.ts';
import { openRecall } from '../../../src/recall/index.ts';
import type { Recall } from '../../../src/recall/recall.ts';
import { fakeStorage } from '../keeping/fakeStorage.ts';
import { answerOf, TestClock } from './fixture.ts';

const opened: Recall[] = [];

async function open(base = '/'): Promise<Recall> {
	vi.stubEnv('BASE_URL', base);
	const result = await openRecall({ clock: new TestClock() });
	if (!result.ok) throw new Error(result.failure.message);
	opened.push(result.value);
	return result.value;
}

const cards = async (recall: Recall) => {
	const state = await recall.load();
	return state.ok ? state.value.cards.map(({ prompt, answers }) => [prompt, answers]) : state.failure;
};

beforeEach(() => {
	vi.stubGlobal('indexedDB', new IDBFactory());
});

afterEach(() => {
	vi.unstubAllGlobals();
	vi.unstubAllEnvs();
	for (const recall of opened.splice(0)) recall.close();
});

test('a history outlives the page, and belongs to one site of its origin', async () => {
	const recall = await open('/sixfold/');
	expect(recall).toMatchObject({ kind: 'indexeddb', notice: undefined });
	expect(await indexedDB.databases()).toEqual([]);
	await recall.enrol([{ prompt: 'pca/axis', revision: 1 }], [answerOf('pca/axis', 3)]);
	expect(await indexedDB.databases()).toMatchObject([{ name: databaseName() }]);
	recall.close();
	expect(await cards(await open('/sixfold/'))).toEqual([['pca/axis', 1]]);
	expect(await cards(await open('/other/'))).toEqual([]);
});

test('two tabs hear of each other and read anew', async () => {
	const [a, b] = [await open(), await open()];
	const heard = vi.fn();
	b.subscribe(heard);
	expect(await cards(b)).toEqual([]);
	await a.enrol([{ prompt: 'pca/axis', revision: 1 }]);
	await vi.waitFor(() => expect(heard).toHaveBeenCalled());
	expect(await cards(b)).toEqual([['pca/axis', 0]]);
});

test.each([
	['has no database', () => vi.stubGlobal('indexedDB', undefined)],
	[
		'refuses at once',
		() =>
			vi.stubGlobal('indexedDB', {
				open() {
					throw new DOMException('denied', 'SecurityError');
				},
			}),
	],
])('a browser that %s keeps the history as long as the page, and the reader is told', async (_, stub) => {
	stub();
	const recall = await open();
	expect(recall).toMatchObject({ kind: 'memory', notice: { kind: 'storage-blocked' } });
	expect(await recall.enrol([{ prompt: 'pca/axis', revision: 1 }])).toMatchObject({ ok: true });
	expect(await cards(recall)).toEqual([['pca/axis', 0]]);
	expect(await recall.exportBackup()).toMatchObject({ ok: true });
});

test('an error that says nothing of the kind is a failure, and no second history is begun', async () => {
	vi.stubGlobal('localStorage', fakeStorage());
	vi.stubGlobal('indexedDB', {
		open() {
			throw new DOMException('Internal error', 'UnknownError');
		},
	});
	expect(await openRecall()).toMatchObject({ ok: false, failure: { kind: 'storage-failed' } });
});

test('dates keep the methods they have', async () => {
	await open();
	for (const method in new Date()) throw new Error(`dates have an enumerable ${method}`);
});
