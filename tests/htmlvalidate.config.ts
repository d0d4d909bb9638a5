/** What every built page must hold to. */
import type { ConfigData } from 'html-validate';

export const htmlValidation: ConfigData = {
	root: true,
	extends: ['html-validate:recommended'],
	rules: {
		// KaTeX places the parts of a formula by inline styles; tests/site/markup.test.ts makes sure that nothing else does.
		'no-inline-style': 'off',
	},
};
