/** The styles that elements of a page have, most of them of formulas, as rules in its head: they are in no layer, so that they win over every stylesheet as an attribute does. */
import { withStyleClasses } from '../ground/styleClasses.ts';

/** A thousandth of an em is a fiftieth of a pixel: nobody sees more, and every page pays for it. */
const PLACES = 3;

/** Lengths without what says nothing: further places, zeros before a point, the end of the last declaration. */
const minified = (style: string): string =>
	style
		.replace(/-?\d*\.\d+/g, (length) => String(Number(Number(length).toFixed(PLACES))))
		.replace(/(?<![\d.])0\./g, '.')
		.replace(/;$/, '');

/** The page without `style` attributes. Classes are named in the order of their rules: beside what is alike, it compresses best. No word ends in a number. */
export function withStyleRules(html: string): string {
	const found = new Set<string>();
	withStyleClasses(html, (style) => {
		found.add(minified(style));
		return '';
	});
	if (found.size === 0) return html;
	const names = new Map([...found].sort().map((style, at) => [style, `k${at}`]));
	const rules = [...names].map(([style, name]) => `.${name}{${style}}`).join('');
	const classed = withStyleClasses(html, (style) => names.get(minified(style)) ?? '');
	return classed.replace('</head>', () => `<style>${rules}</style></head>`);
}
