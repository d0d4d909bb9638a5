/** Each header of a table says what it heads, its column; a corner without words heads nothing, and is a cell like others. */
import type { Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';

export function rehypeTables() {
	return (tree: Root): void => {
		visit(tree, { type: 'element', tagName: 'th' }, (header) => {
			if (textOf(header).trim() === '') header.tagName = 'td';
			else header.properties.scope = 'col';
		});
	};
}
