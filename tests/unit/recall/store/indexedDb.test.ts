/** What goes wrong with a database in a browser: two tabs, old tabs, lost connections, a full disk, damaged records. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { backupText, readBackup } from '../../../../src/recall/backups/backup.ts';
import type { Draft, RecallEvent } from '../../../../src/recall/log/events.ts';
import { type Failure, failureOf } from '../../../../src/recall/log/failures.ts';
import { stamped } from '../../../../src/recall/log/record.ts';
import type { Card } from '../../../../src/recall/schedule/card.ts';
import { indexedDbStore } from '../../../../src/recall/store/indexedDb.ts';
import type { Store } from '../../../../src/recall/store/store.ts';
import { answerOf, idMaker, idOf, START, scheduler, TestClock } from '../fixture.ts';

const name = 'sixfold:/';
const opened: Store[] = [];
let clock: TestClock;
let newId: () => string;

function openStore(onFailure?: (failure: Failure) => void): Store {
	const store = indexedDbStore({ name, scheduler, ...(onFailure && { onFailure }) });
	opened.push(store);
	return store;
}

const add = (store: Store, ...drafts: Draft[]) =>
	store.append(['pca/axis', 'pca'], (logs) => stamped(drafts, logs, clock, newId));
const review = (rating: 1 | 3 = 3): Draft => ({ kind: 'review', ...answerOf('pca/axis', rating) });
const enrol: Draft = { kind: 'enrol', prompt: 'pca/axis', revision: 1 };
/** A connection of somebody else's, to look at what is kept and to damage it. */
const behindTheBack = () => openDB(name);
type Connection = Awaited<ReturnType<typeof behindTheBack>>;

beforeEach(() => {
	globalThis.indexedDB = new IDBFactory();
	clock = new TestClock();
	newId = idMaker();
});

afterEach(() => {
	vi.restoreAllMocks();
	for (const store of opened.splice(0)) store.close();
});

test('reading leaves no database behind', async () => {
	const store = openStore();
	await store.load();
	await store.contents();
	await store.keepNote('backup', undefined);
	expect(await indexedDB.databases()).toEqual([]);
	await add(store, enrol);
	expect(await indexedDB.databases()).toMatchObject([{ name }]);
});

test('every write asks for strict durability', async () => {
	const asked: (string | undefined)[] = [];
	const original = IDBDatabase.prototype.transaction;
	vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
		this: IDBDatabase,
		stores,
		mode,
		options,
	) {
		if (mode === 'readwrite') asked.push(options?.durability);
		return original.call(this, stores, mode, options);
	});
	const store = openStore();
	await add(store, enrol);
	await store.saveSession({ id: idOf(9), saved: clock.time, data: 1 });
	await store.replace((contents) => contents);
	expect(asked).toEqual(['strict', 'strict', 'strict']);
});

describe('two tabs', () => {
	test('that grade one card at once lose no answer, and their study times differ', async () => {
		const [a, b] = [openStore(), openStore()];
		await add(a, enrol);
		await Promise.all([add(a, review()), add(b, review(1)), add(a, review()), add(b, review())]);
		const events = await a.events();
		expect(events).toHaveLength(5);
		expect(new Set(events.map(({ study }) => study)).size).toBe(5);
		const [first, second] = await Promise.all([a.load(), b.load()]);
		expect(first).toEqual(second);
		expect(first.cards).toMatchObject([{ answers: 1, events: 5 }]);
	});

	test('an erasure in one does not stand in the way of the other', async () => {
		const [a, b] = [openStore(), openStore()];
		await add(a, enrol);
		await b.load();
		await a.erase();
		expect(await b.load()).toMatchObject({ events: 0 });
		await add(b, review());
		expect(await a.load()).toMatchObject({ events: 1 });
	});
});

describe('site data deleted while a page is open', () => {
	/** As a browser deletes them: nobody is asked, connections end. */
	const deleted = () =>
		new Promise<void>((resolve) => {
			const request = indexedDB.deleteDatabase(name);
			request.onsuccess = () => resolve();
		});

	test('is told, and the next step does not pass for one that continues', async () => {
		const failures: Failure[] = [];
		const store = openStore((failure) => failures.push(failure));
		await add(store, enrol);
		await deleted();
		await expect(add(store, review())).rejects.toMatchObject({ failure: { kind: 'erased-elsewhere' } });
		expect(failures).toMatchObject([{ kind: 'erased-elsewhere' }]);
		// Whoever goes on knows that it is a new history.
		await add(store, enrol);
		expect(await store.load()).toMatchObject({ events: 1 });
		expect(failures).toHaveLength(1);
	});

	test('is noticed without a step', async () => {
		const failures: Failure[] = [];
		const store = openStore((failure) => failures.push(failure));
		await add(store, enrol);
		await deleted();
		await vi.waitFor(() => expect(failures).toMatchObject([{ kind: 'erased-elsewhere' }]));
	});
});

