import { expect, it } from 'vitest';
import { withoutUnusedFormulaRules } from '../../../../src/build/fonts/katexRules.ts';

it('keeps what some formula uses, and everything that is not about formulas', () => {
	const css =
		'.note{a:b}.katex{a:b}.katex .used{a:b}.katex .gone{a:b}@layer base{.katex .gone>span{a:b}.katex .gone,.katex .used.too{a:b}}.katex *{a:b}';
	expect(withoutUnusedFormulaRules(css, new Set(['katex', 'used', 'too']))).toBe(
		'.note{a:b}.katex{a:b}.katex .used{a:b}@layer base{.katex .used.too{a:b}}.katex *{a:b}',
	);
});
