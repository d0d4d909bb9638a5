import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { countDue, type Summary, writeSummary } from '../../../src/recall/summary.ts';
import { blockedStorage, fakeStorage } from '../keeping/fakeStorage.ts';
import { readSummary } from './fixture.ts';

const summary: Summary = {
	due: {
		pca: [
			[10, 2],
			[12, 1],
		],
		bpe: [
			[11, 4],
			[30, 1],
		],
		svm: [[20, 1]],
	},
	stages: { pca: [1, 2] },
	limit: 8,
	done: [12, 3, 2],
	seconds: 9,
};

beforeEach(() => {
	vi.stubGlobal('localStorage', fakeStorage());
});

afterEach(() => {
	vi.unstubAllGlobals();
	vi.unstubAllEnvs();
});

test('is what was written, for each site under its own base path', () => {
	writeSummary(summary);
	expect(readSummary()).toEqual(summary);
	vi.stubEnv('BASE_URL', '/other/');
	expect(readSummary()).toBeUndefined();
	vi.unstubAllEnvs();
	writeSummary(undefined);
	expect({ ...localStorage }).toEqual({});
});

test('counts what is due by a day', () => {
	expect(countDue(summary, 12, 'pca')).toBe(3);
	expect(countDue(summary, 12, 'unknown')).toBe(0);
	expect([9, 10, 11].map((day) => countDue(summary, day))).toEqual([0, 2, 6]);
});

test('counts no more of all than will be asked: up to the daily limit, and what was missed today beyond it', () => {
	expect(countDue(summary, 50)).toBe(8);
	expect(countDue(summary, 12)).toBe(7);
	expect(countDue({ ...summary, limit: 4 }, 12)).toBe(3);
	expect(countDue({ ...summary, limit: 2 }, 12)).toBe(2);
	// Another day: what was answered before no longer counts.
	expect(countDue({ ...summary, limit: 4 }, 13)).toBe(4);
});

const none = { due: {}, stages: {}, limit: 9999, done: [0, 0, 0], seconds: 15 };

test.each([
	['not json', undefined],
	['[]', none],
	['7', undefined],
	['null', undefined],
	['{}', none],
	['{"due":7,"limit":"x","done":[1,2],"stages":{"pca":[1,9,"x"]}}', { ...none, stages: { pca: [1] } }],
	['{"due":{"pca":[[1],[2,3],["4",5]]},"stages":[]}', { ...none, due: { pca: [[2, 3]] } }],
])('reads what it can of %s', (text, expected) => {
	localStorage.setItem('sixfold:/:summary', text);
	expect(readSummary()).toEqual(expected);
});

test('survives blocked storage', () => {
	vi.stubGlobal('localStorage', blockedStorage());
	expect(readSummary()).toBeUndefined();
	expect(() => writeSummary(summary)).not.toThrow();
	expect(() => writeSummary(undefined)).not.toThrow();
});
