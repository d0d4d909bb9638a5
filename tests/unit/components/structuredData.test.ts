import { expect, it } from 'vitest';
import { breadcrumbs, learningResource, structuredDataText } from '../../../src/components/structuredData.ts';
import type { ConceptSummary } from '../../../src/concepts/catalog.ts';

const concept: ConceptSummary = {
	slug: 'kv-cache',
	title: 'KV </script><script>alert(1)</script> Cache',
	name: 'KV Cache',
	parenthesis: undefined,
	description: 'What is stored.',
	level: 'core',
	aliases: ['prefill'],
	minutes: 12,
	category: { id: 'llms', title: 'LLMs', track: 'ml', description: 'x', accent: 'madder', concepts: ['kv-cache'] },
	published: '2026-01-02',
	checked: '2026-03-04',
	changes: [{ date: '2026-02-03', what: 'More.' }],
};

it('describes a concept', () => {
	expect(learningResource(concept, 'https://example.org/a/', 'https://example.org/a.png')).toMatchObject({
		'@type': 'LearningResource',
		url: 'https://example.org/a/',
		timeRequired: 'PT12M',
		datePublished: '2026-01-02',
		dateModified: '2026-02-03',
	});
});

it('numbers the way to a page', () => {
	const { itemListElement } = breadcrumbs([
		{ name: 'Catalog', address: '/' },
		{ name: 'LLMs', address: '/categories/llms/' },
	]) as { itemListElement: { position: number; item: string }[] };
	expect(itemListElement.map(({ position, item }) => [position, item])).toEqual([
		[1, '/'],
		[2, '/categories/llms/'],
	]);
});

it('cannot be ended by what it contains', () => {
	const text = structuredDataText([learningResource(concept, '/', '/a.png')]);
	expect(text).not.toContain('<');
	expect(JSON.parse(text)['@graph'][0].name).toBe(concept.title);
});
