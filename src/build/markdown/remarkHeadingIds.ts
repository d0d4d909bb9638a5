/** Reads the permanent id that an author writes behind a heading, `### Title [#id]`, and takes it out of the text. */
import type { Heading, Link, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { headingId } from '../../concepts/reading/markdown.ts';

/** The id at the end of a heading and the text before it; the id is undefined when the author wrote none. */
function splitHeadingId(text: string): { text: string; id: string | undefined } {
	const match = headingId.exec(text);
	return match ? { text: text.slice(0, match.index), id: match[1] } : { text, id: undefined };
}

/** Gives each h3 its id and makes its text a link to itself, so that a reader can copy the address of a section. */
export function remarkHeadingIds() {
	return (tree: Root): void => {
		visit(tree, 'heading', (heading: Heading) => {
			const last = heading.children.at(-1);
			if (last?.type !== 'text') return;
			const { text, id } = splitHeadingId(last.value);
			if (!id) return;
			last.value = text;
			heading.data = { ...heading.data, hProperties: { ...heading.data?.hProperties, id } };
			const link: Link = { type: 'link', url: `#${id}`, children: heading.children as Link['children'] };
			heading.children = [link];
		});
	};
}