test('a damaged drill is set aside when all is taken along, and goes along', async () => {
	const store = openStore();
	await add(store, enrol);
	await store.saveSession({ id: idOf(7), saved: START, data: { score: 3 } });
	const other = await behindTheBack();
	await other.put('sessions', { id: 'damaged', saved: START, data: 1 });
	await other.put('sessions', { id: idOf(8), saved: START });
	other.close();
	const contents = await store.contents();
	expect(contents.sessions.map(({ id }) => id)).toEqual([idOf(7)]);
	expect(contents.setAside.map((record) => JSON.parse(record).id).sort()).toEqual([idOf(8), 'damaged'].sort());
	expect(readBackup(backupText(contents, scheduler.identity, START))).toMatchObject({ ok: true });
	expect(await store.load()).toMatchObject({ setAside: 2 });
});

describe('another version of the site', () => {
	test('an old tab lets go of the database, and says that it is old', async () => {
		const failures: Failure[] = [];
		const old = openStore((failure) => failures.push(failure));
		await add(old, enrol);
		const newer = await openDB(name, 2);
		expect(failures).toMatchObject([{ kind: 'tab-outdated' }]);
		await expect(add(old, review())).rejects.toMatchObject({ failure: { kind: 'tab-outdated' } });
		await expect(old.load()).rejects.toMatchObject({ failure: { kind: 'tab-outdated' } });
		newer.close();
	});

	test('an old tab that does not let go is named, and waited for', async () => {
		await add(openStore(), enrol);
		const stubborn = await behindTheBack();
		const failures: Failure[] = [];
		const newer = indexedDbStore({ name, scheduler, version: 2, onFailure: (failure) => failures.push(failure) });
		opened.push(newer);
		const loading = newer.load();
		await vi.waitFor(() => expect(failures).toMatchObject([{ kind: 'tab-blocking' }]));
		stubborn.close();
		expect(await loading).toMatchObject({ events: 1 });
	});

	test('a database of a newer version is left alone', async () => {
		(await openDB(name, 2)).close();
		const failed = await openStore()
			.load()
			.catch((error: unknown) => failureOf(error));
		expect(failed).toMatchObject({ kind: 'site-outdated' });
	});
});

test('a connection that the browser dropped is opened anew', async () => {
	const store = openStore();
	await add(store, enrol);
	const original = IDBDatabase.prototype.transaction;
	let lost = 0;
	vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
		if (lost++ === 0) throw new DOMException('The database connection is closing.', 'InvalidStateError');
		return original.apply(this, args);
	});
	await add(store, review());
	expect(lost).toBe(2);
	expect(await store.load()).toMatchObject({ events: 2 });
});

test('a full disk is seen, and nothing is acknowledged', async () => {
	const store = openStore();
	await add(store, enrol);
	const before = await store.load();
	const original = IDBObjectStore.prototype.put;
	vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
		if (this.name === 'cards') throw new DOMException('full', 'QuotaExceededError');
		return original.apply(this, args);
	});
	const failed = await add(store, review()).catch((error: unknown) => failureOf(error));
	expect(failed).toMatchObject({ kind: 'storage-full' });
	vi.restoreAllMocks();
	expect(await store.load()).toEqual(before);
	await add(store, review());
	expect(await store.load()).toMatchObject({ events: 2 });
});

test('a tab killed in the middle of writing leaves all or nothing', async () => {
	const store = openStore();
	await add(store, enrol);
	const before = await store.contents();
	const original = IDBObjectStore.prototype.put;
	vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
		// The event is written, its card is not: the browser takes the transaction back.
		if (this.name === 'cards') this.transaction.abort();
		return original.apply(this, args);
	});
	await expect(add(store, review())).rejects.toThrow();
	vi.restoreAllMocks();
	const after = openStore();
	expect(await after.contents()).toEqual(before);
	expect((await after.load()).cards).toMatchObject([{ answers: 0, events: 1 }]);
});

