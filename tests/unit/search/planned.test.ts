import { expect, test } from 'vitest';
import { plannedAs } from '../../../src/search/titles.ts';

const planned = [{ name: 'KV Cache', aliases: ['paged attention'] }];

test.each([
	['kv cache', 'KV Cache'],
	['what is the kv-cache?', 'KV Cache'],
	['Paged Attention', 'KV Cache'],
	['cache', undefined],
	['', undefined],
])('%s names %s', (query, name) => {
	expect(plannedAs(query, planned)?.name).toBe(name);
});

test('what a page is called by that stands already is not in preparation', () => {
	const page = { slug: 'kv-cache', name: 'Caches', aliases: ['paged attention'], category: 'llms', minutes: 1 };
	expect(plannedAs('paged attention', planned, [page])).toBeUndefined();
});
