import { describe, expect, test, vi } from 'vitest';
import {
	allConcepts,
	countOf,
	type FoundPage,
	type FullText,
	findByTitle,
	findEverywhere,
} from '../../../src/search/results.ts';
import { catalog } from './catalogFixture.ts';

/** A page on which each of the words stands once in the math. */
function pageWith(slug: string, text: string): FoundPage {
	const words = text.split(' ');
	return {
		slug,
		content: `The math. ${text}`,
		anchors: [{ element: 'h2', id: 'the-math', text: 'The math', location: 0 }],
		locations: words.map((_, i) => ({ location: i + 2, score: 1 })),
		levels: '',
	};
}

/** An index that knows some queries, by their words. */
function index(known: Record<string, FoundPage[]>, words: string[] = []) {
	return {
		find: vi.fn(async (query: string) => known[query] ?? []),
		words: vi.fn(async () => words),
	} satisfies FullText;
}

const slugs = (results: readonly { concept: { slug: string } }[]): string[] =>
	results.map(({ concept }) => concept.slug);

describe('everywhere', () => {
	test('concepts found by title come first and take the hits of their page', async () => {
		const text = index({
			gradient: [pageWith('attention-mechanism', 'gradient'), pageWith('gradient-descent', 'gradient')],
		});
		const { results } = await findEverywhere('gradient', catalog, text);
		expect(slugs(results)).toEqual(['gradient-descent', 'attention-mechanism']);
		expect(results.map(({ hits }) => hits.length)).toEqual([1, 1]);
	});

	test('the index is asked within the chosen category', async () => {
		const text = index({});
		await findEverywhere('encoding', catalog, text, 'llms');
		expect(text.find).toHaveBeenCalledWith('encoding', 'llms');
		expect(slugs(findByTitle('encoding', catalog, 'llms'))).toEqual(['tokenization-bpe']);
	});

	test('a query without a hit is mended, and says by what', async () => {
		const text = index({ softmax: [pageWith('attention-mechanism', 'softmax')] }, ['softmax']);
		const found = await findEverywhere('sofmax', catalog, text);
		expect(found.mended).toBe('softmax');
		expect(slugs(found.results)).toEqual(['attention-mechanism']);
	});

	test('a script is asked for as LaTeX writes it and as the index spells it', async () => {
		const text = index({ dk: [pageWith('attention-mechanism', 'dₖ')] });
		expect(slugs((await findEverywhere('d_k', catalog, text)).results)).toEqual(['attention-mechanism']);
		await findEverywhere('softmax(QK^T', catalog, text);
		expect(text.find).toHaveBeenLastCalledWith('softmax(QKT', undefined);
	});

	test('the first letter of a title does not search the text', async () => {
		const text = index({});
		expect(slugs((await findEverywhere('t', catalog, text)).results)).toContain('tokenization-bpe');
		expect(text.find).not.toHaveBeenCalled();
	});

	test('when nothing is found the nearest are offered', async () => {
		const found = await findEverywhere('transformation', catalog, index({}));
		expect(found.results).toEqual([]);
		expect(slugs(found.nearest)[0]).toBe('transformer-architecture');
	});

	test('what the index knows and the catalog does not is left out', async () => {
		const found = await findEverywhere('softmax', catalog, index({ softmax: [pageWith('retired', 'softmax')] }));
		expect(found.results).toEqual([]);
	});
});

test('a concept without hits counts as one result, else its hits count', () => {
	const [first, second] = allConcepts(catalog);
	if (!first || !second) throw new Error('the fixture has concepts');
	const hit = { anchor: 'code', stage: 4 as const, label: 'Runnable code', excerpt: [] };
	expect(countOf([first, { ...second, hits: [hit, hit] }])).toBe(3);
});
