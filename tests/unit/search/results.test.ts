import { describe, expect, test, vi } from 'vitest';
import {
	allConcepts,
	countOf,
	type FoundText,
	type FullText,
	findByTitle,
	findEverywhere,
	prepare,
} from '../../../src/search/results.ts';
import { catalog } from './catalogFixture.ts';

/** An index of these sections, each a slug and its text, which finds whole words and counts a point for each. */
function index(sections: readonly (readonly [slug: string, text: string])[], words: string[] = []) {
	const find = async (typed: readonly (readonly string[])[]): Promise<FoundText> => ({
		sections: new Map(
			sections.map(([slug, content], at) => [
				`${at}`,
				{
					slug,
					anchor: `section-${at}`,
					chapter: 'the-math',
					label: 'The math',
					heading: '',
					topics: '',
					lookups: '',
					asked: '',
					content,
				},
			]),
		),
		scores: typed.map(
			(spellings) =>
				new Map(
					sections.flatMap(([, content], at) =>
						spellings.some((spelling) => content.split(' ').includes(spelling)) ? [[`${at}`, 1]] : [],
					),
				),
		),
	});
	return {
		find: vi.fn(find),
		prepare: vi.fn<FullText['prepare']>(),
		words: vi.fn(async () => words),
	} satisfies FullText;
}

const slugs = (results: readonly { concept: { slug: string } }[]): string[] =>
	results.map(({ concept }) => concept.slug);

describe('everywhere', () => {
	test('a concept that the query names comes first and takes the hits of its page', async () => {
		const text = index([
			['attention-mechanism', 'gradient'],
			['gradient-descent', 'gradient'],
		]);
		const { results } = await findEverywhere('gradient', catalog, text);
		expect(slugs(results)).toEqual(['gradient-descent', 'attention-mechanism']);
		expect(results.map(({ hits, isNamed }) => [hits.length, isNamed])).toEqual([
			[1, true],
			[1, false],
		]);
	});

	test('a slip that the index forgives in some sections is mended all the same: its title leads', async () => {
		const text = index(
			[
				['kv-cache', 'attention'],
				['attention-mechanism', 'attention'],
			],
			['attention'],
		);
		const find = async (typed: Parameters<typeof text.find>[0]): Promise<FoundText> => {
			const found = await text.find(typed);
			const isSlip = typed[0]?.[0] === 'atention';
			return isSlip ? { ...found, scores: [new Map([['0', 1]])] } : found;
		};
		const { results, mended } = await findEverywhere('atention', catalog, { ...text, find });
		expect(mended).toBe('attention');
		expect(slugs(results)[0]).toBe('attention-mechanism');
	});

	test('a word too many loses nothing, and what has more of the words comes first', async () => {
		const text = index([
			['kv-cache', 'decay'],
			['gradient-descent', 'weight decay'],
		]);
		const { results } = await findEverywhere('weight decay vs lasso', catalog, text);
		expect(slugs(results)).toEqual(['gradient-descent', 'kv-cache']);
	});

	test('at most four hits of a concept, at most two of a stage', async () => {
		const text = index(Array.from({ length: 6 }, () => ['kv-cache', 'softmax']));
		const { results } = await findEverywhere('softmax', catalog, text);
		expect(results.map(({ hits }) => hits.length)).toEqual([2]);
	});

	test('the index is asked within the chosen category', async () => {
		const text = index([]);
		await findEverywhere('encoding', catalog, text, 'llms');
		expect(text.find).toHaveBeenCalledWith([['encoding']], 'llms');
		expect(slugs(findByTitle('encoding', catalog, 'llms'))).toEqual(['tokenization-bpe']);
	});

	test.each([
		['sofmax', 'softmax'],
		['sofmax scores', 'softmax scores'],
	])('words of %s that nothing has are mended, and it says by what', async (query, mended) => {
		const text = index([['attention-mechanism', 'softmax scores']], ['softmax', 'scores']);
		const found = await findEverywhere(query, catalog, text);
		expect(found.mended).toBe(mended);
		expect(slugs(found.results)).toEqual(['attention-mechanism']);
	});

	test('a script is asked for as typed and as the index spells it, and signs of LaTeX part nothing', async () => {
		const text = index([['attention-mechanism', 'dk']]);
		expect(slugs((await findEverywhere('d_k', catalog, text)).results)).toEqual(['attention-mechanism']);
		await findEverywhere('softmax QK^T \\sqrt{d_k}', catalog, text);
		expect(text.find).toHaveBeenLastCalledWith([['softmax'], ['qkt'], ['sqrt'], ['d_k', 'dk'], ['dk']], undefined);
	});

	test('of a formula, what stands between spaces is asked for as one word too', async () => {
		const text = index([['attention-mechanism', 'e z T']]);
		await findEverywhere('e^(z/T)', catalog, text);
		expect(text.find).toHaveBeenLastCalledWith([['e'], ['z'], ['t'], ['ezt']], undefined);
	});

	test('a concept that answers with several sections leads one with a passage as good', async () => {
		const text = index([
			['attention-mechanism', 'a noise floor'],
			['gradient-descent', 'a noise floor'],
			['gradient-descent', 'the floor of noise'],
		]);
		const { results } = await findEverywhere('noise floor', catalog, text);
		expect(slugs(results)).toEqual(['gradient-descent', 'attention-mechanism']);
	});

	test('the first letter of a title does not search the text', async () => {
		const text = index([]);
		expect(slugs((await findEverywhere('t', catalog, text)).results)).toContain('tokenization-bpe');
		expect(text.find).not.toHaveBeenCalled();
	});

	test('when nothing is found the nearest are offered', async () => {
		const found = await findEverywhere('transformation', catalog, index([]));
		expect(found.results).toEqual([]);
		expect(slugs(found.nearest)[0]).toBe('transformer-architecture');
	});

	test('what the index knows and the catalog does not is left out', async () => {
		const found = await findEverywhere('softmax', catalog, index([['retired', 'softmax']]));
		expect(found.results).toEqual([]);
	});
});

test.each(['softmax', 'softmax of d_k', 'e^(z/T)'])(
	'what %s needs is fetched before it is looked for',
	async (query) => {
		const text = index([['attention-mechanism', 'softmax']]);
		prepare(query, text);
		await findEverywhere(query, catalog, text);
		expect(text.prepare.mock.calls[0]?.[0]).toEqual(text.find.mock.calls[0]?.[0]);
	},
);

test('for a single letter nothing is fetched: it is the start of titles', () => {
	const text = index([]);
	prepare('s', text);
	expect(text.prepare).not.toHaveBeenCalled();
});

test('a concept without hits counts as one result, else its hits count', () => {
	const [first, second] = allConcepts(catalog);
	if (!first || !second) throw new Error('the fixture has concepts');
	const hit = { anchor: 'code', stage: 4 as const, label: 'Runnable code', excerpt: [] };
	expect(countOf([first, { ...second, hits: [hit, hit] }])).toBe(3);
});
