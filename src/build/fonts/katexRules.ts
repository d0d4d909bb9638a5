/** Cuts KaTeX's stylesheet down to the rules that fit some formula of the site; half of it is for what nobody wrote. */
import { list } from 'postcss';
import { mayHold } from '../selectors.ts';

/** Equations are only counted where one is numbered. */
const counters = /body\{counter-reset:katexEqnNo mmlEqnNo\}/;

/** Guards KaTeX's pictures against a page that styles every picture; ours styles none but its own. */
const guard = /\.katex svg\{fill-rule:[^{}]*\}/;

/**
 * Drops each selector inside a formula that names a class or an element no formula has, and each rule left without a selector.
 *
 * @param css A minified stylesheet.
 * @param classes Every class of the site's formulas, of themselves and inside.
 * @param elements Every element inside them, `svg`.
 */
export function withoutUnusedFormulaRules(
	css: string,
	classes: ReadonlySet<string>,
	elements: ReadonlySet<string>,
): string {
	const names = { elements, classes, ids: new Set<string>() };
	const counted = classes.has('eqn-num') ? css : css.replace(counters, '');
	return counted
		.replace(guard, '')
		.replace(
			/(?<=^|[{};])(\.katex(?:-display)?[\s.>][^{};]*)(\{[^{}]*\})/g,
			(rule, selectors: string, body: string) => {
				const all = list.comma(selectors);
				const used = all.filter((selector) => mayHold(selector, names));
				if (used.length === all.length) return rule;
				return used.length === 0 ? '' : used.join(',') + body;
			},
		);
}
