/** What every built page must hold to. */
import type { ConfigData } from 'html-validate';

export const htmlValidation: ConfigData = {
	root: true,
	extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y', 'html-validate:browser'],
	rules: {
		// A page's files come from its own host, like the page that would hold them to a hash.
		'require-sri': 'off',
		// KaTeX places the parts of a formula by inline styles; tests/site/markup.test.ts makes sure that nothing else does.
		'no-inline-style': 'off',
	},
};
