import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withFirstScreen } from '../../../../src/build/firstScreen/firstScreen.ts';
import { namesIn } from '../../../../src/build/firstScreen/names.ts';
import { withSmallScripts } from '../../../../src/build/firstScreen/scripts.ts';
import { firstScreenStyles } from '../../../../src/build/firstScreen/styles.ts';
import { firstScreenEnd } from '../../../../src/components/firstScreenEnd.ts';

const page = (first: string, rest: string, head = '<link rel="stylesheet" href="/a.css">') =>
	`<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body><main>${first}${firstScreenEnd}${rest}</main></body></html>`;

const stylesOf = (html: string, css: string): string => {
	const [, styles = ''] = /<style>([\s\S]*?)<\/style>/.exec(withFirstScreen(html, () => css)) ?? [];
	return styles;
};

describe('a page', () => {
	it('has the rules of its first screen, and its stylesheets where that ends', () => {
		const html = withFirstScreen(page('<h1 class="a">A</h1>', '<p class="b">B</p>'), () => 'h1{margin:0}.b{color:red}');
		expect(html).toBe(
			'<!DOCTYPE html><html><head><meta charset="utf-8"><style>h1{margin:0}</style></head><body><main><h1 class="a">A</h1>' +
				'<link rel="stylesheet" href="/a.css"><script> </script><p class="b">B</p></main></body></html>',
		);
	});

	it('counts the first end alone, and keeps none', () => {
		const html = withFirstScreen(page('<h1>A</h1>', `<i>B</i>${firstScreenEnd}`), () => 'h1{top:0}i{top:1px}');
		expect(html).toContain('<style>h1{top:0}</style>');
		expect(html).not.toContain(firstScreenEnd);
	});

	it('leaves styles for paper where they were', () => {
		const print = '<link rel="stylesheet" href="/p.css" media="print">';
		const html = withFirstScreen(page('', '', `${print}<link rel="stylesheet" href="/a.css">`), () => '');
		expect(html.indexOf(print)).toBeLessThan(html.indexOf('</head>'));
	});

	it.each([
		['without an end', '<html><head><link rel="stylesheet" href="/a.css"></head></html>'],
		['without stylesheets', page('<h1>A</h1>', '', '').replace(firstScreenEnd, '')],
	])('%s stays as it is', (_, html) => {
		expect(withFirstScreen(html, () => 'h1{top:0}')).toBe(html);
	});
});

describe('the rules', () => {
	const names = namesIn(
		`<html class="no-js"><body><header><nav popover><b class="hidden">menu</b></nav><details><summary>open</summary><u>folded</u></details>
		<p id="one" class="label note" data-kind="x" aria-labelledby="one">a</p><svg><linearGradient></linearGradient></svg></header>
		<script>for (const e of all) e.classList.toggle("done", true)</script><script>e.classList.add(\`late\`);e.dataset.ownTheme=1</script>`,
	);

	it.each([
		'p',
		'.label.note',
		'#one',
		'[data-kind=y]',
		'.done',
		'.late',
		'[data-own-theme]',
		'[class]',
		'[aria-labelledby]',
		'linearGradient',
		':is(.gone,.note)',
		'p:not(.gone)',
		'p::before',
		'& p',
	])('%s may hold', (selector) => expect(firstScreenStyles([`${selector}{top:0}`], names)).not.toBe(''));

	it.each([
		'u',
		'b',
		'.hidden',
		'.gone',
		'#two',
		'p:hover',
		':is(.gone,#two)',
		'p .gone',
		'[data-other]',
		'::selection',
		'p:focus-visible',
	])('%s cannot', (selector) => expect(firstScreenStyles([`${selector}{top:0}`], names)).toBe(''));

	it('keep their order, their layers and their conditions', () => {
		const css = '@layer a,b;@layer b{p{top:0}.gone{top:1px}}@media (width<9em){p{top:2px}}@layer a{.gone{top:3px}}';
		expect(firstScreenStyles([css], names)).toBe('@layer a,b;@layer b{p{top:0}}@media (width<9em){p{top:2px}}');
	});

	it('name every layer in the order of the sheets, also one that has no rule here', () => {
		const sheets = ['@layer base{.gone{top:0}}', '@layer top{p{top:0}}'];
		expect(firstScreenStyles(sheets, names)).toBe('@layer base,top;@layer top{p{top:0}}');
	});

	it('leave out properties that none asks for, and those that only these asked for', () => {
		const css = 'p{--a:1;--b:var(--c);--c:2;--d:3;top:var(--d)}';
		expect(firstScreenStyles([css], names)).toBe('p{--d:3;top:var(--d)}');
	});

	it('are for screens: one for paper and screens stays', () => {
		const css =
			'@media print{p{top:0}}@media print,(width<9em){p{top:1px}}@media (prefers-reduced-motion:reduce){p{top:2px}}';
		expect(firstScreenStyles([css], names)).toBe('@media print,(width<9em){p{top:1px}}');
	});

	const face = (family: string, more = '') => `@font-face{font-family:${family};${more}src:url(/a.woff2)}`;
	it('bring the faces that may be set: slanted, of formulas and of pictures only where there are such', () => {
		const faces = {
			words: face('Serif', 'font-style:normal;font-display:optional;'),
			slanted: face('Serif', 'font-style:italic;font-display:optional;'),
			rare: face('Serif', 'font-style:normal;unicode-range:U+100-130;'),
			pictures: face('Serif in pictures', 'font-style:normal;font-display:block;'),
			formulas: face('KaTeX_Main', 'font-style:italic;font-display:block;'),
		};
		const css = Object.values(faces).join('');
		expect(firstScreenStyles([css], names)).toBe(faces.words);
		const all = namesIn('<em>a</em><svg><text>b</text></svg><span class="katex">c</span>');
		expect(firstScreenStyles([css], all)).toBe(faces.words + faces.slanted + faces.pictures + faces.formulas);
	});
});

it('whatever stands on the first screen by name has its rule in the page', () => {
	const name = fc.constantFrom('a1', 'b2', 'c3', 'd4', 'e5');
	fc.assert(
		fc.property(fc.array(name), fc.array(name), (first, rest) => {
			const elements = (classes: string[]) => classes.map((one) => `<p class="${one}">x</p>`).join('');
			const css = ['a1', 'b2', 'c3', 'd4', 'e5'].map((one) => `.${one}{top:0}`).join('');
			const styles = stylesOf(page(elements(first), elements(rest)), css);
			expect([...styles.matchAll(/\.(\w+)/g)].map(([, one]) => one).sort()).toEqual([...new Set(first)].sort());
		}),
	);
});

describe('scripts in a page', () => {
	it('lose what only people read, and mean the same', () => {
		const html = withSmallScripts('<script>function seen(painter) {\n\treturn painter(1 + 1);\n}\n</script>');
		expect(html).toMatch(/^<script>function seen\((\w)\)\{return \1\(2\)\}<\/script>$/);
	});

	it('that are data, or empty, or elsewhere stay', () => {
		const html = '<script type="application/ld+json">{ }</script><script> </script><script src="/a.js"></script>';
		expect(withSmallScripts(html)).toBe(html);
	});

	it('that are no JavaScript end the build', () => {
		expect(() => withSmallScripts('<script>for (</script>')).toThrow('an inline script is not JavaScript');
	});
});
