import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetSearches, recentSearches, rememberSearch } from '../../../src/search/recent.ts';
import { blockedStorage, fakeStorage } from '../keeping/fakeStorage.ts';

beforeEach(() => {
	vi.stubGlobal('localStorage', fakeStorage());
});

afterEach(() => {
	vi.unstubAllGlobals();
});

test('keeps the last five, latest first, each once', () => {
	for (const search of ['a1', 'b2', 'c3', 'd4', 'e5', 'f6', ' B2  ', '']) rememberSearch(search);
	expect(recentSearches()).toEqual(['B2', 'f6', 'e5', 'd4', 'c3']);
	forgetSearches();
	expect(recentSearches()).toEqual([]);
});

test.each(['not json', '{"a":1}', '[1,null,"ok",""]', `["${'x'.repeat(200)}","ok"]`])(
	'ignores what it did not write: %s',
	(text) => {
		localStorage.setItem('sixfold:/:searches', text);
		expect(recentSearches()).toEqual(text.includes('ok') ? ['ok'] : []);
	},
);

test('survives blocked storage', () => {
	vi.stubGlobal('localStorage', blockedStorage());
	expect(recentSearches()).toEqual([]);
	expect(() => rememberSearch('bpe')).not.toThrow();
	expect(() => forgetSearches()).not.toThrow();
});
