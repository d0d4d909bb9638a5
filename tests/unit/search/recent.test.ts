import { beforeEach, expect, test } from 'vitest';
import { forgetSearches, recentSearches, rememberSearch } from '../../../src/search/recent.ts';

const stored = new Map<string, string>();
const keep = () => ({
	getItem: (key: string) => stored.get(key) ?? null,
	setItem: (key: string, value: string) => void stored.set(key, value),
	removeItem: (key: string) => void stored.delete(key),
});
const blocked = () => {
	throw new DOMException('denied', 'SecurityError');
};

beforeEach(() => stored.clear());

test('keeps the last five, latest first, each once', () => {
	for (const search of ['a1', 'b2', 'c3', 'd4', 'e5', 'f6', ' B2  ', '']) rememberSearch(search, keep);
	expect(recentSearches(keep)).toEqual(['B2', 'f6', 'e5', 'd4', 'c3']);
	forgetSearches(keep);
	expect(recentSearches(keep)).toEqual([]);
});

test.each(['not json', '{"a":1}', '[1,null,"ok",""]', `["${'x'.repeat(200)}","ok"]`])(
	'ignores what it did not write: %s',
	(text) => {
		stored.set('sixfold:recent-searches', text);
		expect(recentSearches(keep)).toEqual(text.includes('ok') ? ['ok'] : []);
	},
);

test('survives blocked storage', () => {
	expect(recentSearches(blocked)).toEqual([]);
	expect(() => rememberSearch('bpe', blocked)).not.toThrow();
	expect(() => forgetSearches(blocked)).not.toThrow();
});
