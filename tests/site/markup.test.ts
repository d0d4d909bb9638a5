/** The built pages are valid HTML, and carry no style attributes. */
import { HtmlValidate } from 'html-validate';
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
});
