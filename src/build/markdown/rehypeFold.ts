/**
 * Draws formulas and highlights code, each folded into one node of finished HTML. Otherwise, thousands of elements travel through JSX one
 * by one: 200 pages of math took three times as long and half as much memory again. A formula that was drawn before is not drawn again:
 * questions stand on their page and in their drill, and every page has its letters dozens of times.
 */
import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString as textOf } from 'hast-util-to-string';
import katex from 'katex';
import type { Parent } from 'unist';
import { EXIT, SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { latexToText } from '../../concepts/formulas/latexToText.ts';
import { formsOf, type SymbolForm, type WrittenSymbol } from '../../concepts/formulas/symbols.ts';
import { highlight } from '../../published/highlight.ts';
import { breakLines } from './breakLines.ts';
import { katexTree } from './katexTree.ts';
import { linkSymbols } from './linkSymbols.ts';
import { mendMathml } from './mathml.ts';
import { isMdx } from './mdx.ts';

function hasClass(node: Element, name: string): boolean {
	const { className } = node.properties;
	return Array.isArray(className) && className.includes(name);
}

/** How to lay out MathML: nobody sees it, and no screen reader reads it out. */
const isLayout = new Set([
	'columnalign',
	'columnspacing',
	'rowspacing',
	'lspace',
	'rspace',
	'stretchy',
	'displaystyle',
	'scriptlevel',
]);

/**
 * Takes the author's LaTeX out of a formula. KaTeX keeps it in an annotation beside the MathML, in a wrapper that nothing
 * else needs; without both, and without what only lays out, a page of math is a tenth smaller.
 */
function takeLatex(formula: Element): string {
	let latex = '';
	visit(formula, 'element', (node) => {
		if (node.tagName !== 'math') return;
		mendMathml(node);
		visit(node, 'element', (part) => {
			if (part.tagName === 'annotation') latex = textOf(part);
			for (const name of Object.keys(part.properties)) {
				if (isLayout.has(name.toLowerCase())) delete part.properties[name];
			}
		});
		const [semantics] = node.children;
		const [row] = semantics?.type === 'element' ? semantics.children : [];
		node.children = row?.type === 'element' && row.tagName === 'mrow' ? row.children : row ? [row] : [];
		delete node.properties.xmlns;
	});
	return latex;
}

const escapes: Record<string, string> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };
const attribute = (value: string): string => value.replace(/[&"<>]/g, (character) => escapes[character] ?? '');

/**
 * Takes the punctuation that touches a formula out of its neighbors. Browsers break a line between a formula's box and a
 * comma; kept in one span with the formula, the comma stays. A long formula has to break somewhere, so it is left alone.
 */
function takePunctuation(siblings: ElementContent[], index: number, text: string): { before: string; after: string } {
	const taken = { before: '', after: '' };
	if (text.length > 24) return taken;
	const take = (node: ElementContent | undefined, pattern: RegExp): string => {
		if (node?.type !== 'text') return '';
		const [found = ''] = pattern.exec(node.value) ?? [];
		node.value = node.value.replace(pattern, '');
		return found;
	};
	taken.before = take(siblings[index - 1], /[(“‘]+$/);
	taken.after = take(siblings[index + 1], /^[,.;:!?)’”]+/);
	return taken;
}

/** The symbols that the page of a text declares: in the frontmatter of a concept, or handed down to its other texts as such. */
interface Notation {
	/** The same for the same symbols. */
	readonly name: string;
	readonly written: readonly WrittenSymbol[];
}

function notationFor(file: VFile): Notation {
	const { notation = [] } =
		(file.data.astro as { frontmatter: { notation?: WrittenSymbol[] } } | undefined)?.frontmatter ?? {};
	return { name: JSON.stringify(notation), written: notation };
}

const forms = new Map<string, readonly SymbolForm[]>();

function formsIn({ name, written }: Notation): readonly SymbolForm[] {
	const known = forms.get(name) ?? formsOf(written);
	forms.set(name, known);
	return known;
}

/** Puts the marks of the page's symbols into what KaTeX drew for the eye, and lets a display break where it may. */
function link(formula: Element, latex: string, display: boolean, forms: readonly SymbolForm[]): void {
	visit(formula, 'element', (node, index, parent) => {
		if (index === undefined || !parent || !hasClass(node, 'katex-html')) return undefined;
		const linked = linkSymbols(node, latex, display, forms);
		if (display) breakLines(linked);
		(parent as Parent).children[index] = linked;
		return EXIT;
	});
}

/** The LaTeX of an element that stands for a formula, as remark-math leaves it. */
function formulaIn(node: Element): { readonly latex: string; readonly display: boolean } | undefined {
	const [code = node] = node.tagName === 'pre' ? node.children : [node];
	if (code.type !== 'element' || !hasClass(code, 'language-math')) return undefined;
	return { latex: textOf(code), display: node.tagName === 'pre' };
}

interface Formula {
	readonly html: string;
	/** Its plain reading. */
	readonly text: string;
}

/** What was drawn, by all that it depends on. */
const drawn = new Map<string, Formula>();
const MOST_DRAWN = 10_000;

/**
 * A formula as drawn by KaTeX, with its plain reading for the search index, which takes it out again.
 *
 * @returns undefined when KaTeX refuses it
 */
function draw(latex: string, display: boolean, notation: Notation): Formula | undefined {
	const key = JSON.stringify([latex, display, notation.name]);
	const known = drawn.get(key);
	if (known) return known;
	let formula: ElementContent | undefined;
	try {
		const options = { displayMode: display, output: 'htmlAndMathml', strict: 'error' } as const;
		[formula] = katexTree(katex.renderToString(latex, options));
	} catch {
		return undefined;
	}
	if (formula?.type !== 'element') return undefined;
	const result = fold(formula, display, notation);
	// Pages that stand beside each other share most.
	if (drawn.size >= MOST_DRAWN) drawn.clear();
	drawn.set(key, result);
	return result;
}

function fold(formula: Element, display: boolean, notation: Notation): Formula {
	const tag = display ? 'div' : 'span';
	const latex = takeLatex(formula);
	const text = latexToText(latex);
	link(formula, latex, display, formsIn(notation));
	const html = `<${tag} class="math${display ? ' display' : ''}" data-reading="${attribute(text)}">${toHtml(formula)}</${tag}>`;
	return { html, text };
}

/** A fenced block, highlighted with the site's own classes. */
async function foldCode(pre: Element): Promise<string | undefined> {
	const [code] = pre.children;
	if (code?.type !== 'element' || code.tagName !== 'code') return undefined;
	const { className } = code.properties;
	const language = Array.isArray(className)
		? className
				.map(String)
				.find((name) => name.startsWith('language-'))
				?.slice('language-'.length)
		: undefined;
	const html = await highlight(textOf(code).replace(/\n$/, ''), language ?? 'text');
	return `<pre class="code scroller"><code>${html}</code></pre>`;
}

/** MDX takes finished HTML as a fragment, plain Markdown as a raw node. */
function finished(html: string, mdx: boolean): ElementContent {
	return mdx
		? ({
				type: 'mdxJsxFlowElement',
				name: 'Fragment',
				attributes: [{ type: 'mdxJsxAttribute', name: 'set:html', value: html }],
				children: [],
			} as unknown as ElementContent)
		: ({ type: 'raw', value: html } as unknown as ElementContent);
}

export function rehypeFold() {
	return async (tree: Root, file: VFile): Promise<void> => {
		const mdx = isMdx(file);
		const notation = notationFor(file);
		const pending: Promise<void>[] = [];
		visit(tree, 'element', (node, index, parent) => {
			if (parent === undefined || index === undefined) return undefined;
			const replace = (html: string): void => {
				const at = (parent as Parent).children.indexOf(node);
				(parent as Parent).children[at] = finished(html, mdx);
			};
			const written = formulaIn(node);
			if (written) {
				const { latex, display } = written;
				const formula = draw(latex, display, notation);
				if (!formula) return SKIP;
				const { html, text } = formula;
				const { before, after } = display
					? { before: '', after: '' }
					: takePunctuation((parent as Element).children, index, text);
				replace(before || after ? `<span class="unbroken">${before}${html}${after}</span>` : html);
				return SKIP;
			}
			if (node.tagName === 'pre') {
				pending.push(
					foldCode(node).then((html) => {
						if (html !== undefined) replace(html);
					}),
				);
				return SKIP;
			}
			return undefined;
		});
		await Promise.all(pending);
	};
}
