import { describe, expect, test } from 'vitest';
import { formulaIn, formulasIn, formulaTokens, formulaWords, shareOfFormula } from '../../../src/search/formulas.ts';
import { SPELLING } from '../../../src/search/spelling.ts';

describe('one formula has one form', () => {
	test.each([
		['softmax(QK^T/sqrt(d_k))V', 'softmax(QKᵀ/√dₖ)V'],
		['\\frac{QK^\\top}{\\sqrt{d_k}}', 'QKᵀ/√dₖ'],
		['\\frac{1}{\\sqrt{d_{k}}}', '1/√dₖ'],
		['2/lambda', '2/λ'],
		['beta1', 'β₁'],
		['sigmoid(w * x + b)', 'σ(w·x + b)'],
		['10000', '10,000'],
		['rho/(1-rho)', 'ρ/(1 − ρ)'],
		['KL(p||q)', 'KL(p ‖ q)'],
		['-log p', '−ln p'],
		['m_t', 'm̂ₜ'],
	])('%s is %s', (typed, read) => {
		expect(formulaTokens(typed)).toEqual(formulaTokens(read));
	});

	test('a name of several letters is one, a product of some is not', () => {
		expect(formulaTokens('6ND')).toEqual(['6', 'n', 'd']);
		expect(formulaTokens('d_model')).toEqual(['d', 'model']);
	});
});

describe('a formula is told from the words beside it', () => {
	test.each([
		['why divide by sqrt(d_k)', 'sqrt(d_k)'],
		['O(1) amortized', 'O(1)'],
		['n/m load factor', 'n/m'],
		['2 * layers * heads', '2 * layers * heads'],
		['-log p', '-log p'],
	])('%s', (query, formula) => {
		expect(formulaIn(query)).toBe(formula);
	});

	test.each(['self-attention', 'tcp/ip', 'min_child_weight', 'attention (what it is)', 'x', ''])(
		'none in %j',
		(query) => {
			expect(formulaIn(query)).toBe('');
		},
	);
});

test('what stands between spaces on a page is asked for as one word', () => {
	expect(formulaWords('e^(z/T)')).toEqual(['ezt']);
	expect(formulaWords('12 d^2 + 13 d')).toEqual(['12', 'd2', '13']);
	expect(formulaWords('1/sqrt(d_k)')).toEqual(['1sqrt', 'dk']);
	expect(formulaWords('')).toEqual([]);
});

describe('how much of a formula a text has', () => {
	const share = (formula: string, text: string): number => shareOfFormula(formulaTokens(formula), formulasIn(text));

	test('all of it, wherever it stands, whatever is spelled out behind it', () => {
		expect(share('2/λ', `Beyond 2/λ ${SPELLING}2/lambda it diverges.`)).toBe(1);
		expect(share('β₁ β₂', `decays β₁ ${SPELLING}beta1 β₂ ${SPELLING}beta2`)).toBe(1);
	});

	test('less with something in between, less still in part, and none of a single letter', () => {
		const between = share('G^2/(H+λ)', 'G_L²/(H_L + λ)');
		expect(between).toBeLessThan(1);
		expect(between).toBeGreaterThan(share('G^2/(H+λ)', 'H+λ'));
		expect(share('x', 'x = 1')).toBe(0);
	});

	test('none of what a text says in another order', () => {
		expect(share('a/b', 'b and then a')).toBeLessThan(0.5);
	});
});
