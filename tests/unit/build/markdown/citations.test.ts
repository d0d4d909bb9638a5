/** Citations in Markdown and in MDX: they hang on their word, and two in a row are told apart. */
import type { MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { linkCitations } from '../../../../src/build/markdown/citations.ts';
import { remarkCitations } from '../../../../src/build/markdown/remarkCitations.ts';
import { parseMdx } from '../../../../src/concepts/reading/markdown.ts';

const numbers: Record<string, number> = { one: 1, two: 2 };

it.each([
	['It holds. [@one]', 'It holds.<sup class="cite"><a href="#ref-one">1</a></sup>'],
	[
		'It holds. [@one] [@two]',
		'It holds.<sup class="cite"><a href="#ref-one">1</a></sup><sup class="cite">, <a href="#ref-two">2</a></sup>',
	],
	['It holds. [@three]', 'It holds. [@three]'],
])('%s', (text, html) => {
	expect(linkCitations(text, (id) => numbers[id])).toBe(html);
});

describe('in MDX', () => {
	const next = (mdx: string): boolean[] => {
		const tree = parseMdx(mdx);
		remarkCitations()(tree);
		const found: boolean[] = [];
		visit(tree, 'mdxJsxTextElement', (node: MdxJsxTextElement) => {
			found.push(node.attributes.some((one) => one.type === 'mdxJsxAttribute' && one.name === 'isNext'));
		});
		return found;
	};

	it.each([
		['It holds.<Cite id="one" /><Cite id="two" />', [false, true]],
		['It holds.<Cite id="one" /> <Cite id="two" />', [false, true]],
		['It holds.<Cite id="one" /> Always.<Cite id="two" />', [false, false]],
	])('%s', (mdx, expected) => {
		expect(next(mdx)).toEqual(expected);
	});
});
