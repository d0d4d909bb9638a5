/** Renders a Markdown text field (YAML, frontmatter) with the same pipeline as the concepts' MDX, once for as long as nothing changes. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import { linkCitations } from '../build/markdown/citations.ts';
import { boundParts } from '../build/markdown/keptMdx.ts';
import { pipeline } from '../build/markdown/pipeline.ts';
import type { WrittenSymbol } from '../concepts/formulas/symbols.ts';
import type { ConceptPage } from '../concepts/page.ts';
import { contentFolder } from '../concepts/reading/content.ts';
import { codeParts, ResultCache } from '../resultCache.ts';
import { readSiteConfig } from '../siteConfig.ts';

type Renderer = Awaited<ReturnType<typeof createMarkdownProcessor>>;

let renderer: Promise<Renderer> | undefined;

const keptTexts = new ResultCache('texts', codeParts);

/** What a text means by the page that it belongs to. */
export interface TextContext {
	/** Slug of the concept, whose listings its words may be bound to. */
	readonly slug?: string;
	/** Number of a reference on the page. */
	readonly numberOf?: (id: string) => number | undefined;
	/** Symbols of the page that the text stands on, which its formulas are linked to. */
	readonly notation?: readonly WrittenSymbol[];
}

/** The context of a concept's texts. Elsewhere than on its page, no notation stands that formulas could be linked to. */
export function contextOf(page: ConceptPage, place: 'on its page' | 'elsewhere'): TextContext {
	return {
		slug: page.summary.slug,
		numberOf: page.referenceNumber,
		...(place === 'on its page' && { notation: page.entry.data.notation }),
	};
}

/** HTML of a Markdown text with math, code, citations and bound words. */
export async function renderMarkdown(text: string, context: TextContext = {}): Promise<string> {
	const { slug, numberOf = () => undefined } = context;
	const linked = linkCitations(text, numberOf);
	// Without a formula, a text is the same on its page as elsewhere.
	const notation = linked.includes('$') ? (context.notation ?? []) : [];
	const parts = [readSiteConfig(process.env).base, linked, JSON.stringify(notation), ...boundParts(linked, slug)];
	return keptTexts.getText(parts, async () => {
		renderer ??= createMarkdownProcessor({ ...pipeline, syntaxHighlight: false });
		const { code } = await (await renderer).render(linked, {
			frontmatter: { notation },
			...(slug && { fileURL: pathToFileURL(resolve(contentFolder, 'concepts', slug, 'text.md')) }),
		});
		return code;
	});
}

/** The same, without the paragraph around it, for a text that stands inside a line or a heading. */
export function withoutParagraph(html: string): string {
	const inner = /^\s*<p>([\s\S]*)<\/p>\s*$/.exec(html)?.[1];
	return inner === undefined || inner.includes('<p>') ? html : inner;
}

/** The words of what would be links, for a text that stands in something that is pressed itself. */
export function withoutLinks(html: string): string {
	return html.replace(/<\/?a\b[^>]*>/g, '');
}
