/** Renders a Markdown text field (YAML, frontmatter) with the same pipeline as the concepts' MDX. */
import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import type { WrittenSymbol } from '../../concepts/formulas/symbols.ts';
import { linkCitations } from './citations.ts';
import { pipeline } from './pipeline.ts';

type Renderer = Awaited<ReturnType<typeof createMarkdownProcessor>>;

let renderer: Promise<Renderer> | undefined;

/**
 * HTML of a Markdown text with math, code and citations.
 *
 * @param numberOf Number of a reference on the page the text stands on.
 * @param notation Symbols of that page, which its formulas are linked to.
 */
export async function renderMarkdown(
	text: string,
	numberOf: (id: string) => number | undefined = () => undefined,
	notation: readonly WrittenSymbol[] = [],
): Promise<string> {
	renderer ??= createMarkdownProcessor({ ...pipeline, syntaxHighlight: false });
	const { code } = await (await renderer).render(linkCitations(text, numberOf), { frontmatter: { notation } });
	return code;
}

/** The same, without the paragraph around it, for a text that stands inside a line or a heading. */
export function withoutParagraph(html: string): string {
	const inner = /^\s*<p>([\s\S]*)<\/p>\s*$/.exec(html)?.[1];
	return inner === undefined || inner.includes('<p>') ? html : inner;
}
