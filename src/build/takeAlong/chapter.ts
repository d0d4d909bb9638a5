/** A concept as a chapter: its Markdown twin with pictures in their places, and the answers behind all questions. */
import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Heading, List, Root, RootContent } from 'mdast';
import { toString as wordsOf } from 'mdast-util-to-string';
import rehypeKatex from 'rehype-katex';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { mendMathml } from '../markdown/mathml.ts';
import { escaped, xhtmlOf } from './xhtml.ts';

export interface Chapter {
	readonly slug: string;
	readonly title: string;
	readonly html: string;
	/** Names of its sections, with their ids. */
	readonly sections: readonly { readonly id: string; readonly title: string }[];
}

/** A drawing of the page. */
export interface Picture {
	/** `diagram-data-flow`, `figure-attention` */
	readonly id: string;
	readonly title: string;
	/** What it shows in words, where the chapter's own text does not say it. */
	readonly words: string;
	readonly svg: Element;
}

interface Context {
	readonly slug: string;
	/** Slugs of all chapters. */
	readonly slugs: ReadonlySet<string>;
	readonly pictures: readonly Picture[];
	/** Ids of the page's headings by their words. */
	readonly headings: ReadonlyMap<string, string>;
	/** Address of the site, for what is not in the book; undefined leaves such links out. */
	readonly site: string | undefined;
}

const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkMath);
const toHtml = unified().use(remarkRehype).use(rehypeKatex, { output: 'mathml' });

const isHeading = (node: RootContent, depth: number): node is Heading =>
	node.type === 'heading' && node.depth === depth;

const element = (tagName: string, properties: Element['properties'], ...children: ElementContent[]): Element => ({
	type: 'element',
	tagName,
	properties,
	children,
});
const text = (value: string): ElementContent => ({ type: 'text', value });
const link = (href: string, words: string): Element => element('a', { href }, text(words));

