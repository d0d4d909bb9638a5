/** Adds a slug to a category in the text of `categories.yaml`, and leaves every other character as the author wrote it. */
import { isSeq, type Node, parseDocument } from 'yaml';

/** @throws Error when the category has no list of concepts. */
export function listSlug(source: string, category: string, slug: string): string {
	const document = parseDocument(source);
	const categories = isSeq(document.contents) ? document.contents.items : [];
	const index = categories.findIndex((_item, at) => document.getIn([at, 'id']) === category);
	const concepts = document.getIn([index, 'concepts']);
	const last = isSeq<Node>(concepts) ? concepts.items.at(-1)?.range : undefined;
	if (!isSeq(concepts) || !last)
		throw new Error(`The category ${category} has no list of concepts in categories.yaml.`);
	if (concepts.flow) return `${source.slice(0, last[1])}, ${slug}${source.slice(last[1])}`;
	const lineStart = source.lastIndexOf('\n', last[0]) + 1;
	const lineEnd = source.indexOf('\n', last[1]);
	const end = lineEnd < 0 ? source.length : lineEnd;
	return `${source.slice(0, end)}\n${source.slice(lineStart, last[0])}${slug}${source.slice(end)}`;
}
