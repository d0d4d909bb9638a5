/** Cuts a built concept page into what the search index reads: a text for each section, question and prompt, without its controls. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { toString as textOf } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import type { Lookups } from '../../concepts/schema/lookup.ts';
import type { ListedSection } from '../../search/contents.ts';
import { SPELLING, spelledOut } from '../../search/spelling.ts';

/** A part of a page that is found by itself. */
export interface SearchableSection {
	/** Fragment of its address without `#`; empty for what stands before the first stage. */
	readonly anchor: string;
	/** What Pagefind reads. */
	readonly html: string;
	/** Its line in the contents of all pages. */
	readonly listed: ListedSection;
}

export interface SearchablePage {
	readonly sections: readonly SearchableSection[];
	/** The same words as plain text. */
	readonly text: string;
}

/** Never searched: pictures and controls, labels that stand on every page, and what repeats another text. */
const ignoredTags = new Set(['script', 'style', 'svg', 'nav', 'button', 'template', 'input', 'select']);
const ignoredClasses = new Set([
	'cite',
	'criterion-meta',
	'facts',
	'figure-head',
	'figure-table',
	'readings',
	'label',
	'level',
	'line-number',
	'listing-head',
	'needs-js',
	'question-meta',
	'question-number',
	'stage-promise',
	'text-button',
	'visually-hidden',
]);

function classesOf(node: Element): string[] {
	const { className } = node.properties;
	return Array.isArray(className) ? className.map(String) : [];
}

function isIgnored(node: Element): boolean {
	if (/^h[23]$/.test(node.tagName) && idOf(node)) return false;
	const classes = classesOf(node);
	return (
		ignoredTags.has(node.tagName) ||
		node.properties.ariaHidden === 'true' ||
		classes.some((name) => ignoredClasses.has(name)) ||
		// Where an answer comes from, when a follow-up is asked: said of each, and about none.
		(node.tagName === 'p' && classes.includes('note'))
	);
}

function find(node: Root | Element, matches: (element: Element) => boolean): Element | undefined {
	if (node.type === 'element' && matches(node)) return node;
	// Asked of every element of a page, for all that is inside of it: no library's walk is quick enough.
	for (const child of node.children) {
		const found = child.type === 'element' ? find(child, matches) : undefined;
		if (found) return found;
	}
	return undefined;
}

/** Plain readings of formulas, which the Markdown pipeline leaves for the index alone. */
const READINGS = / data-reading="[^"]*"/g;

/** The page as a reader gets it, once it is indexed. */
export function withoutReadings(html: string): string {
	return html.replace(READINGS, '');
}

function element(tagName: string, id: string | undefined, children: ElementContent[]): Element {
	return { type: 'element', tagName, properties: id ? { id } : {}, children };
}

function idOf(node: Element): string | undefined {
	return typeof node.properties.id === 'string' ? node.properties.id : undefined;
}

/** A question and a prompt are found at their own address, which is not their heading's. */
function anchored(node: Element): Element {
	const id = idOf(node);
	const isQuestion = node.tagName === 'details' && id?.startsWith('q-');
	const isPrompt = classesOf(node).includes('prompt');
	if (!id || !(isQuestion || isPrompt)) return node;
	const heading = find(node, (part) => (isQuestion ? part.tagName === 'h3' : classesOf(part).includes('prompt-ask')));
	if (!heading) return node;
	heading.tagName = 'h3';
	heading.properties = { id };
	return node;
}

/** A term is as good as a heading; what asks about a section is no better than its text. */
const TOPICS_WEIGHT = '4';
const TAUGHT_WEIGHT = '0.5';

/** Code says what it says in names that prose explains better. */
const weights: Readonly<Record<string, string>> = { pre: '0.5' };

/** Greek letters in prose are typed as they are called. */
const greek = /\p{Script=Greek}/u;

function simplified(node: ElementContent | RootContent): ElementContent[] {
	if (node.type === 'text') return [greek.test(node.value) ? { type: 'text', value: spelledOut(node.value) } : node];
	if (node.type !== 'element' || isIgnored(node)) return [];
	const { dataReading } = node.properties;
	if (typeof dataReading === 'string') return [{ type: 'text', value: spelledOut(dataReading) }];
	const { tagName, children } = anchored(node);
	const read = children.flatMap(simplified);
	// Pagefind takes a heading's text only from its own children, and sets no space between header cells.
	if (/^h[1-6]$/.test(tagName))
		return [element(tagName, idOf(node), [{ type: 'text', value: textOf(element('p', '', read)) }])];
	const block = element(tagName === 'th' ? 'td' : tagName, undefined, read);
	const weight = weights[tagName];
	return [weight ? { ...block, properties: { dataPagefindWeight: weight } } : block];
}

/** What the rest of a page says of a section: the terms that it introduces, and the prompts that refer to it. */
interface Mentions {
	readonly topics: string[];
	readonly lookups: readonly string[];
	readonly taught: string[];
	/** What its prompts ask. */
	readonly asked: string[];
}

const noMentions = (): Mentions => ({ topics: [], lookups: [], taught: [], asked: [] });

function linkOf(node: Element): string | undefined {
	const link = find(node, ({ tagName, properties }) => tagName === 'a' && String(properties.href).startsWith('#'));
	return link && String(link.properties.href).slice(1);
}

function plain(node: Element): string {
	return textOf(element('p', undefined, node.children.flatMap(simplified))).trim();
}