describe('damage', () => {
	/** Changes the one card that is kept. */
	const change =
		(how: (card: Card) => unknown) =>
		async (database: Connection): Promise<void> => {
			const { cards } = await database.get('cards', 'pca');
			await database.put('cards', { concept: 'pca', cards: cards.map(how) });
		};
	const damaged: Record<string, (database: Connection) => Promise<unknown>> = {
		'no cards': (database) => database.clear('cards'),
		'cards of nonsense': (database) => database.put('cards', { concept: 'pca', cards: 'axis' }),
		'a card of nonsense': change(() => ({ prompt: 'pca/axis', events: 2 })),
		'a card too many': (database) =>
			database.put('cards', {
				concept: 'bpe',
				cards: [{ prompt: 'bpe/merge', events: 1, answers: 0, from: 1, misses: [] }],
			}),
		'a card whose memory is no number': change((card) => ({
			...card,
			memory: { stability: Number.NaN, difficulty: 1 },
		})),
		'a card that lost an event': change((card) => ({ ...card, events: 1 })),
		'cards of other code': (database) => database.put('values', { by: '0 sm-2 1.0', events: 3 }, 'cache'),
		'no count': (database) => database.delete('values', 'cache'),
	};

	test.each(Object.entries(damaged))('to the cache is mended from the log: %s', async (_, damage) => {
		const store = openStore();
		await add(store, enrol, review());
		await add(store, { kind: 'stage-done', concept: 'pca', stage: 3 });
		const before = await store.load();
		const database = await behindTheBack();
		await damage(database);
		expect(await store.load()).toEqual(before);
		expect(await database.getAll('cards')).toEqual([{ concept: 'pca', cards: before.cards }]);
		database.close();
	});

	const broken: Record<string, unknown> = {
		'a rating of 7': { id: idOf(70), kind: 'review', ...answerOf('pca/axis', 3), rating: 7, time: 1, study: 1 },
		'no kind': { id: idOf(71), prompt: 'pca/axis', study: 5 },
		'nothing known': { id: idOf(72), color: 'red' },
		'a time that is no number': {
			id: idOf(73),
			kind: 'reset',
			prompt: 'pca/axis',
			time: Number.NaN,
			study: Number.NaN,
		},
	};

	test.each(Object.entries(broken))('to an event is set aside, counted and exported: %s', async (_, record) => {
		const store = openStore();
		await add(store, enrol);
		const database = await behindTheBack();
		await database.put('events', record);
		await add(store, review());
		const { events, setAside } = await store.contents();
		expect(await store.load()).toMatchObject({ events: 2, setAside: 1, cards: [{ answers: 1, events: 2 }] });
		expect(events.map(({ kind }) => kind).sort()).toEqual(['enrol', 'review']);
		expect(setAside).toEqual([JSON.stringify(record)]);
		database.close();
	});

	test('to settings gives way to the standing ones', async () => {
		const store = openStore();
		await add(store, enrol);
		const before = await store.load();
		const database = await behindTheBack();
		await database.put('values', { retention: 7 }, 'settings');
		expect(await store.load()).toEqual(before);
		database.close();
	});
});

test('keeps by what scheduler the history was planned', async () => {
	await add(openStore(), enrol);
	const database = await behindTheBack();
	expect(await database.get('values', 'scheduler')).toEqual(scheduler.identity);
	database.close();
});

test('gives events back as they were', async () => {
	const store = openStore();
	const { events } = await add(store, enrol, review(), { kind: 'stage-done', concept: 'pca', stage: 1 });
	const read = (await store.events()).toSorted((a: RecallEvent, b: RecallEvent) => (a.id < b.id ? -1 : 1));
	expect(read).toEqual(events);
});

test('events that a page of fewer kinds has set aside are taken back, once', async () => {
	const store = openStore();
	await add(store, enrol, { kind: 'mark', concept: 'pca', anchor: 'scale', title: 'Scale first', note: 'again' });
	const { marks } = await store.load();
	expect(marks).toHaveLength(1);
	const database = await behindTheBack();
	await database.delete('events', marks[0]?.id ?? '');
	await database.add('setAside', JSON.stringify(marks[0]));
	await database.add('setAside', '{"kind":"mark"}');
	database.close();
	const rebuilt = await store.load();
	expect(rebuilt).toMatchObject({ marks, events: 2, setAside: 1 });
	expect(await store.contents()).toMatchObject({ setAside: ['{"kind":"mark"}'] });
	// What is no event is not looked through again and again.
	const opens = vi.spyOn(IDBObjectStore.prototype, 'openCursor');
	expect(await store.load()).toEqual(rebuilt);
	expect(opens).not.toHaveBeenCalled();
});
