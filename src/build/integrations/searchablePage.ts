/** Turns a built concept page into what the search index reads: its text by section, question and prompt, without its controls. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { toString as textOf } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { spelledOut } from '../../search/spelling.ts';

export interface SearchablePage {
	/** What Pagefind reads. */
	readonly html: string;
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
	let found: Element | undefined;
	visit(node, 'element', (element) => {
		if (found === undefined && matches(element)) found = element;
	});
	return found;
}

/** Plain readings of formulas, which the Markdown pipeline leaves for the index alone. */
const READINGS = / data-text="[^"]*"/g;

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

/** Code says what it says in names that prose explains better. */
const weights: Readonly<Record<string, string>> = { pre: '0.5' };

function simplified(node: ElementContent | RootContent): ElementContent[] {
	if (node.type === 'text') return [node];
	if (node.type !== 'element' || isIgnored(node)) return [];
	const { dataText } = node.properties;
	if (typeof dataText === 'string') return [{ type: 'text', value: spelledOut(dataText) }];
	const { tagName, children } = anchored(node);
	const read = children.flatMap(simplified);
	// Pagefind takes a heading's text only from its own children, and sets no space between header cells.
	if (/^h[1-6]$/.test(tagName))
		return [element(tagName, idOf(node), [{ type: 'text', value: textOf(element('p', '', read)) }])];
	const block = element(tagName === 'th' ? 'td' : tagName, undefined, read);
	const weight = weights[tagName];
	return [weight ? { ...block, properties: { dataPagefindWeight: weight } } : block];
}

/** The interview level of each question of the page, as `q-id=level`. */
function levelsOf(main: Element): string[] {
	const levels: string[] = [];
	visit(main, 'element', (node) => {
		const id = idOf(node);
		if (!id?.startsWith('q-')) return undefined;
		const level = find(node, (part) => classesOf(part).includes('level'));
		if (level) levels.push(`${id}=${textOf(level).trim()}`);
		return SKIP;
	});
	return levels;
}

/**
 * What Pagefind indexes of a concept page. Formulas are read as plain Unicode, followed by a spelling for those who type `dk`
 * for `dₖ`. Every h2, h3, question and prompt becomes a heading with the address it is found at.
 *
 * @returns undefined when the page has no `main`.
 */
export function searchablePage(html: string, category: string): SearchablePage | undefined {
	const main = find(fromHtml(html), ({ tagName }) => tagName === 'main');
	if (!main) return undefined;
	const levels = levelsOf(main).join(' ');
	const facts: Element[] = [
		{ type: 'element', tagName: 'div', properties: { dataPagefindFilter: `category:${category}` }, children: [] },
		{ type: 'element', tagName: 'div', properties: { dataPagefindMeta: `levels:${levels}` }, children: [] },
	];
	const text = element('main', undefined, main.children.flatMap(simplified));
	const body = toHtml({ ...text, children: [...facts, ...text.children] });
	return { html: `<html lang="en"><body>${body}</body></html>`, text: textOf(text) };
}
