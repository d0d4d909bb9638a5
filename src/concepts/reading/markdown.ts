/** Markdown as the site writes it (GFM, math, and MDX in `index.mdx`), parsed to a tree with positions and no more. */
import type { Heading, Nodes, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { latexToText } from '../formulas/latexToText.ts';

export type Component = MdxJsxFlowElement | MdxJsxTextElement;

const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkMath).freeze();
const mdx = unified().use(remarkParse).use(remarkGfm).use(remarkMath).use(remarkMdx).freeze();

/** Parses a YAML text field. Never throws: all text is Markdown. */
export function parseMarkdown(source: string): Root {
	return markdown.parse(source);
}

/**
 * Parses the body of an `index.mdx`.
 *
 * @throws VFileMessage with the line and column of the first thing that is not MDX.
 */
export function parseMdx(source: string): Root {
	return mdx.parse(source);
}

export interface FrontmatterSplit {
	/** YAML between the fences, or undefined where the file does not open with frontmatter. */
	readonly yaml: string | undefined;
	/** The whole source with the frontmatter blanked out, so that every position still holds. */
	readonly body: string;
}

/** Splits the source of an `index.mdx`. The YAML starts on line 2. */
export function splitFrontmatter(source: string): FrontmatterSplit {
	const match = /^---[ \t]*\r?\n([\s\S]*?\r?\n|)---[ \t]*(?=\r?\n|$)/.exec(source);
	if (!match) return { yaml: undefined, body: source };
	return { yaml: match[1], body: match[0].replace(/[^\r\n]/g, ' ') + source.slice(match[0].length) };
}

/** Whether an `index.mdx` says of itself that it is a draft, also where its YAML does not parse. */
export function isDraft(source: string): boolean {
	return /^draft:[ \t]*true[ \t]*(?:#.*)?$/m.test(splitFrontmatter(source.replaceAll('\r\n', '\n')).yaml ?? '');
}

export interface NamedHeading {
	readonly title: string;
	/** The permanent id of `### Title [#id]`, or undefined where it is not written. */
	readonly id: string | undefined;
}

/** The id at the end of a heading, well formed or not, with the space before it. */
export const headingId = /\s*\[#([^\]\s]*)\]\s*$/;

/** The words of a node, formulas as they are read. */
function wordsOf(node: Nodes): string {
	if (node.type === 'inlineMath') return latexToText(node.value);
	return 'children' in node ? node.children.map(wordsOf).join('') : textOf(node);
}

/** Reads a heading written `### Title [#id]`. Its title is plain text, for links that show no formulas. */
export function readHeading(heading: Heading): NamedHeading {
	const whole = wordsOf(heading);
	const match = headingId.exec(whole);
	return match ? { title: whole.slice(0, match.index), id: match[1] } : { title: whole.trim(), id: undefined };
}

/**
 * Attributes of a component that are plain strings, and `true` for one without a value (`remember`). Expressions and
 * spreads are left out.
 */
export function attributesOf(component: Component): ReadonlyMap<string, string | true> {
	const attributes = new Map<string, string | true>();
	for (const attribute of component.attributes) {
		if (attribute.type !== 'mdxJsxAttribute' || (attribute.value && typeof attribute.value === 'object')) continue;
		attributes.set(attribute.name, attribute.value ?? true);
	}
	return attributes;
}
