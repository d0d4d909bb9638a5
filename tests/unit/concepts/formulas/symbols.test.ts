import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formsOf, readFormula, splitAtCommas, type WrittenSymbol } from '../../../../src/concepts/formulas/symbols.ts';
import { type FormulaNode, parseFormula } from '../../../../src/concepts/formulas/tree.ts';

const page: WrittenSymbol[] = [
	{ latex: 'K' },
	{ latex: 'd_k' },
	{ latex: 'n' },
	{ latex: '\\sigma^2' },
	{ latex: '\\hat f_D(x)', also: ['\\hat f_D'] },
	{ latex: 'm_t, v_t' },
];

/** LaTeX of the drawn letters of each occurrence, in order. */
function found(latex: string, notation: readonly WrittenSymbol[] = page): string[] {
	const { occurrences } = readFormula(parseFormula(latex, true), formsOf(notation));
	return occurrences.map(({ symbol, nodes }) => `${symbol}:${nodes.map(written).join('')}`);
}

function written(node: FormulaNode): string {
	const { text, base, sub, sup, label } = node;
	if (text) return text;
	const body = Array.isArray(node.body) ? node.body.map(written).join('') : '';
	return [label, base && written(base), sub && `_${written(sub)}`, sup && `^${written(sup)}`, body].join('');
}

function undeclared(latex: string): string[] {
	return [...readFormula(parseFormula(latex, true), formsOf(page)).undeclared];
}

describe('a declared symbol', () => {
	it.each([
		['K^\\top', ['0:K']],
		['QK^\\top / \\sqrt{d_k}', ['0:K', '1:d_k']],
		['\\sqrt K', ['0:K']],
		['d_k^2', ['1:dk']],
		['d_{k}', ['1:d_k']],
		['{d_k}', ['1:d_k']],
		['2^n', ['2:n']],
		['\\sum_{i=1}^{n} n_i', ['2:n']],
		['\\sum_{i=1}^n x_{n-1}', ['2:n', '2:n']],
		['\\frac{n}{2n}', ['2:n', '2:n']],
		['\\begin{aligned} n &= K \\\\ K &= n \\end{aligned}', ['2:n', '0:K', '0:K', '2:n']],
		['\\underbrace{n + 1}_{\\text{n of them}}', ['2:n']],
		['\\left(n\\right)', ['2:n']],
		['\\sigma^2/n', ['3:\\sigma^2', '2:n']],
		['\\hat f_D(x) - \\hat f_D', ['4:\\hatf_D(x)', '4:\\hatf_D']],
		['m_t + v_t', ['5:m_t', '5:v_t']],
		['\\mathbb{E}_n[K]', ['2:n', '0:K']],
	])('is found in %s', (latex, expected) => {
		expect(found(latex)).toEqual(expected);
	});

	it.each([
		['d k', 'the letters of a symbol on their own'],
		['W_K', 'a label below another letter'],
		["K'", 'with a prime'],
		['K^*', 'with a star'],
		['K^{(i)}', 'with an index in parentheses'],
		['\\hat K', 'under a hat'],
		['\\overline{K}', 'under a bar'],
		['\\mathbf{K} + \\mathcal{K}', 'in another face'],
		['\\operatorname{Kern} + \\text{n}', 'inside words'],
		['\\sigma + \\sigma^3', 'with another power'],
		['\\hat f + f_D(x)', 'half of a symbol'],
		['m_s', 'with another index'],
		['n_0', 'with an index that is not declared'],
		['\\sqrt[', 'LaTeX that does not parse'],
	])('is not found in %s: %s', (latex) => {
		expect(found(latex)).toEqual([]);
	});

	it('is the longest that fits, and the exact one before one with a power', () => {
		const notation = [{ latex: 'f' }, { latex: 'f(x)' }, { latex: '\\sigma' }, { latex: '\\sigma^2' }];
		expect(found('f(x) + f(y) + \\sigma^2 + \\sigma^3', notation)).toEqual([
			'1:f(x)',
			'0:f',
			'3:\\sigma^2',
			'2:\\sigma',
		]);
	});

	it('is found as often as it is written, whatever stands around it', () => {
		const around = fc.constantFrom(
			'x_i',
			'\\alpha',
			'\\frac{1}{2}',
			'\\hat K',
			'W_K',
			'\\sum_j',
			'(',
			')',
			'+',
			'=',
			',',
		);
		fc.assert(
			fc.property(
				fc.array(fc.oneof(around, fc.constant('K'), fc.constant('{K}^\\top')), { maxLength: 12 }),
				(parts) => {
					const expected = parts.filter((part) => part === 'K' || part === '{K}^\\top').length;
					expect(found(parts.join(' '))).toHaveLength(expected);
				},
			),
		);
	});
});

describe('an undeclared letter', () => {
	it.each([
		['x + K', ['x']],
		['x^2', ['x']],
		['\\alpha = \\ell', ['\\alpha', '\\ell']],
		['\\frac{u}{\\sqrt w}', ['u', 'w']],
	])('is told in %s', (latex, expected) => {
		expect(undeclared(latex)).toEqual(expected);
	});

	it.each([
		['\\sum_{i=1}^{n} i', 'what a sum runs over'],
		['\\max_j j', 'what a maximum runs over'],
		['x_i > 0 \\text{ for all } i', 'an index'],
		['\\int \\mathrm{d}s \\, s', 'what an integral runs over'],
		['e^{-n}', "Euler's number"],
		['O(n)', 'an order of growth'],
		['x_i \\hat y \\mathbf{z}', 'part of a symbol'],
		['\\text{a b}', 'words'],
		['\\infty \\cdot 3', 'no letter'],
	])('is not told in %s: %s', (latex) => {
		expect(undeclared(latex)).toEqual([]);
	});
});

it('splits an entry at the commas between symbols', () => {
	expect(splitAtCommas('m_t, v_t')).toEqual(['m_t', 'v_t']);
	expect(splitAtCommas('f(x, y)')).toEqual(['f(x, y)']);
	expect(splitAtCommas('x_{i,j}\\,y')).toEqual(['x_{i,j}\\,y']);
});