/** By the anchor of the section. A page asks about what it explains, in other words than it explains it. */
function mentionsIn(main: Element, lookups: Lookups): Map<string, Mentions> {
	const mentions = new Map<string, Mentions>(
		Object.entries(lookups).map(([anchor, words]) => [anchor, { ...noMentions(), lookups: words }]),
	);
	const of = (anchor: string): Mentions => {
		const known = mentions.get(anchor) ?? noMentions();
		mentions.set(anchor, known);
		return known;
	};
	let current = '';
	visit(main, 'element', (node) => {
		const id = idOf(node);
		if (id && /^h[23]$/.test(node.tagName)) current = id;
		if (node.tagName === 'dfn' && id?.startsWith('t-')) of(current).topics.push(textOf(node).trim());
		if (!classesOf(node).includes('prompt')) return undefined;
		const source = find(node, (part) => classesOf(part).includes('note'));
		const anchor = source && linkOf(source);
		if (!anchor) return undefined;
		const ask = find(node, (part) => classesOf(part).includes('prompt-ask'));
		if (ask) of(anchor).asked.push(plain(ask));
		of(anchor).taught.push(plain(node));
		return undefined;
	});
	return mentions;
}

/** Words that are found and never shown. */
function unseen(text: string, weight: string): Element {
	const words = text.split(/\s+/).filter(Boolean);
	const value = words.map((word) => (word.startsWith(SPELLING) ? word : SPELLING + word)).join(' ');
	return {
		type: 'element',
		tagName: 'p',
		properties: { dataPagefindWeight: weight },
		children: [{ type: 'text', value }],
	};
}

/** The interview level of each question of the page, by its anchor. */
function levelsOf(main: Element): Map<string, string> {
	const levels = new Map<string, string>();
	visit(main, 'element', (node) => {
		const id = idOf(node);
		if (!id?.startsWith('q-')) return undefined;
		const level = find(node, (part) => classesOf(part).includes('level'));
		if (level) levels.set(id, textOf(level).trim());
		return SKIP;
	});
	return levels;
}

/** An h2 or h3 with an address of its own, and what follows it up to the next. */
interface Part {
	readonly heading: Element | undefined;
	readonly chapter: Element | undefined;
	readonly content: ElementContent[];
}

/** Cuts the blocks of a page at its headings, however deep they stand. */
function partsOf(blocks: readonly ElementContent[]): Part[] {
	const parts: Part[] = [{ heading: undefined, chapter: undefined, content: [] }];
	const walk = (nodes: readonly ElementContent[]): void => {
		for (const node of nodes) {
			const last = parts.at(-1);
			if (node.type === 'element' && /^h[23]$/.test(node.tagName) && idOf(node)) {
				const chapter = node.tagName === 'h2' ? node : last?.chapter;
				parts.push({ heading: node, chapter, content: [] });
			} else if (
				node.type === 'element' &&
				find(node, (inner) => /^h[23]$/.test(inner.tagName) && idOf(inner) !== undefined)
			) {
				walk(node.children);
			} else last?.content.push(node);
		}
	};
	walk(blocks);
	return parts;
}

/** "The math", "Question, senior", "Prompt": what a result is called. */
function labelOf(anchor: string, chapter: string, levels: ReadonlyMap<string, string>): string {
	if (anchor.startsWith('p-')) return 'Prompt';
	if (!anchor.startsWith('q-')) return chapter;
	const level = levels.get(anchor);
	return level ? `Question, ${level}` : 'Question';
}

/** A fact about a section that comes back with it. */
function meta(name: string, value: string): Element {
	return {
		type: 'element',
		tagName: 'div',
		properties: { dataPagefindMeta: `${name}[data-value]`, dataValue: value },
		children: [],
	};
}

/**
 * What Pagefind indexes of a concept page: one text for each h2, h3, question and prompt, so that it ranks what a reader lands on.
 * Formulas are read as plain Unicode, followed by a spelling for those who type `dk` for `dₖ`.
 *
 * @returns undefined when the page has no `main`.
 */
export function searchablePage(html: string, category: string, lookups: Lookups = {}): SearchablePage | undefined {
	const main = find(fromHtml(html), ({ tagName }) => tagName === 'main');
	if (!main) return undefined;
	const levels = levelsOf(main);
	const mentions = mentionsIn(main, lookups);
	const blocks = main.children.flatMap(simplified);
	const sections = partsOf(blocks).map(({ heading, chapter, content }): SearchableSection => {
		const anchor = (heading && idOf(heading)) ?? '';
		const { topics, lookups: looked, taught, asked } = mentions.get(anchor) ?? noMentions();
		const listed: ListedSection = {
			anchor,
			chapter: (chapter && idOf(chapter)) ?? '',
			label: labelOf(anchor, chapter ? textOf(chapter).trim() : '', levels),
			heading: heading ? textOf(heading).trim() : '',
			topics: topics.join(', '),
			lookups: looked.join('\n'),
		};
		const facts = [
			{
				type: 'element',
				tagName: 'div',
				properties: { dataPagefindFilter: `category:${category}` },
				children: [],
			} satisfies Element,
			...Object.entries({ ...listed, asked: asked.join(' ') }).flatMap(([name, value]) =>
				name === 'anchor' || name === 'lookups' ? [] : [meta(name, value)],
			),
		];
		const more = [unseen(topics.join(' '), TOPICS_WEIGHT), unseen(taught.join(' '), TAUGHT_WEIGHT)];
		const body = toHtml(element('main', undefined, [...facts, ...(heading ? [heading] : []), ...content, ...more]));
		return { anchor, listed, html: `<html lang="en"><body>${body}</body></html>` };
	});
	return { sections, text: textOf(element('main', undefined, blocks)) };
}
