/** What every built page must hold to. */
import type { ConfigData } from 'html-validate';

export const htmlValidation: ConfigData = {
	root: true,
	extends: ['html-validate:recommended'],
	// Astro writes the style of islands where the first one stands.
	elements: ['html5', { style: { flow: true } }],
	rules: {
		// Preact writes <input/>, which is <input>.
		'void-style': 'off',
		// KaTeX places the parts of a formula by inline styles; tests/site/markup.test.ts makes sure that nothing else does.
		'no-inline-style': 'off',
	},
};
