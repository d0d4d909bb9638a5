/** Marks: what is said last of a place holds, wherever it was said, and pages know it without the history. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { MarkEvent } from '../../../../src/recall/log/events.ts';
import { marksOf, placeOf } from '../../../../src/recall/log/marks.ts';
import { defaultSettings } from '../../../../src/recall/log/settings.ts';
import { markedOn } from '../../../../src/recall/marked.ts';
import { createRecall } from '../../../../src/recall/recall.ts';
import { memoryStore } from '../../../../src/recall/store/memory.ts';
import { hasFormer, renamedContents } from '../../../../src/recall/store/renaming.ts';
import { writeSummary } from '../../../../src/recall/summary.ts';
import { summaryOf } from '../../../../src/recall/summaryOf.ts';
import { blockedStorage, fakeStorage } from '../../keeping/fakeStorage.ts';
import { eventAt, idMaker, idOf, readSummary, START, scheduler, TestClock } from '../fixture.ts';

const mark = (id: number, anchor: string, note = '', concept = 'pca'): MarkEvent =>
	eventAt(START + id, idOf(id), { kind: 'mark', concept, anchor, title: `About ${anchor}`, note }) as MarkEvent;
const unmark = (id: number, anchor: string): MarkEvent =>
	eventAt(START + id, idOf(id), { kind: 'unmark', concept: 'pca', anchor }) as MarkEvent;

describe('what is marked', () => {
	test('is what was said last of each place, in any order of reading', () => {
		const log = [mark(1, 'scale'), mark(2, 'q-why'), mark(3, 'scale', 'read again'), unmark(4, 'q-why')];
		expect(marksOf(log)).toEqual([log[2]]);
		expect(marksOf(log.toReversed())).toEqual([log[2]]);
		expect(marksOf([...log, mark(5, 'q-why', 'back')]).map(placeOf)).toEqual(['pca#scale', 'pca#q-why']);
	});

	test('is the same place of another concept another one', () => {
		expect(marksOf([mark(1, 'code'), mark(2, 'code', '', 'bpe')]).map(placeOf)).toEqual(['pca#code', 'bpe#code']);
	});
});

describe('through the history', () => {
	const open = () =>
		createRecall({ store: memoryStore(scheduler), scheduler, clock: new TestClock(), newId: idMaker() });

	test('a note is trimmed, replaced, and gone with its mark', async () => {
		const recall = open();
		const place = { concept: 'pca', anchor: 'scale', title: 'Scale first' };
		const marks = async () => {
			const state = await recall.load();
			return state.ok ? state.value.marks.map(({ title, note }) => [title, note]) : state;
		};
		await recall.mark({ ...place, note: '' });
		await recall.mark({ ...place, note: '  units differ \n' });
		expect(await marks()).toEqual([['Scale first', 'units differ']]);
		await recall.mark({ ...place, title: 'x'.repeat(999), note: 'y'.repeat(9999) });
		expect((await recall.exportBackup()).ok).toBe(true);
		await recall.unmark('pca', 'scale');
		expect(await marks()).toEqual([]);
		expect((await recall.recent()).ok).toBe(true);
	});

	test('is in the backup, comes back from it, and goes with the rest', async () => {
		const [recall, other] = [open(), open()];
		await recall.mark({ concept: 'pca', anchor: 'scale', title: 'Scale first', note: 'units' });
		const backup = await recall.exportBackup();
		const text = backup.ok ? backup.value.text : '';
		const imported = await other.importBackup(new Blob([text]));
		expect(imported).toMatchObject({ ok: true, value: { added: 1, prompts: 0, concepts: 1 } });
		expect(await other.load()).toMatchObject({ value: { marks: [{ anchor: 'scale', note: 'units' }] } });
		await other.erase();
		expect(await other.load()).toMatchObject({ value: { marks: [], events: 0 } });
	});

	test('follows its concept to another name, and meets there what was marked since', () => {
		const former = { former: 'pca' };
		const events = [mark(1, 'scale', 'old', 'former'), mark(2, 'scale', 'new'), mark(3, 'axis', '', 'former')];
		const state = { cards: [], stages: {}, marks: marksOf(events), settings: defaultSettings };
		expect(hasFormer({ ...state, marks: marksOf(events) as never }, former)).toBe(true);
		const contents = renamedContents({ events, sessions: [], settings: defaultSettings, setAside: [] }, former);
		const marks = marksOf(contents.events as MarkEvent[]);
		expect(marks.map(({ concept, anchor, note }) => [concept, anchor, note])).toEqual([
			['pca', 'scale', 'new'],
			['pca', 'axis', ''],
		]);
		expect(hasFormer({ ...state, marks }, former)).toBe(false);
	});
});

describe('what pages know of it', () => {
	beforeEach(() => {
		vi.stubGlobal('localStorage', fakeStorage());
	});
	afterEach(() => {
		vi.unstubAllGlobals();
	});
	const input = { cards: [], revisions: new Map(), day: 10, target: { retention: 0.9 } as never, scheduler };

	test('is each place of a concept, and whether there is a note', () => {
		const marks = marksOf([mark(1, 'scale', 'units'), mark(2, 'q-why'), mark(3, 'code', '', 'bpe')]);
		const summary = summaryOf({ cards: [], stages: {}, marks, settings: defaultSettings }, input);
		writeSummary(summary);
		expect([...markedOn('pca')]).toEqual([
			['scale', true],
			['q-why', false],
		]);
		expect([...markedOn('svm')]).toEqual([]);
		expect(readSummary()).not.toHaveProperty('marks');
		expect(summaryOf({ cards: [], stages: {}, marks: [], settings: defaultSettings }, input)).toBeUndefined();
	});

	test.each(['', '7', '{}', '{"marks":7}', '{"marks":[7,["pca"],[1,2],null]}'])('is nothing of %j', (text) => {
		localStorage.setItem('sixfold:/:summary', text);
		expect([...markedOn('pca')]).toEqual([]);
	});

	test('is nothing where storage is blocked', () => {
		vi.stubGlobal('localStorage', blockedStorage());
		expect([...markedOn('pca')]).toEqual([]);
	});
});
