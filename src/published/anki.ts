/**
 * Renders a Markdown text field for Anki, which draws formulas itself: they stay LaTeX, in the delimiters of its MathJax. Code stays
 * code without colors, and citations and bindings to outputs go, as there is nothing to point to.
 */
import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import type { Root } from 'mdast';
import remarkMath from 'remark-math';
import { visit } from 'unist-util-visit';
import { linkCitations } from '../build/markdown/citations.ts';
import { remarkSiteLinks } from '../build/markdown/remarkSiteLinks.ts';
import { withoutBindings } from '../concepts/outputs.ts';
import { readSiteConfig } from '../siteConfig.ts';

function remarkMathJax() {
	return (tree: Root): void => {
		visit(tree, ['math', 'inlineMath'], (node, index, parent) => {
			if (!parent || index === undefined || !('value' in node) || !('children' in parent)) return;
			const [open, close] = node.type === 'math' ? ['\\[', '\\]'] : ['\\(', '\\)'];
			const formula = { type: 'text' as const, value: `${open}${node.value}${close}` };
			parent.children[index] = node.type === 'math' ? { type: 'paragraph', children: [formula] } : formula;
		});
	};
}

type Renderer = Awaited<ReturnType<typeof createMarkdownProcessor>>;

let renderer: Promise<Renderer> | undefined;

/** HTML of a Markdown text for a field of an Anki note. */
export async function renderForAnki(text: string): Promise<string> {
	renderer ??= createMarkdownProcessor({
		remarkPlugins: [remarkMath, remarkMathJax, [remarkSiteLinks, { base: readSiteConfig(process.env).base }]],
		gfm: true,
		// Straight quotes and dashes would be taken for typography inside formulas.
		smartypants: false,
		syntaxHighlight: false,
	});
	const html = (await (await renderer).render(linkCitations(withoutBindings(text), () => 0))).code;
	return html.replace(/<sup class="cite">.*?<\/sup>/g, '').trim();
}
