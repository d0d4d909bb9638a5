/** The names of what stands in the first part of a page. */
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { find, html as htmlNames } from 'property-information';
import type { Names } from '../selectors.ts';

/** What is in the page and not on it: a menu before it is opened, what is folded away. */
function isUnseen(node: Element, parent: Nodes): boolean {
	if (node.tagName === 'script' || node.tagName === 'template' || 'popover' in node.properties) return true;
	return (
		parent.type === 'element' &&
		parent.tagName === 'details' &&
		parent.properties.open === undefined &&
		node.tagName !== 'summary'
	);
}

/** Classes and data that the scripts of the page give its elements before it is drawn. */
const classesInScripts = /\bclassList\.\w+\(["'`]([\w-]+)["'`]/g;
const dataInScripts = /\bdataset\.(\w+)\s*=/g;

/** @param property As a script names it, `ariaLabelledBy`. */
const attributeOf = (property: string): string => find(htmlNames, property).attribute;

/**
 * The names in the first part of a page, and those that its own scripts add there.
 *
 * @param html From the doctype on; what is open at its end counts as closed.
 */
export function namesIn(html: string): Names {
	const [elements, classes, ids, attributes] = [1, 2, 3, 4].map(() => new Set<string>()) as [
		Set<string>,
		Set<string>,
		Set<string>,
		Set<string>,
	];
	const visit = (parent: Nodes): void => {
		if (!('children' in parent)) return;
		for (const node of parent.children) {
			if (node.type !== 'element') continue;
			if (node.tagName === 'script') {
				const script = textOf(node);
				for (const [, name = ''] of script.matchAll(classesInScripts)) classes.add(name);
				for (const [, name = ''] of script.matchAll(dataInScripts))
					attributes.add(attributeOf(`data${name[0]?.toUpperCase()}${name.slice(1)}`));
			}
			if (isUnseen(node, parent)) continue;
			elements.add(node.tagName.toLowerCase());
			for (const [property, value] of Object.entries(node.properties)) {
				attributes.add(attributeOf(property));
				if (property === 'className') for (const name of value as string[]) classes.add(name);
				if (property === 'id') ids.add(String(value));
			}
			visit(node);
		}
	};
	visit(fromHtml(html));
	return { elements, classes, ids, attributes };
}
