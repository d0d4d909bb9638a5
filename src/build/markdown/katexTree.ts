/**
 * Reads what KaTeX writes into a tree. Its markup is closed and quoted like XML, so it needs no parser that forgives as browsers do, which
 * takes longer than KaTeX itself.
 */
import type { Element, ElementContent, Properties } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { find, html, type Info, svg } from 'property-information';

/** A tag, opening or closing, with its attributes, and the text up to the next one. */
const TAG = /<(\/?)([a-z][a-z\d]*)((?: [a-zA-Z][a-zA-Z\d-]*="[^"]*")*)(\/?)>([^<]*)/y;
const ATTRIBUTE = /([a-zA-Z][a-zA-Z\d-]*)="([^"]*)"/g;

/** The elements of a piece of KaTeX's markup, as a browser would read them. */
export function katexTree(markup: string): ElementContent[] {
	return readStrictly(markup) ?? (fromHtml(markup, { fragment: true }).children as ElementContent[]);
}

/** @returns undefined when there is anything in it that only a whole parser understands */
export function readStrictly(markup: string): ElementContent[] | undefined {
	const root: ElementContent[] = [];
	const open: Element[] = [];
	let children = root;
	/** The element around that belongs to another language than HTML, and how deep it stands. */
	let foreign: { readonly name: string; readonly depth: number } | undefined;
	TAG.lastIndex = 0;
	for (let end = 0; end < markup.length; end = TAG.lastIndex) {
		const [, slash, tagName = '', attributes = '', closed, text = ''] = TAG.exec(markup) ?? [];
		if (tagName === '') return undefined;
		if (slash) {
			if (open.pop()?.tagName !== tagName) return undefined;
			if (foreign && open.length < foreign.depth) foreign = undefined;
			children = open.at(-1)?.children ?? root;
		} else {
			if (tagName === 'svg' || tagName === 'math') {
				if (foreign) return undefined;
				foreign = { name: tagName, depth: open.length + 1 };
			}
			const properties = propertiesOf(attributes, foreign?.name === 'svg' ? 'svg' : 'html');
			// A slash closes nothing in HTML.
			if (!properties || (closed && (!foreign || tagName === foreign.name))) return undefined;
			const element: Element = { type: 'element', tagName, properties, children: [] };
			children.push(element);
			if (!closed) {
				open.push(element);
				children = element.children;
			}
		}
		const value = unescaped(text);
		if (value === undefined) return undefined;
		if (value !== '') children.push({ type: 'text', value });
	}
	return open.length === 0 ? root : undefined;
}

const entities: Readonly<Record<string, string>> = {
	'&amp;': '&',
	'&lt;': '<',
	'&gt;': '>',
	'&quot;': '"',
	'&#x27;': "'",
};

/** @returns undefined when the text has other entities than KaTeX writes, or what parsers replace */
function unescaped(text: string): string | undefined {
	if (/[\r\0]/.test(text)) return undefined;
	if (!text.includes('&')) return text;
	let isKnown = true;
	const plain = text.replace(/&(?:[a-z]+|#x27);|&/g, (entity) => {
		const character = entities[entity];
		isKnown &&= character !== undefined;
		return character ?? '';
	});
	return isKnown ? plain : undefined;
}

const schemas = { html, svg } as const;
const infos = { html: new Map<string, Info>(), svg: new Map<string, Info>() } as const;

function infoOf(name: string, language: keyof typeof schemas): Info {
	const known = infos[language].get(name) ?? find(schemas[language], name);
	infos[language].set(name, known);
	return known;
}

/** @returns undefined when a value needs more thought than those of the attributes that KaTeX writes */
function propertiesOf(attributes: string, language: keyof typeof schemas): Properties | undefined {
	const properties: Properties = {};
	for (const [, name = '', written = ''] of attributes.matchAll(ATTRIBUTE)) {
		const info = infoOf(name, language);
		const value = unescaped(written);
		if (value === undefined || info.property in properties) return undefined;
		if (info.commaSeparated || info.commaOrSpaceSeparated || info.boolean || info.overloadedBoolean) return undefined;
		if (info.spaceSeparated) properties[info.property] = value.trim() ? value.trim().split(/\s+/) : [];
		else properties[info.property] = info.number && value && !Number.isNaN(Number(value)) ? Number(value) : value;
	}
	return properties;
}
