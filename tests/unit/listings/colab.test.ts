import { expect, it } from 'vitest';
import { colabAddress } from '../../../src/listings/colab.ts';

it.each(['https://github.com/some/site', 'https://github.com/some/site.git'])('opens notebooks of %s', (repository) => {
	expect(colabAddress(repository, 'concepts/kv-cache/kv-cache.ipynb')).toBe(
		'https://colab.research.google.com/github/some/site/blob/gh-pages/concepts/kv-cache/kv-cache.ipynb',
	);
});

it.each([undefined, 'https://example.org/some/site', 'https://github.com/some'])(
	'leaves out what Colab cannot read: %s',
	(repository) => {
		expect(colabAddress(repository, 'a.ipynb')).toBeUndefined();
	},
);
