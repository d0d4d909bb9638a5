/** Marks each term of a concept where its text first says it, and links it to its gloss at the foot of the page. */
import type { Root, RootContent, Text } from 'mdast';
import type { VFile } from 'vfile';
import { firstPlaces, type TermPlace, termId, type WrittenTerm } from '../../concepts/terms.ts';
import { isMdx } from './mdx.ts';

export function remarkTerms() {
	return (tree: Root, file: VFile): void => {
		const { terms = [] } =
			(file.data.astro as { frontmatter: { terms?: WrittenTerm[] } } | undefined)?.frontmatter ?? {};
		if (!isMdx(file)) return;
		const places = firstPlaces(tree, terms);
		for (const [node, inNode] of Map.groupBy(places, (place) => place.node)) mark(node, inNode, terms);
	};
}

/** Splits a text at the terms in it, which stand in reading order. */
function mark(node: Text, places: readonly TermPlace[], terms: readonly WrittenTerm[]): void {
	const parts: RootContent[] = [];
	let at = 0;
	for (const { term, start, end } of places) {
		const id = termId(terms[term]?.term ?? '');
		const text: Text = { type: 'text', value: node.value.slice(start, end) };
		const link: RootContent = {
			type: 'link',
			url: `#term-${id}`,
			children: [text],
			data: { hProperties: { className: ['term'] } },
		};
		parts.push({ type: 'text', value: node.value.slice(at, start) });
		parts.push({ type: 'emphasis', children: [link], data: { hName: 'dfn', hProperties: { id: `t-${id}` } } });
		at = end;
	}
	parts.push({ type: 'text', value: node.value.slice(at) });
	const siblings = places[0]?.parent.children as RootContent[] | undefined;
	siblings?.splice(siblings.indexOf(node), 1, ...parts.filter((part) => part.type !== 'text' || part.value !== ''));
}
