import { expect, it } from 'vitest';
import { withoutUnusedFormulaRules } from '../../../../src/build/fonts/katexRules.ts';

it('keeps what some formula uses, and everything that is not about formulas', () => {
	const css =
		'.note{a:b}.katex{a:b}.katex .used{a:b}.katex .gone{a:b}@layer base{.katex .gone>span{a:b}.katex .gone,.katex .used.too{a:b}}.katex *{a:b}';
	expect(withoutUnusedFormulaRules(css, new Set(['katex', 'used', 'too']), new Set())).toBe(
		'.note{a:b}.katex{a:b}.katex .used{a:b}@layer base{.katex .used.too{a:b}}.katex *{a:b}',
	);
});

it('asks for elements as well as for classes, on the formula itself too', () => {
	const css =
		'.katex img{a:b}.katex svg path{a:b}.katex .used:after,.katex .gone:after{a:b}.katex-display{a:b}.katex-display.leqno>.katex>.used{a:b}.katex-display>.katex>.used{a:b}';
	expect(withoutUnusedFormulaRules(css, new Set(['katex', 'katex-display', 'used']), new Set(['svg', 'path']))).toBe(
		'.katex svg path{a:b}.katex .used:after{a:b}.katex-display{a:b}.katex-display>.katex>.used{a:b}',
	);
});

it('drops what resets nothing here: counters of no equation, defaults of pictures', () => {
	const css = 'body{counter-reset:katexEqnNo mmlEqnNo}.katex svg{fill-rule:nonzero;stroke-opacity:1}.katex svg{a:b}';
	expect(withoutUnusedFormulaRules(css, new Set(['katex']), new Set(['svg']))).toBe('.katex svg{a:b}');
	expect(withoutUnusedFormulaRules(css, new Set(['katex', 'eqn-num']), new Set(['svg']))).toContain('counter-reset');
});

it('knows a comma between parentheses from one between selectors, and what only must not be there', () => {
	const css = '.katex :is(.gone,.used)>i{a:b}.katex>.used:not(:has(>.gone)),.katex :is(.gone){a:b}';
	expect(withoutUnusedFormulaRules(css, new Set(['katex', 'used']), new Set(['i']))).toBe(
		'.katex :is(.gone,.used)>i{a:b}.katex>.used:not(:has(>.gone)){a:b}',
	);
});
