/** The files that the review is made of: every prompt of every page, rendered, with a way back to the section that answers it. */
import { describe, expect, test } from 'vitest';
import type { AnkiText, PromptText, RecallCatalog } from '../../src/recall/prompts.ts';
import { builtSites, isConceptPage } from './builtSite.ts';

describe.each(builtSites())('$name', (site) => {
	const json = <Content>(file: string): Content => JSON.parse(site.read(file).toString());
	const catalog = json<RecallCatalog>('review/concepts.json');

	test('the catalog has the concepts that have a page, in known categories', () => {
		const slugs = site.pages.filter(isConceptPage).map(({ route }) => route.split('/')[1]);
		expect(catalog.concepts.map(({ slug }) => slug).toSorted()).toEqual(slugs.toSorted());
		const categories = catalog.categories.map(({ id }) => id);
		for (const { category } of catalog.concepts) expect(categories).toContain(category);
	});

	test.each(catalog.concepts)('the prompts of $slug lead to their sections', ({ slug, prompts }) => {
		const page = site.pages.find(({ route }) => route === `concepts/${slug}/`);
		const texts = json<PromptText[]>(`concepts/${slug}/prompts.json`);
		expect(Object.fromEntries(texts.map(({ id, revision }) => [id, revision]))).toEqual(prompts);
		for (const { see, section, ask, answer } of texts) {
			expect(page?.ids.has(see), `${slug} has #${see}`).toBe(true);
			expect(section).not.toBe('');
			for (const html of [ask, answer]) {
				expect(html).toMatch(/^\s*</);
				expect(html).not.toMatch(/href="#|katex-error|data-reading=/);
			}
		}
	});

	test.each(catalog.concepts)('the prompts of $slug for Anki have formulas that MathJax draws', ({ slug, prompts }) => {
		const texts = json<AnkiText[]>(`concepts/${slug}/anki.json`);
		expect(texts.map(({ id }) => id)).toEqual(Object.keys(prompts));
		for (const { ask, answer } of texts) {
			expect(ask + answer).not.toMatch(/katex|class="math|\[@|href="#/);
			expect((ask + answer).split('\\(')).toHaveLength((ask + answer).split('\\)').length);
		}
	});
});
