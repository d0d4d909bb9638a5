/** The home page knows of a plan that it has no copy of yet, such as one that came with a backup. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Preparation } from '../../../src/recall/log/preparation.ts';
import { hasPlan } from '../../../src/recall/planned.ts';
import { createRecall } from '../../../src/recall/recall.ts';
import { memoryStore } from '../../../src/recall/store/memory.ts';
import { blockedStorage, fakeStorage } from '../keeping/fakeStorage.ts';
import { idMaker, scheduler, TestClock } from './fixture.ts';

const preparation: Preparation = {
	...{ path: null, concepts: ['pca'], level: 'mid', minutes: 60, daysOff: [6], datesOff: [] },
};

/** Another device each time; its store says that it is durable, so that the summary is written. */
const device = () =>
	createRecall({
		...{ store: { ...memoryStore(scheduler), kind: 'indexeddb' }, scheduler, clock: new TestClock(), newId: idMaker() },
	});

beforeEach(() => {
	vi.stubGlobal('localStorage', fakeStorage());
});

afterEach(() => {
	vi.unstubAllGlobals();
});

test('a backup brings the plan, going back takes it away', async () => {
	const first = device();
	await first.saveSettings({ preparation });
	expect(hasPlan()).toBe(true);
	const backup = await first.exportBackup();
	if (!backup.ok) throw new Error(backup.failure.message);

	vi.stubGlobal('localStorage', fakeStorage());
	const second = device();
	await second.load();
	expect(hasPlan()).toBe(false);
	expect(await second.importBackup(new Blob([backup.value.text]))).toMatchObject({ ok: true });
	expect(hasPlan()).toBe(true);
	expect(await second.restoreSnapshot()).toMatchObject({ ok: true });
	expect(hasPlan()).toBe(false);
});

test('a plan that was given up is none', async () => {
	const recall = device();
	await recall.saveSettings({ preparation });
	await recall.saveSettings({ preparation: null });
	expect(hasPlan()).toBe(false);
	expect({ ...localStorage }).toEqual({});
});

test.each(['not json', 'null', '7', '{}', '{"planned":"yes"}'])('without a plan: %s', (text) => {
	localStorage.setItem('sixfold:/:summary', text);
	expect(hasPlan()).toBe(false);
});

test('survives blocked storage', () => {
	vi.stubGlobal('localStorage', blockedStorage());
	expect(hasPlan()).toBe(false);
});
