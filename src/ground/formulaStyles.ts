/**
 * KaTeX places glyphs by `style` attributes, which the pages' policy forbids as it forbids scripts in the text: on a page, a style is a
 * class, and its rule stands in a stylesheet.
 */
const styled = /<span(?: class="([^"]*)")? style="([^"]*)"/g;

/**
 * A text with classes for the styles of its formulas.
 *
 * @param built Text of the site's own, as it was rendered.
 * @param classOf The class of a style; asked once for each element.
 */
export const withStyleClasses = (built: string, classOf: (style: string) => string): string =>
	built.replace(styled, (_, classes: string | undefined, style: string) => {
		const name = classOf(style);
		return `<span class="${classes ? `${classes} ${name}` : name}"`;
	});
