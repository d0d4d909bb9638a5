/**
 * KaTeX places glyphs by `style` attributes, and a stage says by one how tall it is. The pages' policy forbids them as it forbids scripts in
 * the text: on a page, a style is a class, and its rule stands in a stylesheet.
 */
const styled = /<(span|section)(?: class="([^"]*)")? style="([^"]*)"/g;

/**
 * A text with classes for styles.
 *
 * @param built Text of the site's own, as it was rendered.
 * @param classOf The class of a style; asked once for each element.
 */
export const withStyleClasses = (built: string, classOf: (style: string) => string): string =>
	built.replace(styled, (_, element: string, classes: string | undefined, style: string) => {
		const name = classOf(style);
		return `<${element} class="${classes ? `${classes} ${name}` : name}"`;
	});
