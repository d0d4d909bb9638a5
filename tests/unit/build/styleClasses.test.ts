import { expect, it } from 'vitest';
import { withStyleRules } from '../../../src/build/styleClasses.ts';

const page = (body: string, head = '') => `<html><head>${head}</head><body>${body}</body></html>`;

it('makes one class of each style, beside those that an element has', () => {
	const formula =
		'<span class="vlist" style="height:0.5678em;" data-s="2"><span style="top:-3em;"></span><span style="top:-3em;"></span></span>';
	expect(withStyleRules(page(formula))).toBe(
		page(
			'<span class="vlist k0" data-s="2"><span class="k1"></span><span class="k1"></span></span>',
			'<style>.k0{height:.568em}.k1{top:-3em}</style>',
		),
	);
});

it.each([
	['height:0.6944em;vertical-align:-0.1944em;', 'height:.694em;vertical-align:-.194em'],
	['top:-2.4066em;margin-left:-0.1389em;margin-right:0.05em;', 'top:-2.407em;margin-left:-.139em;margin-right:.05em'],
	['height:10.05em;', 'height:10.05em'],
	['position:relative;top:0em;', 'position:relative;top:0em'],
	['top:-0.0001em;', 'top:0em'],
])('of %s it keeps what can be seen', (style, rule) => {
	expect(withStyleRules(page(`<span style="${style}"></span>`))).toContain(`<style>.k0{${rule}}</style>`);
});

it('has one class for two styles that look the same', () => {
	const html = withStyleRules(page('<span style="top:1.00001em;">a</span><span style="top:1em;">b</span>'));
	expect(html).toContain('<span class="k0">a</span><span class="k0">b</span>');
});

it('leaves a page without formulas as it is, and texts that scripts read', () => {
	const data = page('<script type="application/json">{"ask":"<span style=\\"top:1em;\\">"}</script>');
	expect(withStyleRules(data)).toBe(data);
	expect(withStyleRules(page('<p>style="top:1em;"</p>'))).toBe(page('<p>style="top:1em;"</p>'));
});
