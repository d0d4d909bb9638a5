/** What every store must do, whatever it keeps its data in. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { defaultSettings } from '../../../../src/recall/log/settings.ts';
import { indexedDbStore } from '../../../../src/recall/store/indexedDb.ts';
import { memoryStore } from '../../../../src/recall/store/memory.ts';
import type { Store } from '../../../../src/recall/store/store.ts';
import { answerOf, eventAt, idOf, START, scheduler } from '../fixture.ts';

const stores: Record<string, () => Store> = {
	memory: () => memoryStore(scheduler),
	indexedDb: () => {
		globalThis.indexedDB = new IDBFactory();
		return indexedDbStore({ name: 'contract', scheduler });
	},
};

const enrol = eventAt(START, idOf(1), { kind: 'enrol', prompt: 'pca/axis', revision: 1 });
const review = eventAt(START + 1, idOf(2), { kind: 'review', ...answerOf('pca/axis', 3) });
const done = eventAt(START, idOf(3), { kind: 'stage-done', concept: 'pca', stage: 2 });
const session = { id: idOf(9), saved: START, data: { score: [1, null, 'a'] } };
const byId = <Item extends { id: string }>(items: readonly Item[]): Item[] =>
	[...items].sort((a, b) => (a.id < b.id ? -1 : 1));

describe.each(Object.entries(stores))('%s', (_, make) => {
	let store: Store;
	beforeEach(() => {
		store = make();
	});

	test('is empty at first, and reading leaves it so', async () => {
		const empty = { cards: [], stages: {}, marks: [], settings: defaultSettings, events: 0, setAside: 0 };
		expect(await store.load()).toEqual(empty);
		expect(await store.contents()).toEqual({ events: [], sessions: [], settings: defaultSettings, setAside: [] });
		expect(await store.events()).toEqual([]);
		expect(await store.sessions()).toEqual([]);
		expect(await store.note('backup')).toBeUndefined();
		await store.deleteSession(idOf(9));
		await store.keepNote('backup', undefined);
		expect(await store.load()).toEqual(empty);
	});

	test('gives the log of a subject to what adds to it, and the new cards back', async () => {
		await store.append(['pca/axis'], () => [enrol]);
		const { events, cards } = await store.append(['pca/axis', 'pca'], (logs) => {
			expect([...logs]).toEqual([
				['pca/axis', [enrol]],
				['pca', []],
			]);
			return [review, done];
		});
		expect(events).toEqual([review, done]);
		expect(cards).toMatchObject([{ prompt: 'pca/axis', enrolled: true, answers: 1, events: 2 }]);
		expect(await store.load()).toMatchObject({ cards, stages: { pca: [2] }, events: 3 });
	});

	test('knows what is marked, beside the stages of the same concept', async () => {
		const place = { concept: 'pca', anchor: 'scale' };
		const mark = eventAt(START + 1, idOf(4), { kind: 'mark', ...place, title: 'Scale first', note: '' });
		await store.append(['pca'], () => [done, mark]);
		expect(await store.load()).toMatchObject({ stages: { pca: [2] }, marks: [mark], events: 2 });
		await store.append(['pca'], (logs) => {
			expect(byId(logs.get('pca') ?? [])).toEqual([done, mark]);
			return [eventAt(START + 2, idOf(5), { kind: 'unmark', ...place })];
		});
		expect(await store.load()).toMatchObject({ cards: [], stages: { pca: [2] }, marks: [], events: 3 });
	});

	test('changes nothing when the making of events fails, or an id is there already', async () => {
		await store.append(['pca/axis'], () => [enrol]);
		const before = [await store.load(), await store.contents()];
		const thrown = new Error('no');
		await expect(
			store.append(['pca/axis'], () => {
				throw thrown;
			}),
		).rejects.toBe(thrown);
		await expect(store.append(['pca/axis'], () => [review, enrol])).rejects.toMatchObject({
			name: 'ConstraintError',
		});
		expect([await store.load(), await store.contents()]).toEqual(before);
	});

	test('runs two appends to one prompt one after the other', async () => {
		const seen: number[] = [];
		await Promise.all(
			[enrol, review].map((event) =>
				store.append(['pca/axis'], (logs) => {
					seen.push(logs.get('pca/axis')?.length ?? 0);
					return [event];
				}),
			),
		);
		expect(seen).toEqual([0, 1]);
		expect(await store.load()).toMatchObject({ cards: [{ answers: 1, events: 2 }] });
	});

	test('gives events by study time', async () => {
		await store.append(['pca/axis', 'pca'], () => [enrol, review, done]);
		expect(byId(await store.events(enrol.study, enrol.study + 1))).toEqual([enrol, done]);
		expect(byId(await store.events(review.study))).toEqual([review]);
		expect(await store.events(review.study + 1)).toEqual([]);
	});

	test('replaces everything at once, or nothing', async () => {
		await store.append(['pca/axis'], () => [enrol]);
		const next = {
			events: [done],
			sessions: [session],
			settings: { ...defaultSettings, retention: 0.8 },
			setAside: ['{}'],
		};
		await store.replace(
			(current) => {
				expect(current.events).toEqual([enrol]);
				return next;
			},
			(current) => ({ time: START, text: `${current.events.length} before` }),
		);
		expect(await store.contents()).toEqual(next);
		expect(await store.load()).toMatchObject({ cards: [], stages: { pca: [2] }, events: 1, setAside: 1 });
		expect(await store.note('snapshot')).toEqual({ time: START, text: '1 before' });
		await expect(
			store.replace(() => {
				throw new Error('no');
			}),
		).rejects.toThrow('no');
		expect(await store.contents()).toEqual(next);
	});

	test('an event that is of another prompt now replaces the one it was', async () => {
		await store.append(['pca/axis'], () => [enrol]);
		const moved = { ...enrol, prompt: 'new/axis' };
		await store.replace((current) => ({ ...current, events: [moved] }));
		expect((await store.contents()).events).toEqual([moved]);
		expect(await store.load()).toMatchObject({ cards: [{ prompt: 'new/axis' }], events: 1 });
	});

	test('keeps settings, drills and notes', async () => {
		const settings = { ...defaultSettings, dailyLimit: 7, changed: START };
		expect(await store.changeSettings(() => settings)).toEqual(settings);
		expect((await store.load()).settings).toEqual(settings);
		await store.saveSession({ ...session, data: 'draft' });
		await store.saveSession(session);
		expect(await store.sessions()).toEqual([session]);
		await store.deleteSession(session.id);
		expect(await store.sessions()).toEqual([]);
		await store.keepNote('backup', { time: START, events: 3 });
		expect(await store.note('backup')).toEqual({ time: START, events: 3 });
		await store.keepNote('backup', undefined);
		expect(await store.note('backup')).toBeUndefined();
	});

	test('forgets everything, and can be used again', async () => {
		await store.append(['pca/axis', 'pca'], () => [enrol, done]);
		await store.saveSession(session);
		await store.keepNote('backup', { time: START, events: 2 });
		await store.erase();
		expect(await store.load()).toMatchObject({ cards: [], stages: {}, events: 0 });
		expect(await store.sessions()).toEqual([]);
		expect(await store.note('backup')).toBeUndefined();
		await store.append(['pca/axis'], () => [enrol]);
		expect(await store.load()).toMatchObject({ events: 1 });
	});

	test('goes on after it was closed', async () => {
		await store.append(['pca/axis'], () => [enrol]);
		store.close();
		await store.append(['pca/axis'], () => [review]);
		expect(await store.load()).toMatchObject({ cards: [{ answers: 1 }], events: 2 });
	});
});
