import { beforeEach, expect, test } from 'vitest';
import { dueConcepts, dueCount, readSummary, type Summary, writeSummary } from '../../../src/recall/summary.ts';

const stored = new Map<string, string>();
const keep = () => ({
	getItem: (key: string) => stored.get(key) ?? null,
	setItem: (key: string, value: string) => void stored.set(key, value),
	removeItem: (key: string) => void stored.delete(key),
});
const blocked = () => {
	throw new DOMException('denied', 'SecurityError');
};

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

beforeEach(() => stored.clear());

test('is what was written, for each site under its own base path', () => {
	writeSummary('/', summary, keep);
	expect(readSummary('/', keep)).toEqual(summary);
	expect(readSummary('/other/', keep)).toBeUndefined();
	writeSummary('/', undefined, keep);
	expect(stored.size).toBe(0);
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
	stored.set('sixfold:recall:/', text);
	expect(readSummary('/', keep)).toEqual(expected);
});

test('survives blocked storage', () => {
	expect(readSummary('/', blocked)).toBeUndefined();
	expect(() => writeSummary('/', summary, blocked)).not.toThrow();
	expect(() => writeSummary('/', undefined, blocked)).not.toThrow();
});
