/** Makes classes of the styles that place the glyphs of formulas, on every built page. */
import type { AstroIntegration } from 'astro';
import { withFormulaStyles } from '../formulaStyles.ts';
import { changeEveryPage } from './everyPage.ts';

export default function formulaStyles(): AstroIntegration {
	return {
		name: 'formula-styles',
		hooks: { 'astro:build:done': ({ dir }) => changeEveryPage(dir, withFormulaStyles) },
	};
}
