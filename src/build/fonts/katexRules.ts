/** Cuts KaTeX's stylesheet down to the rules that fit some formula of the site; half of it is for what nobody wrote. */

/**
 * Drops each selector inside `.katex` that names a class no formula has, and each rule left without a selector.
 *
 * @param css A minified stylesheet.
 * @param classes Every class inside the site's formulas.
 */
export function withoutUnusedFormulaRules(css: string, classes: ReadonlySet<string>): string {
	return css.replace(/(?<=^|[{};])(\.katex[\s.>][^{};]*)(\{[^{}]*\})/g, (rule, list: string, body: string) => {
		const selectors = list.split(',');
		const used = selectors.filter((selector) => namedClasses(selector).every((name) => classes.has(name)));
		if (used.length === selectors.length) return rule;
		return used.length === 0 ? '' : used.join(',') + body;
	});
}

function namedClasses(selector: string): string[] {
	return [...selector.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name);
}
