/**
 * Words that are bound to an output become a link to where the page shows it, with what was printed there, which a page shows when
 * a reader presses them: `<Out file="cost.py">4.29</Out>` in MDX, `[4.29](out:cost.py)` in text fields.
 */
import type { Link, Parent, PhrasingContent, Root } from 'mdast';
import type { MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { readConceptFile } from '../../concepts/loaders.ts';
import { OUT, outputAnchor, outputPath, printedPassage, readPrinter } from '../../concepts/outputs.ts';
import { attributesOf } from '../../concepts/reading/markdown.ts';

/** The slug of the concept that a text belongs to, by the path of its file. */
function slugOf({ path = '' }: VFile): string | undefined {
	return /content[/\\]concepts[/\\]([^/\\]+)[/\\]/.exec(path)?.[1];
}

function bound(written: string, exact: string | undefined, children: PhrasingContent[], file: VFile): Link {
	const printer = readPrinter(written);
	const slug = slugOf(file);
	const output = slug && readConceptFile(slug, outputPath(printer));
	const printed = output && printedPassage(output, exact ?? textOf(children));
	return {
		type: 'link',
		url: `#${outputAnchor(printer)}`,
		children: children as Link['children'],
		data: { hProperties: { className: ['out'], ...(printed && { dataPrinted: printed }) } },
	};
}

export function remarkOutputs() {
	return (tree: Root, file: VFile): void => {
		visit(tree, ['link', 'mdxJsxTextElement', 'mdxJsxFlowElement'], (node, index, parent) => {
			if (index === undefined || !parent) return;
			if (node.type === 'link' && node.url.startsWith(OUT)) {
				const written = decodeURI(node.url.slice(OUT.length));
				(parent as Parent).children[index] = bound(written, node.title ?? undefined, node.children, file);
			} else if ('name' in node && node.name === 'Out') {
				const attributes = attributesOf(node as MdxJsxTextElement);
				const exact = attributes.get('rounds');
				const children = node.children as PhrasingContent[];
				const link = bound(
					String(attributes.get('file')),
					exact === undefined ? undefined : String(exact),
					children,
					file,
				);
				// Alone on its line, MDX takes it for a block.
				(parent as Parent).children[index] =
					node.type === 'mdxJsxFlowElement' ? { type: 'paragraph', children: [link] } : link;
			}
		});
	};
}
