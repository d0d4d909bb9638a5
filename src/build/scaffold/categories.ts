/** Changes to the text of `categories.yaml` that leave every other character as the author wrote it. */
import { isSeq, type Node, parseDocument } from 'yaml';
import { accent, type Category } from '../../concepts/schema/category.ts';

/**
 * Adds a slug to a category.
 *
 * @throws Error when the category has no list of concepts.
 */
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

/** Adds a category at the end, with its first concepts. */
export function addCategory(source: string, { id, title, track, description, accent, concepts }: Category): string {
	const quoted = (text: string) => (/[:#'"{}[\],&*!|>%@`-]/.test(text) ? `'${text.replaceAll("'", "''")}'` : text);
	return `${source.trimEnd()}

- id: ${id}
  title: ${quoted(title)}
  track: ${track}
  description: ${quoted(description)}
  accent: ${accent}
  concepts:
${concepts.map((slug) => `    - ${slug}\n`).join('')}`;
}

/**
 * An accent for a new category: one that none has, else one that none of its track has, whose marks are tested to stay apart.
 *
 * @throws Error when the track has used them all.
 */
export function freeAccent(
	categories: readonly Pick<Category, 'track' | 'accent'>[],
	track: Category['track'],
): Category['accent'] {
	const without = (taken: readonly Pick<Category, 'accent'>[]) =>
		accent.options.find((one) => taken.every((category) => category.accent !== one));
	const free = without(categories) ?? without(categories.filter((category) => category.track === track));
	if (!free) throw new Error(`Each accent has a category on the ${track} track; add one to src/styles/tokens.css.`);
	return free;
}
