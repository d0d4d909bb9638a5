import { expect, test } from 'vitest';
import { suggestConcepts, wordsOfPath } from '../../../src/search/suggest.ts';
import { catalog } from './catalogFixture.ts';

test.each([
	['/concepts/Atention_mechanism/', '/', ['atention', 'mechanism']],
	['/sixfold/concepts/kv-cache.html', '/sixfold/', ['kv', 'cache']],
	['/%E0%A4%A', '/', ['e0', 'a4', 'a']],
	['/', '/', []],
])('%s is about %j', (path, base, words) => {
	expect(wordsOfPath(path, base)).toEqual(words);
});

test.each([
	[['atention', 'mechanisms'], 'attention-mechanism'],
	[['rope'], 'positional-encoding'],
	[['gradient', 'decent'], 'gradient-descent'],
	[['transformers', 'explained'], 'transformer-architecture'],
])('%j suggests %s first', (words, slug) => {
	expect(suggestConcepts(words, catalog)[0]?.slug).toBe(slug);
});

test('suggests nothing for nothing, and never more than three', () => {
	expect(suggestConcepts([], catalog)).toEqual([]);
	expect(suggestConcepts(['xyzzy'], catalog)).toEqual([]);
	expect(suggestConcepts(['encoding', 'attention', 'gradient', 'cache'], catalog).length).toBeLessThanOrEqual(3);
});
