import { describe, expect, it } from 'vitest';
import { complaintsAbout } from '../../../../src/concepts/checks/formulas.ts';

describe('complaintsAbout', () => {
	it.each([
		[String.raw`\operatorname{softmax}\!\left(\frac{QK^\top}{\sqrt{d_k}}\right)V`, false],
		[String.raw`\begin{aligned} a &= b \\ &= c \end{aligned}`, true],
		[String.raw`\text{words with an é}`, false],
	])('has nothing against %s', (latex, display) => {
		expect(complaintsAbout(latex, display)).toEqual([]);
	});

	it('tells where KaTeX stopped reading', () => {
		expect(complaintsAbout(String.raw`a + \fracc{b}{c}`, false)).toEqual([
			{ kind: 'formula-broken', message: String.raw`Undefined control sequence: \fracc`, offset: 4 },
		]);
	});

	it('tells every warning of strict mode', () => {
		expect(complaintsAbout('é + ß', false).map(({ kind, offset }) => [kind, offset])).toEqual([
			['formula-strict', 0],
			['formula-strict', 4],
		]);
	});

	it('does not take a line break for one in display math', () => {
		expect(complaintsAbout(String.raw`a \\ b`, true).map(({ kind }) => kind)).toEqual(['formula-strict']);
	});
});
