import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/concepts/body.ts';
import { type ComponentText, markdownOf } from '../../../src/twins/mdxText.ts';

const components: Record<string, ComponentText> = {
	Cite: (attributes) => ` [${attributes.get('id')}]`,
	Step: (_, content, position) => `**Step ${position}.**\n\n${content}`,
	Callout: (attributes, content) => `[${attributes.get('kind')}: ${content}]`,
};
const linkTo = (path: string) => `https://example.org${path}`;
const text = (mdx: string) => markdownOf(readBody(mdx, 'ml').blocks, components, linkTo);

describe('markdownOf', () => {
	it('keeps Markdown and formulas as written', () => {
		const source =
			'## Intuition\n\nA *word* and $a_1 < b$.\n\n$$\nx = \\frac{1}{2}\n$$\n\n| a | b |\n|---|---|\n| 1 | 2 |';
		expect(text(source)).toBe(source);
	});

	it('takes the ids off headings', () => expect(text('### Masks [#masks]')).toBe('### Masks'));

	it('resolves components inside components', () => {
		expect(text('<Callout kind="aside">\n\nSo it is.<Cite id="a-1" /> Yes.\n\n</Callout>')).toBe(
			'[aside: So it is. [a-1] Yes.]',
		);
	});

	it('numbers the steps of each derivation', () => {
		const steps = text(
			'<Step>\n\none\n\n</Step>\n\n<Step>\n\ntwo\n\n</Step>\n\nBetween.\n\n<Step>\n\nagain\n\n</Step>',
		);
		expect(steps).toBe('**Step 1.**\n\none\n\n**Step 2.**\n\ntwo\n\nBetween.\n\n**Step 1.**\n\nagain');
	});

	it('makes links of the site whole and leaves others', () => {
		expect(text('[a](/concepts/pca/#code), [b](#code), [c](https://example.com/)')).toBe(
			'[a](https://example.org/concepts/pca/#code), [b](#code), [c](https://example.com/)',
		);
	});

	it('names a component that it cannot say', () => expect(() => text('<Figure />')).toThrow('Figure'));
});
