import { describe, expect, test } from 'vitest';
import type { ConceptPage } from '../../../src/concepts/page.ts';
import { conceptPath } from '../../../src/paths.ts';
import { elsewhereRenderer, withPageAddress } from '../../../src/published/elsewhere.ts';
import { contextOf, renderMarkdown } from '../../../src/published/markdown.ts';

const notation = [{ latex: 'd_k' }];
const page = {
	summary: { slug: 'attention' },
	entry: { data: { notation } },
	referenceNumber: (id: string) => (id === 'vaswani-2017' ? 3 : undefined),
} as unknown as ConceptPage;

describe('a text of a page, read on another one', () => {
	const render = elsewhereRenderer(page);

	test('leads to its own page by address, and to others as it does anyway', async () => {
		const html = await render('See [scaling](#scaling), [softmax](/concepts/softmax/#limits) and [@vaswani-2017].');
		expect(html).toContain(`href="${conceptPath('attention')}#scaling"`);
		expect(html).toContain(`href="${conceptPath('softmax')}#limits"`);
		expect(html).toContain(`href="${conceptPath('attention')}#ref-vaswani-2017"`);
		expect(html).not.toContain('href="#');
	});

	test('carries nothing that the search index alone reads', async () => {
		const text = 'Divide by $\\sqrt{d_k}$.';
		expect(await renderMarkdown(text)).toContain('data-reading="');
		expect(await render(text)).not.toContain('data-reading');
	});

	test('links no formula to a notation that does not stand there', async () => {
		const text = 'Divide by $\\sqrt{d_k}$.';
		expect(await renderMarkdown(text, contextOf(page, 'on its page'))).toContain('data-s=');
		expect(await render(text)).not.toContain('data-s=');
	});
});

test('anchors of HTML become addresses of the page, whatever else it links to', () => {
	expect(withPageAddress('<a href="#axes">a</a> <a href="/x/#y">b</a>', 'pca')).toBe(
		`<a href="${conceptPath('pca')}#axes">a</a> <a href="/x/#y">b</a>`,
	);
});
