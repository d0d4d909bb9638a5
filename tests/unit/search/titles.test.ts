import { describe, expect, test } from 'vitest';
import { matchTitles, mendQuery, nearestConcepts, tellingWords } from '../../../src/search/titles.ts';
import { catalog } from './catalogFixture.ts';

const found = (query: string): string[] => matchTitles(query, catalog.concepts).map(({ concept }) => concept.slug);

describe('titles and aliases', () => {
	test.each([
		['t', ['transformer-architecture', 'tokenization-bpe']],
		['RoPE', ['positional-encoding']],
		['sgd', ['gradient-descent']],
		['BPE', ['tokenization-bpe']],
		['q k v', ['attention-mechanism']],
		['kvcache', ['kv-cache']],
		['transfomer', ['transformer-architecture']],
		['atention', ['attention-mechanism']],
		['NAIVE', ['gradient-descent']],
		['self attention', ['attention-mechanism']],
		['how does attention work', ['attention-mechanism']],
		['what is the attention', ['attention-mechanism']],
		['zebra', []],
		['t = a', []],
		['q·k·v', ['attention-mechanism']],
		['attention zebra', []],
		['', []],
	])('%s finds %j', (query, slugs) => {
		expect(found(query)).toEqual(slugs);
	});

	test('put a whole word before a beginning, and a title before an alias', () => {
		expect(found('encod')).toEqual(['positional-encoding', 'transformer-architecture', 'tokenization-bpe']);
		expect(found('a')[0]).toBe('attention-mechanism');
	});

	test('put a whole alias before a title that only begins so', () => {
		const schedules = { slug: 'schedules', name: 'Learning-Rate Schedules', aliases: [], category: 'llms', minutes: 9 };
		const among = (query: string) => matchTitles(query, [...catalog.concepts, schedules])[0]?.concept.slug;
		expect(among('learning rate')).toBe('gradient-descent');
		expect(among('learning rate s')).toBe('schedules');
	});

	test('tell a query that names the concept from one that only has a word of it', () => {
		const named = (query: string) => matchTitles(query, catalog.concepts)[0]?.isNamed;
		expect(named('grad')).toBe(true);
		expect(named('rope')).toBe(true);
		// With its parenthesis the title is longer, and nobody types that.
		expect(named('gradeint decsent')).toBe(true);
		expect(named('descent')).toBe(false);
		expect(named('product')).toBe(false);
	});

	test('name the alias only when it is what matches', () => {
		expect(matchTitles('rope', catalog.concepts)[0]?.alias).toBe('RoPE');
		expect(matchTitles('bpe', catalog.concepts)[0]?.alias).toBeUndefined();
	});
});

test('fillers tell nothing, unless there is nothing else', () => {
	expect(tellingWords('what is the KV cache')).toEqual(['kv', 'cache']);
	expect(tellingWords('how to')).toEqual(['how', 'to']);
});

test('the nearest concepts share letters with what was typed', () => {
	const nearest = (...words: string[]) => nearestConcepts(words, catalog.concepts, 2).map(({ slug }) => slug);
	expect(nearest('transformation')[0]).toBe('transformer-architecture');
	expect(nearest('gradually', 'descending')[0]).toBe('gradient-descent');
	expect(nearest('xyzzy')).toEqual([]);
});

test('words that nothing has are mended by the whole word one slip away; a name with a script falls into its parts', () => {
	const known = ['transformers', 'transformer', 'softmax'];
	const mend = (query: string, ...unknown: string[]) => mendQuery(query, known, unknown);
	expect(mend('transfomer', 'transfomer')).toBe('transformer');
	expect(mend('softmx of transfomers', 'softmx', 'transfomers')).toBe('softmax of transformers');
	expect(mend('softm', 'softm')).toBeUndefined();
	expect(mend('zebra', 'zebra')).toBeUndefined();
	expect(mend('softmx')).toBeUndefined();
	expect(mend('trensformor', 'trensformor')).toBe('transformer');
	expect(mend('D_KL', 'd_kl')).toBe('kl');
	expect(mendQuery('roofline', ['offline'], ['roofline'])).toBeUndefined();
});

test('it is told whether the name, a part of the title or an alias is named', () => {
	const by = (query: string) => matchTitles(query, catalog.concepts)[0]?.by;
	expect(by('gradient descent')).toBe('name');
	expect(by('gradeint decsent')).toBe('name');
	expect(by('momentum')).toBe('part');
	expect(by('learning rate')).toBe('alias');
});

test('LaTeX is read as it is typed', () => {
	expect(tellingWords('\\frac{QK^T}{\\sqrt{d_k}}')).toEqual(['qkt', 'sqrt', 'd_k']);
	expect(tellingWords('little’s law')).toEqual(['littles', 'law']);
});
