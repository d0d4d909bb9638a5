import { describe, expect, test } from 'vitest';
import { type Contents, type ListedSection, readContents } from '../../../src/search/contents.ts';
import { findAtOnce } from '../../../src/search/results.ts';
import { catalog } from './catalogFixture.ts';

function listed(anchor: string, heading: string, more: Partial<ListedSection> = {}): ListedSection {
	return { anchor, chapter: 'the-math', label: 'The math', heading, topics: '', lookups: '', ...more };
}

const contents: Contents = {
	'attention-mechanism': [
		listed('why-sqrt', 'Why divide by the root', { lookups: 'softmax saturates\n<#>' }),
		listed('masks', 'Masks', { topics: 'causal mask', lookups: 'hide the future' }),
	],
	'gradient-descent': [
		listed('rates', 'Rates that diverge', { lookups: 'loss explodes\nloss is nan' }),
		listed('softmax-loss', 'A loss'),
	],
};
const index = readContents(contents, (slug) => catalog.concepts.find((concept) => concept.slug === slug)?.category);
const found = (words: string[], category?: string) => [
	...index
		.find(
			words.map((word) => [word]),
			category,
		)
		.sections.keys(),
];

describe('the contents', () => {
	test('find sections by heading, term and lookup, in any form of the word', () => {
		expect(found(['root'])).toEqual(['attention-mechanism#why-sqrt']);
		expect(found(['causal'])).toEqual(['attention-mechanism#masks']);
		expect(found(['hiding'])).toEqual(['attention-mechanism#masks']);
		expect(found(['explode'])).toEqual(['gradient-descent#rates']);
	});

	test('find nothing for other words, for signs, and for a slip', () => {
		expect(found(['#'])).toEqual([]);
		expect(found(['xyzzy'])).toEqual([]);
		expect(found(['cuasal'])).toEqual([]);
	});

	test('put what has all words first', () => {
		expect(found(['loss', 'nan'])[0]).toBe('gradient-descent#rates');
	});

	test('take the last word for unfinished, from three letters on', () => {
		expect(found(['saturates', 'soft'])[0]).toBe('attention-mechanism#why-sqrt');
		expect(found(['div'])).toContain('attention-mechanism#why-sqrt');
		expect(found(['di'])).toEqual([]);
	});

	test('keep to a category', () => {
		const [of] = catalog.concepts.filter(({ slug }) => slug === 'gradient-descent');
		expect(found(['loss'], of?.category)).not.toContain('attention-mechanism#why-sqrt');
		expect(found(['root'], of?.category)).toEqual([]);
	});

	test('show a section by its heading, under its page', () => {
		const [first] = findAtOnce('loss is nan', catalog, index);
		expect(first?.concept.slug).toBe('gradient-descent');
		expect(first?.hits.map(({ anchor }) => anchor)).toContain('rates');
		expect(first?.hits[0]?.excerpt.map(({ text }) => text).join('')).toBe('Rates that diverge');
	});
});
