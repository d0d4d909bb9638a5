/**
 * Marks the page's symbols in a formula that KaTeX has drawn, by `data-s` with the symbol's number. The symbols are found in KaTeX's parse
 * tree and dyed there, each occurrence in a color of its own; dye changes no metric, and where it shows in the finished spans, the mark
 * goes in its place. Wrapping them instead (`\htmlData`) would move scripts.
 */
import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import katex from 'katex';
import { type Occurrence, readFormula, type SymbolForm } from '../../concepts/formulas/symbols.ts';
import { type FormulaNode, parseFormula, withParts } from '../../concepts/formulas/tree.ts';
import { katexTree } from './katexTree.ts';

/** A command that stands for a whole parse tree, as KaTeX renders from text alone. */
const TREE = '\\sixfoldtree';

/** What KaTeX hands to a command: the settings of the rendering under way, macros as they were given. */
interface CommandContext {
	readonly parser: { readonly settings: { readonly macros: Readonly<Record<string, unknown>> } };
}

const { __defineFunction: defineFunction } = katex as unknown as {
	__defineFunction: (spec: {
		type: string;
		names: string[];
		numArgs: number;
		handler: (context: CommandContext) => FormulaNode;
	}) => void;
};

// The tree comes with each rendering: `npm run dev` has this module twice, in Node and in Vite, and KaTeX once. A module's own variable
// would be the other one's. No formula can name the key, as it is no single token.
const TREE_KEY = 'tree of the formula';
defineFunction({
	type: 'internal',
	names: [TREE],
	numArgs: 0,
	handler: ({ parser }) => parser.settings.macros[TREE_KEY] as FormulaNode,
});

/**
 * The `.katex-html` of a formula with its symbols marked.
 *
 * @param drawn the same without marks
 * @returns `drawn` itself when no symbol stands in it, or when marking would do more to it than add attributes
 */
export function linkSymbols(
	drawn: Element,
	latex: string,
	displayMode: boolean,
	forms: readonly SymbolForm[],
): Element {
	const nodes = parseFormula(latex, displayMode);
	const { occurrences } = readFormula(nodes, forms);
	if (!nodes || occurrences.length === 0) return drawn;
	const macros = { [TREE_KEY]: dyed('', dye(nodes, occurrences)) };
	// KaTeX's types know of macros that are text alone.
	const options: object = { displayMode, strict: 'ignore', output: 'html', macros };
	const html = katex.renderToString(TREE, options);
	const marked = find({ type: 'root', children: katexTree(html) }, 'katex-html');
	if (!marked) return drawn;
	// Whole lines have struts in them: what is marked stands inside.
	for (const line of elementsIn(marked)) for (const child of elementsIn(line)) mark(child, occurrences);
	wash(marked);
	return withoutMarks(marked) === withoutMarks(drawn) ? marked : drawn;
}

function dyed(color: string, body: readonly FormulaNode[]): FormulaNode {
	return { type: 'color', mode: 'math', color, body };
}

const colorOf = (index: number): string => `#${(index + 1).toString(16).padStart(6, '0')}`;

/**
 * The part that KaTeX lays out by what it is: a base in another node's clothes would move its scripts. It takes its color from around its
 * owner, whose other parts lose it again.
 */
const self: Readonly<Record<string, string>> = { supsub: 'base', sqrt: 'body' };

function dye(nodes: readonly FormulaNode[], occurrences: readonly Occurrence[]): readonly FormulaNode[] {
	const colors = new Map(
		occurrences.flatMap(({ nodes: parts }, index) => parts.map((part) => [part, colorOf(index)] as const)),
	);
	const paint = (node: FormulaNode): FormulaNode => {
		const color = colors.get(node);
		if (color !== undefined) return dyed(color, [node]);
		const field = self[node.type];
		const around = field === undefined ? undefined : colors.get(node[field] as FormulaNode);
		const painted = withParts(node, {
			row: (row) => row.map(paint),
			single: (part, name) => {
				if (around === undefined) return paint(part);
				return name === field ? part : dyed('', [paint(part)]);
			},
		});
		return around === undefined ? painted : dyed(around, [painted]);
	};
	return nodes.map(paint);
}

