/** The part of a page's stylesheets that its first screen needs, to stand in the page itself. */
import postcss, { type AtRule, type Container, type Root } from 'postcss';
import { mayHold, type Names } from '../selectors.ts';

/** States that nothing is in before a reader does something, and parts that are seen only then. */
const later = new Set(['active', 'backdrop', 'focus', 'focus-visible', 'focus-within', 'hover', 'selection', 'target']);

/** At-rules that style nothing by themselves, or what no first look shows. */
const idle = /^(?:keyframes|property|view-transition|starting-style|counter-style)$/;
const elsewhere = /\bprint\b|prefers-reduced-motion/;

const isElsewhere = (media: string): boolean => media.split(',').every((query) => elsewhere.test(query));

/** Elements that browsers set in italics. */
const slanted = ['address', 'cite', 'em', 'i', 'var'];
/** Names by which faces are chosen, beside those of rules. */
const ofFaces = [...slanted, 'text', 'katex'];

/** Whether something on the first screen may be set in a face; letters of few words wait for the stylesheet. */
function isEarlyFace(face: AtRule, { elements, classes }: Names): boolean {
	const declared = new Map<string, string>();
	face.walkDecls(({ prop, value }) => {
		declared.set(prop, value);
	});
	if (declared.has('unicode-range')) return false;
	if (declared.get('font-family')?.includes('KaTeX_')) return classes.has('katex');
	// Pictures wait for their faces, words do not.
	if (declared.get('font-display') === 'block' && !elements.has('text')) return false;
	return declared.get('font-style') !== 'italic' || slanted.some((name) => elements.has(name));
}

/** Every layer in the order in which the sheets first name it: the first mention decides, and one that is empty here is not mentioned. */
function layersOf(sheets: readonly Root[]): string[] {
	const layers = new Set<string>();
	for (const sheet of sheets) {
		sheet.walkAtRules('layer', ({ params }) => {
			for (const name of params.split(/\s*,\s*/)) if (name) layers.add(name);
		});
	}
	return [...layers];
}

/** Takes out what no rule that is left asks for, until nothing is. */
function dropUnusedProperties(sheets: readonly Container[]): void {
	for (let dropped = true; dropped; ) {
		dropped = false;
		const used = new Set(sheets.flatMap((sheet) => String(sheet).match(/(?<=var\()--[\w-]+/g) ?? []));
		for (const sheet of sheets) {
			sheet.walkDecls(/^--/, (declaration) => {
				if (used.has(declaration.prop)) return;
				declaration.remove();
				dropped = true;
			});
		}
	}
}

function dropEmpty(sheet: Container): void {
	sheet.each((node) => {
		if (!('nodes' in node) || !node.nodes) return;
		dropEmpty(node as Container);
		if (node.nodes.length === 0) node.remove();
	});
}

/** Pages differ in names that no rule knows: by the others most are alike. */
const made = new Map<string, string>();

/** What decides about the rules, as one text. */
function keyOf(sheets: readonly string[], names: Names): string {
	const css = sheets.join('\n');
	const mentioned = new Set([...(css.match(/[\w-]+/g) ?? []), ...ofFaces]);
	const known = Object.values(names).map((of: ReadonlySet<string> = new Set()) =>
		[...of].filter((name) => mentioned.has(name)).sort(),
	);
	return JSON.stringify(known) + css;
}

/**
 * The rules that may hold for something on the first screen, in their order and layers. They stand in the sheets as well, which are as they
 * were: once these come, every rule is at its place.
 *
 * @param sheets The page's stylesheets in their order.
 * @param names What is on the first screen.
 */
export function firstScreenStyles(sheets: readonly string[], names: Names): string {
	const key = keyOf(sheets, names);
	const styles = made.get(key) ?? rulesFor(sheets, names);
	made.set(key, styles);
	return styles;
}

function rulesFor(sheets: readonly string[], names: Names): string {
	const roots = sheets.map((sheet) => postcss.parse(sheet));
	const layers = layersOf(roots);
	for (const root of roots) {
		root.walkAtRules((rule) => {
			const { name, params, nodes } = rule;
			const isIdle = idle.test(name) || (name === 'media' && isElsewhere(params));
			if (isIdle || (name === 'font-face' && !isEarlyFace(rule, names)) || (name === 'layer' && !nodes)) rule.remove();
		});
		root.walkRules((rule) => {
			const needed = rule.selectors.filter((selector) => mayHold(selector, names, later));
			if (needed.length === 0) rule.remove();
			else rule.selectors = needed;
		});
	}
	dropUnusedProperties(roots);
	for (const root of roots) dropEmpty(root);
	const order = layers.length > 0 ? `@layer ${layers.join(',')};` : '';
	return order + roots.map(String).join('');
}
