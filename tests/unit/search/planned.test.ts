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
