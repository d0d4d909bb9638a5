/** Cuts KaTeX's stylesheet down to the rules that fit some formula of the site; half of it is for what nobody wrote. */

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
	const counted = classes.has('eqn-num') ? css : css.replace(counters, '');
	return counted
		.replace(guard, '')
		.replace(/(?<=^|[{};])(\.katex(?:-display)?[\s.>][^{};]*)(\{[^{}]*\})/g, (rule, list: string, body: string) => {
			const selectors = list.split(',');
			const used = selectors.filter((selector) => {
				const names = [...selector.matchAll(/([.:]*)([a-z][\w-]*)/gi)];
				return names.every(([, kind, name = '']) =>
					kind === '.' ? classes.has(name) : kind === '' ? elements.has(name) : true,
				);
			});
			if (used.length === selectors.length) return rule;
			return used.length === 0 ? '' : used.join(',') + body;
		});
}