const elementsIn = (node: Element | Root): Element[] =>
	(node.children as ElementContent[]).filter((child) => child.type === 'element');

const COLOR = /color:(#[\da-f]{6});/;

const styleOf = ({ properties }: Element): string => (typeof properties.style === 'string' ? properties.style : '');

/** The colors of the letters in an element; undefined stands for the ones without. */
function colorsIn(element: Element): Set<string | undefined> {
	const colors = new Set<string | undefined>();
	for (const child of element.children) {
		// Zero-width spaces prop up KaTeX's lists.
		if (child.type === 'text' && child.value !== '\u200b') colors.add(COLOR.exec(styleOf(element))?.[1]);
		if (child.type === 'element') for (const color of colorsIn(child)) colors.add(color);
	}
	return colors;
}

/** Marks the innermost element that holds all of a symbol, or its pieces where others stand between them. */
function mark(element: Element, occurrences: readonly Occurrence[]): void {
	const inside = elementsIn(element);
	const lettered = inside.filter((child) => colorsIn(child).size > 0);
	const [color, ...others] = colorsIn(element);
	const isInnermost = lettered.length !== 1 || element.children.length > inside.length;
	if (color !== undefined && others.length === 0 && isInnermost) {
		const symbol = occurrences[Number.parseInt(color.slice(1), 16) - 1]?.symbol;
		if (symbol !== undefined) element.properties.dataS = String(symbol);
	} else {
		for (const child of inside) mark(child, occurrences);
	}
}

function wash(element: Element): void {
	const style = styleOf(element).replace(COLOR, '');
	if (style) element.properties.style = style;
	else delete element.properties.style;
	elementsIn(element).forEach(wash);
}

/**
 * All that an element holds, but marks, as a text to compare by; letters stand in one span again that KaTeX sets so when they have no dye to
 * keep them apart.
 */
function withoutMarks(element: Element): string {
	const bare = (node: ElementContent): ElementContent => {
		if (node.type !== 'element') return { type: 'text', value: textOf(node) };
		const { tagName, children } = node;
		const { dataS: _, ...properties } = node.properties;
		return { type: 'element', tagName, properties, children: joined(children.map(bare)) };
	};
	return JSON.stringify(bare(element));
}

function joined(children: readonly ElementContent[]): ElementContent[] {
	const list: ElementContent[] = [];
	for (const child of children) {
		const before = list.at(-1);
		const [textBefore, text] = [before && letterOf(before), letterOf(child)];
		if (textBefore !== undefined && text !== undefined && canJoin(before as Element, child as Element)) {
			list[list.length - 1] = { ...(child as Element), children: [{ type: 'text', value: textBefore + text }] };
		} else list.push(child);
	}
	return list;
}

function letterOf(node: ElementContent): string | undefined {
	const [text, ...others] = node.type === 'element' ? node.children : [];
	return text?.type === 'text' && others.length === 0 ? text.value : undefined;
}

/** KaTeX's own rule: the same classes, no space between them, and not of a kind that has spacing of its own. */
function canJoin(before: Element, after: Element): boolean {
	const [classes, others] = [before, after].map(
		({ properties }) => (properties.className as string[] | undefined) ?? [],
	);
	const names = classes?.join(' ') ?? '';
	return styleOf(before) === '' && names === others?.join(' ') && !/^(?:mord|mbin|)$/.test(names);
}

function find(node: Element | Root, className: string): Element | undefined {
	for (const child of elementsIn(node)) {
		const { className: classes } = child.properties;
		const found = Array.isArray(classes) && classes.includes(className) ? child : find(child, className);
		if (found) return found;
	}
	return undefined;
}
