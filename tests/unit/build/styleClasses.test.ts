import { expect, it } from 'vitest';
import { type Rules, stylesheetOf, withClasses, withClassesIn } from '../../../src/build/styleClasses.ts';

function changed(html: string): { html: string; css: string } {
	const rules: Rules = new Map();
	return { html: withClasses(html, rules), css: stylesheetOf(rules) };
}

it('puts a class for each declaration in place of a style attribute', () => {
	expect(changed('<span class="katex-strut" style="height:0.6944em;vertical-align:-0.25em"></span>')).toEqual({
		html: '<span class="katex-strut kh_6944 kva-_25"></span>',
		css: '.kh_6944{height:.6944em}.kva-_25{vertical-align:-.25em}',
	});
});

it('makes the class attribute where there is none, and leaves the others as they are', () => {
	expect(changed('<span style="top:-3em;" data-s="2" hidden><i style=""></i></span>').html).toBe(
		'<span class="kt-3" data-s="2" hidden><i></i></span>',
	);
	expect(changed('<span data-s="2" style="top:-3em" class="mord"></span>').html).toBe(
		'<span data-s="2" class="mord kt-3"></span>',
	);
});

it('keeps apart what differs by a point, a sign or a property', () => {
	const { css } = changed(
		'<i style="top:0.3em;left:3em"></i><i style="top:-0.3em;left:0.3em"></i><i style="top:3em"></i>',
	);
	expect(css).toBe('.kl_3{left:.3em}.kl3{left:3em}.kt-_3{top:-.3em}.kt_3{top:.3em}.kt3{top:3em}');
});

it('refuses two declarations that would have one class', () => {
	expect(() => changed('<i style="height:1em"></i><i style="height:1"></i>')).toThrow('one class, kh1');
});

it('says each declaration once, in an order of its own', () => {
	const one = changed('<i style="top:1em"></i><i style="left:1em"></i><i style="top:1em"></i>').css;
	expect(one).toBe(changed('<i style="left:1em"></i><i style="top:1em"></i>').css);
	expect(one).toBe('.kl1{left:1em}.kt1{top:1em}');
});

it('leaves words about styles alone', () => {
	const words = '<p title="a style of its own">style="top:1em" and &lt;i style="top:1em"&gt;</p>';
	expect(changed(words)).toEqual({ html: words, css: '' });
});

it('changes each text in a value', () => {
	const rules: Rules = new Map();
	const value = { ask: '<i style="top:1em"></i>', rubric: ['<i style="left:0.5em"></i>', 3, null, true] };
	expect(withClassesIn(value, rules)).toEqual({
		ask: '<i class="kt1"></i>',
		rubric: ['<i class="kl_5"></i>', 3, null, true],
	});
	expect(rules.size).toBe(2);
});
