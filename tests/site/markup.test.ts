/** The built pages are valid HTML, and nothing carries a style attribute, which their policy would stop. */
import { HtmlValidate } from 'html-validate';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { childCounts } from '../../src/build/markdown/mathml.ts';
import { htmlValidation } from '../htmlvalidate.config.ts';
import { builtSites } from './builtSite.ts';

const validator = new HtmlValidate(htmlValidation);

/** Classes that stand for style attributes. */
const placing = /^k[a-z]+-?_?\d/;

describe.each(builtSites())('$name', ({ pages, files, read }) => {
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

	it.each(pages)('$file has no style attribute, and a rule for each class that stands for one', ({ html, tree }) => {
		const wrong: string[] = [];
		visit(tree, 'element', ({ tagName, properties: { className, style } }) => {
			if (style !== undefined) wrong.push(`<${tagName} style="${style}">`);
			for (const name of [className].flat()) {
				if (placing.test(String(name)) && !html.includes(`.${name}{`)) wrong.push(`.${name} without a rule`);
			}
		});
		expect(wrong).toEqual([]);
	});

	it('has rules for the texts that scripts put on pages: on the page of their concept, and on pages that show those of all', () => {
		const texts = [...files].filter((file) => /^concepts\/[^/]+\/(?:questions|prompts)\.json$/.test(file));
		const [all = '', ...others] = [...files].filter((file) => /^_astro\/texts\.[\da-f]+\.css$/.test(file));
		expect(others).toEqual([]);
		const showing = ['review/', 'prompts/', 'drill/session/', 'drill/report/', 'drill/interviewer/'];
		for (const route of showing) expect(pages.find((page) => page.route === route)?.html).toContain(all);
		const rules = read(all).toString();
		let found = 0;
		for (const file of texts) {
			const text = read(file).toString();
			expect(text).not.toContain(' style=');
			const own = pages.find((page) => page.file === file.replace(/[^/]*$/, 'index.html'))?.html ?? '';
			const classes = [...text.matchAll(/ class=\\"([^"\\]*)\\"/g)].flatMap(([, names = '']) => names.split(' '));
			for (const name of new Set(classes.filter((one) => placing.test(one)))) {
				found++;
				expect(rules).toContain(`.${name}{`);
				expect(own).toContain(`.${name}{`);
			}
		}
		expect(found).toBeGreaterThan(0);
	});
});
