import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dueConcepts, dueCount, readSummary, type Summary, writeSummary } from '../../../src/recall/summary.ts';
import { blockedStorage, fakeStorage } from '../keeping/fakeStorage.ts';

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
	expect([9, 10, 11, 12, 50].map((day) => dueCount(summary, day))).toEqual([0, 2, 6, 7, 9]);
	expect(dueCount(summary, 12, 'pca')).toBe(3);
	expect(dueCount(summary, 12, 'unknown')).toBe(0);
	expect(dueConcepts(summary, 12)).toEqual([
		{ concept: 'bpe', due: 4 },
		{ concept: 'pca', due: 3 },
	]);
});

test.each([
	['not json', undefined],
	['[]', undefined],
	['null', undefined],
	['{}', { due: {}, stages: {} }],
	['{"due":7,"stages":{"pca":[1,9,"x"]}}', { due: {}, stages: { pca: [1] } }],
	['{"due":{"pca":[[1],[2,3],["4",5]]},"stages":[]}', { due: { pca: [[2, 3]] }, stages: {} }],
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
