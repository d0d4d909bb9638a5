/** Writes hast as XHTML, as books want it: every element closed, every attribute quoted, MathML and SVG in their namespaces. */
import type { Element, ElementContent, Nodes, Root } from 'hast';
import { find, html, svg } from 'property-information';

const namespaces: Readonly<Record<string, string>> = {
	math: 'http://www.w3.org/1998/Math/MathML',
	svg: 'http://www.w3.org/2000/svg',
};

// What no XML document may hold is no text either.
const forbidden = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu;
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escaped = (text: string): string =>
	text.replace(forbidden, '').replace(/[&<>"]/g, (character) => escapes[character] ?? character);

function attributesOf({ tagName, properties }: Element, isSvg: boolean): string {
	const written = Object.entries(properties).flatMap(([name, value]) => {
		if (value === null || value === undefined || value === false) return [];
		const { attribute, commaSeparated } = find(isSvg ? svg : html, name);
		const text = Array.isArray(value)
			? value.join(commaSeparated ? ', ' : ' ')
			: value === true
				? attribute
				: String(value);
		return [` ${attribute}="${escaped(text)}"`];
	});
	const namespace = namespaces[tagName];
	return (namespace && !('xmlns' in properties) ? ` xmlns="${namespace}"` : '') + written.join('');
}

/** The nodes as XHTML. */
export function xhtmlOf(node: Nodes | readonly (ElementContent | Root['children'][number])[], isSvg = false): string {
	if (Array.isArray(node)) return node.map((child) => xhtmlOf(child, isSvg)).join('');
	const one = node as Nodes;
	if (one.type === 'text') return escaped(one.value);
	if (one.type === 'root') return xhtmlOf(one.children, isSvg);
	if (one.type !== 'element') return '';
	const inSvg = isSvg || one.tagName === 'svg';
	const start = one.tagName + attributesOf(one, inSvg);
	const content = xhtmlOf(one.children, inSvg);
	return content ? `<${start}>${content}</${one.tagName}>` : `<${start}/>`;
}
