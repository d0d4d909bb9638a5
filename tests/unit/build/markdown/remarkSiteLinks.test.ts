import type { Root } from 'mdast';
import { expect, it } from 'vitest';
import { remarkSiteLinks } from '../../../../src/build/markdown/remarkSiteLinks.ts';

it.each([
	['/concepts/pca/#code', '/sixfold/concepts/pca/#code'],
	['#code', '#code'],
	['https://example.org/a', 'https://example.org/a'],
	['//example.org/a', '//example.org/a'],
])('%s becomes %s', (url, expected) => {
	const tree: Root = {
		type: 'root',
		children: [{ type: 'paragraph', children: [{ type: 'link', url, children: [] }] }],
	};
	remarkSiteLinks({ base: '/sixfold/' })(tree);
	expect(tree.children[0]).toMatchObject({ children: [{ url: expected }] });
});
