/** The built pages are valid HTML, carry no style attributes, and their tables and what folds can be told without seeing. */
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { HtmlValidate } from 'html-validate';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { childCounts } from '../../src/build/markdown/mathml.ts';
import { htmlValidation } from '../htmlvalidate.config.ts';
import { builtSites } from './builtSite.ts';

const validator = new HtmlValidate(htmlValidation);

describe.each(builtSites())('$name', ({ pages }) => {
	it.each(pages)('$file is valid HTML', async ({ html, file }) => {
		const { results } = await validator.validateString(html, file);
		const messages = results.flatMap((result) =>
			result.messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
		);
		expect(messages).toEqual([]);
	});

	it.each(pages)('$file has formulas that are MathML, whose parts are told apart by their place', ({ elements }) => {
		const wrong = elements.flatMap(({ tagName, children }) => {
			const parts = children.filter(({ type }) => type === 'element').length;
			const count = childCounts[tagName];
			return count === undefined || parts === count ? [] : [`<${tagName}> with ${parts} children, expected ${count}`];
		});
		expect(wrong).toEqual([]);
	});

	it.each(pages)('$file has no style attributes: its policy allows none', ({ elements }) => {
		const styled = elements.flatMap(({ tagName, properties: { style } }) =>
			style === undefined ? [] : [`<${tagName} style="${style}">`],
		);
		expect(styled).toEqual([]);
	});

	it.each(pages)('$file has words in every header of a table', ({ elements }) => {
		expect(
			elements.filter((element) => element.tagName === 'th' && wordsIn(element) === '').map((one) => toHtml(one)),
		).toEqual([]);
	});

	it.each(pages)('$file has nothing to press within what folds', ({ elements }) => {
		const pressed: Element[] = [];
		for (const summary of elements.filter(({ tagName }) => tagName === 'summary')) {
			visit(summary, 'element', (part) => {
				if (/^(?:a|button|input|select|textarea)$/.test(part.tagName)) pressed.push(part);
			});
		}
		expect(pressed.map((one) => toHtml(one))).toEqual([]);
	});
});

/** The words outside formulas: where a formula stands alone, a screen reader may say nothing. */
function wordsIn(part: Element): string {
	if (part.tagName === 'math' || part.properties.className?.toString().includes('katex')) return '';
	const words = part.children.map((child) => {
		if (child.type === 'element') return wordsIn(child);
		return child.type === 'text' ? child.value : '';
	});
	return words.join('').trim();
}
