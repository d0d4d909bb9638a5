import { expect, test } from 'vitest';
import { type RecallCatalog, revisionsOf } from '../../../src/recall/prompts.ts';

test('revisions are found by concept and id', () => {
	const concept = { name: 'PCA', category: 'classical-ml' };
	const catalog: RecallCatalog = {
		categories: [],
		former: {},
		concepts: [
			{ ...concept, slug: 'pca', prompts: { axis: 1, scale: 3 } },
			{ ...concept, slug: 'svd', prompts: { axis: 2 } },
		],
	};
	expect([...revisionsOf(catalog)]).toEqual([
		['pca/axis', 1],
		['pca/scale', 3],
		['svd/axis', 2],
	]);
});
