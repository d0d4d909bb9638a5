import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { latexToText } from '../../../../src/concepts/formulas/latexToText.ts';

const raw = String.raw;

describe('reads what the concepts write', () => {
	test.each([
		[raw`\operatorname{softmax}\left(\frac{QK^\top}{\sqrt{d_k}}\right)V`, 'softmax(QKᵀ/√dₖ)V'],
		[raw`x_{t+1} = x_t - \eta \nabla f(x_t)`, 'xₜ₊₁ = xₜ − η∇f(xₜ)'],
		[raw`\frac{\partial L}{\partial w} = -\frac{1}{n}\sum_{i=1}^{n} x_i`, '∂L/∂w = −1/n ∑ᵢ₌₁ⁿ xᵢ'],
		[raw`\hat m_t = \frac{m_t}{1-\beta_1^t}`, 'm̂ₜ = mₜ/(1 − β₁ᵗ)'],
		[raw`\mathbb{E}_{x \sim p}\left[(y - \hat f(x))^2\right]`, 'E_(x∼p)[(y − f̂(x))²]'],
		[raw`W^Q, W^K \in \mathbb{R}^{d_{\text{model}} \times d_k}`, 'W^Q, W^K ∈ ℝ^(d_model×dₖ)'],
		[raw`\arg\max_{\theta} \log p_\theta(y \mid x)`, 'arg max_θ log p_θ(y | x)'],
		[raw`\mathrm{softmax}(z)_i = \frac{e^{z_i}}{\sum_j e^{z_j}}`, 'softmax(z)ᵢ = e^(zᵢ)/(∑ⱼ e^(zⱼ))'],
		[raw`m_t = \beta_1 m_{t-1} + (1-\beta_1) g_t`, 'mₜ = β₁mₜ₋₁ + (1 − β₁)gₜ'],
		[raw`1{,}000 \text{ tokens}, 50{,}257`, '1,000 tokens, 50,257'],
		[raw`\lambda_{\max}(H)`, 'λ_max(H)'],
		[raw`n_{\text{heads}} d_k`, 'n_heads dₖ'],
	])('%s', (latex, text) => {
		expect(latexToText(latex)).toBe(text);
	});
});

describe('puts brackets where one line needs them', () => {
	test.each([
		[raw`\frac{ab}{c}`, 'ab/c'],
		[raw`\frac{a+b}{cd}`, '(a + b)/(cd)'],
		[raw`\frac12 \|w\|_2^2`, '1/2 ‖w‖₂²'],
		[raw`\frac{\frac{a}{b}}{c}`, '(a/b)/c'],
		[raw`\frac{f(x)}{g(x)}`, 'f(x)/g(x)'],
		[raw`\sqrt[3]{x+1}`, '³√(x + 1)'],
		[raw`e^{-x^2/2}`, 'e^(−x²/2)'],
		[raw`\binom{n}{k}`, 'C(n, k)'],
	])('%s', (latex, text) => {
		expect(latexToText(latex)).toBe(text);
	});
});

describe('reads environments row by row', () => {
	test.each([
		[raw`\begin{aligned} a &= b + c \\ &= d \end{aligned}`, 'a = b + c; = d'],
		[raw`\begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise}\end{cases}`, '{x if x > 0; 0 otherwise}'],
		[raw`\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}^\top`, '[1, 2; 3, 4]ᵀ'],
		[raw`\begin{array}{cc} a & b \end{array}`, 'a, b'],
	])('%s', (latex, text) => {
		expect(latexToText(latex)).toBe(text);
	});
});

describe('spaces signs as TeX does', () => {
	test.each([
		['-x', '−x'],
		['a-b', 'a − b'],
		['a = -b', 'a = −b'],
		['|-x| + |y|', '|−x| + |y|'],
		[raw`2\log n`, '2 log n'],
		[raw`\int_0^1 f(x)\,dx`, '∫₀¹ f(x) dx'],
		[raw`x \not\in S, x \not= y`, 'x ∉ S, x ≠ y'],
		["f''(x)", 'f′′(x)'],
	])('%s', (latex, text) => {
		expect(latexToText(latex)).toBe(text);
	});
});

describe('never throws', () => {
	const source = raw`\frac \sqrt { } ^ _ \left( \right \begin{aligned} \end{aligned} & \\ \begin{cases} \text{ $ \hat \operatorname
		\underbrace \unknown x 12 | ' %`;
	const fragments = fc.constantFrom(...source.split(/\s+/));

	test('on pieces of LaTeX in any order', () => {
		fc.assert(
			fc.property(fc.array(fragments, { maxLength: 60 }), (parts) => {
				const text = latexToText(parts.join(' '));
				expect(text).toBe(text.trim());
				expect(text).not.toMatch(/ {2}|undefined/);
			}),
		);
	});

	test('on any text', () => {
		fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof latexToText(text) === 'string'));
	});

	test('on nesting without end', () => {
		expect(() => latexToText('{'.repeat(5_000))).not.toThrow();
		expect(() => latexToText(raw`\frac{`.repeat(5_000))).not.toThrow();
		expect(() => latexToText(raw`\hat`.repeat(5_000))).not.toThrow();
		expect(() => latexToText(raw`x^`.repeat(5_000))).not.toThrow();
	});
});