/** Chapters link to each other; what only the site has is linked there, or not at all. */
function mendLinks(tree: HtmlRoot, { slugs, site, headings }: Context): void {
	const ids = new Set(headings.values());
	visit(tree, 'element', (node) => {
		if (node.tagName !== 'a') return;
		const href = String(node.properties.href ?? '');
		const [, slug = ''] = /\/concepts\/([^/#]+)\/(?:#.*)?$/.exec(href) ?? [];
		const isHere = href.startsWith('#');
		const address = slugs.has(slug) ? `${slug}.xhtml` : site && !isHere ? URL.parse(href, site)?.href : href;
		const leads = isHere ? ids.has(href.slice(1)) : address && !address.startsWith('/');
		if (leads) node.properties = { href: address };
		else {
			node.tagName = 'span';
			node.properties = {};
		}
	});
}

/** KaTeX wraps its MathML, and gives it classes that only its own styles know. */
function mendMath(tree: HtmlRoot): void {
	visit(tree, 'element', (node, index, parent) => {
		if (node.tagName === 'math') {
			mendMathml(node);
			node.properties.alttext = texOf(node);
			visit(node, 'element', (part) => {
				delete part.properties.className;
			});
		}
		const isWrapper = node.tagName === 'span' && [node.properties.className].flat().includes('katex');
		if (!isWrapper || !parent || index === undefined) return undefined;
		parent.children.splice(index, 1, ...node.children);
		return index;
	});
}

/** The formula as its author wrote it. */
function texOf(math: Element): string {
	let tex = '';
	visit(math, 'element', (node) => {
		if (node.tagName === 'annotation') tex = textOf(node);
	});
	return tex;
}

function htmlOf(nodes: readonly RootContent[], context: Context): ElementContent[] {
	const root: Root = { type: 'root', children: structuredClone([...nodes]) };
	markPictures(root, context);
	const tree = toHtml.runSync(root) as HtmlRoot;
	visit(tree, 'element', (node) => {
		const id = node.tagName === 'h3' && context.headings.get(textOf(node));
		if (id) node.properties.id = id;
	});
	mendMath(tree);
	mendLinks(tree, context);
	placePictures(tree, context);
	return tree.children.filter((node) => node.type === 'element' || node.type === 'text');
}

/** Marks where the twin names a drawing in words: `Diagram: its title.` or a link to the figure on the page. */
function markPictures(root: Root, { pictures }: Context): void {
	visit(root, 'paragraph', (node, index, parent) => {
		const [first] = node.children;
		if (first?.type !== 'emphasis' || !parent || index === undefined) return;
		const words = wordsOf(first);
		const linked = first.children.find((child) => child.type === 'link')?.url.replace(/^.*#/, '');
		const found = pictures.find(({ id, title }) => id === linked || words === `Diagram: ${title}.`);
		if (found)
			parent.children[index] = {
				type: 'paragraph',
				children: [],
				data: { hName: 'figure', hProperties: { id: found.id } },
			};
	});
}

function placePictures(tree: HtmlRoot, { pictures }: Context): void {
	visit(tree, 'element', (node) => {
		const found = node.tagName === 'figure' && pictures.find(({ id }) => id === node.properties.id);
		if (found)
			node.children = [
				found.svg,
				element('figcaption', {}, text([found.title, found.words].filter(Boolean).join('. '))),
			];
	});
}

/** What is asked, and what an interviewer has in hand: everything from the first title in bold on. */
function partsOf(nodes: readonly RootContent[]): { ask: RootContent[]; behind: RootContent[] } {
	const open = new Set(['If you ask back', 'Hints']);
	const isTitle = (node: RootContent): boolean =>
		node.type === 'paragraph' && node.children.length === 1 && node.children[0]?.type === 'strong';
	const first = nodes.findIndex(
		(node) => isTitle(node) && !open.has(wordsOf(node)) && !wordsOf(node).startsWith('Task'),
	);
	return first < 0 ? { ask: [...nodes], behind: [] } : { ask: nodes.slice(0, first), behind: nodes.slice(first) };
}

/** Blocks by their headings of one depth; what comes before the first has none. */
function blocksOf(nodes: readonly RootContent[], depth: number): { heading?: Heading; nodes: RootContent[] }[] {
	const blocks: { heading?: Heading; nodes: RootContent[] }[] = [{ nodes: [] }];
	for (const node of nodes) {
		if (isHeading(node, depth)) blocks.push({ heading: node, nodes: [] });
		else blocks.at(-1)?.nodes.push(node);
	}
	return blocks;
}

function questions(
	nodes: readonly RootContent[],
	context: Context,
): { asked: ElementContent[]; answers: ElementContent[] } {
	const asked: ElementContent[] = [];
	const answers: ElementContent[] = [];
	for (const [index, { heading, nodes: inner }] of blocksOf(nodes, 3).entries()) {
		if (!heading) continue;
		const { ask, behind } = partsOf(inner);
		const title = wordsOf(heading);
		asked.push(
			element(
				'section',
				{ id: `q-${index}` },
				element('h3', {}, text(title)),
				...htmlOf(ask, context),
				element('p', { className: ['way'] }, link(`#a-${index}`, 'The answer')),
			),
		);
		answers.push(
			element(
				'section',
				{ id: `a-${index}` },
				element('h3', {}, text(title)),
				...htmlOf(behind, context),
				element('p', { className: ['way'] }, link(`#q-${index}`, 'Back to the question')),
			),
		);
	}
	return { asked, answers };
}

/** Prompts are a list, each with its answer behind its first paragraph. */
function prompts(
	nodes: readonly RootContent[],
	context: Context,
): { asked: ElementContent[]; answers: ElementContent[] } {
	const asked: ElementContent[] = [];
	const answers: ElementContent[] = [];
	const items = nodes.flatMap((node) => (node.type === 'list' ? (node as List).children : []));
	for (const [index, { children }] of items.entries()) {
		const [ask, ...answer] = children;
		asked.push(
			element('li', { id: `p-${index + 1}` }, ...htmlOf(ask ? [ask] : [], context), link(`#pa-${index + 1}`, 'Answer')),
		);
		answers.push(element('li', { id: `pa-${index + 1}` }, ...htmlOf(answer, context), link(`#p-${index + 1}`, 'Back')));
	}
	return { asked: [element('ol', {}, ...asked)], answers: [element('ol', {}, ...answers)] };
}

/** The chapter of a concept, from its Markdown twin. */
export function chapterOf(twin: string, context: Context): Chapter {
	const tree = markdown.parse(twin) as Root;
	const title = tree.children.find((node) => isHeading(node, 1));
	const body: ElementContent[] = [];
	const behind: ElementContent[] = [];
	const sections: { id: string; title: string }[] = [];
	const add = (words: string, ...content: ElementContent[]): void => {
		const id = `s-${sections.length + 1}`;
		sections.push({ id, title: words });
		body.push(element('section', { id }, element('h2', {}, text(words)), ...content));
	};
	for (const { heading, nodes } of blocksOf(tree.children, 2)) {
		const words = heading ? wordsOf(heading) : '';
		if (!heading)
			body.push(
				...htmlOf(
					nodes.filter((node) => !isHeading(node, 1)),
					context,
				),
			);
		else if (words === 'Interview questions') {
			const { asked, answers } = questions(nodes, context);
			add(words, ...asked);
			behind.push(...answers);
		} else if (words === 'Retrieval check') {
			const { asked, answers } = prompts(nodes, context);
			add(words, ...asked);
			behind.push(element('h3', {}, text('Retrieval check')), ...answers);
		} else add(words, ...htmlOf(nodes, context));
	}
	add('Answers', ...behind);
	const name = title ? wordsOf(title) : context.slug;
	return {
		slug: context.slug,
		title: name,
		sections,
		html: `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><title>${escaped(name)}</title><link rel="stylesheet" type="text/css" href="book.css"/></head>
<body><h1>${escaped(name)}</h1>${xhtmlOf(body)}</body>
</html>
`,
	};
}
