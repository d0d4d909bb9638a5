import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSought, markText, markWords, type Part } from '../../../src/search/excerpt.ts';
import { SPELLING } from '../../../src/search/spelling.ts';

const shown = (parts: readonly Part[]): string =>
	parts.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

describe('marks', () => {
	test.each([
		['the penalty β · KL(π ‖ π₀) stays', ['kl'], 'the penalty β · [KL](π ‖ π₀) stays'],
		['KL divergence and its two directions', ['kl', 'divergence'], '[KL divergence] and its two directions'],
		['Attention asks', ['atten'], '[Attention] asks'],
		['softmax(QKᵀ/√dₖ)V', ['softmax', 'qkt'], '[softmax]([QKᵀ]/√dₖ)V'],
		['f(θ) falls', ['theta'], 'f([θ]) falls'],
		['a query of d_model', ['model'], 'a query of [d_model]'],
		['We normalize the batch', ['normalization'], 'We [normalize] the batch'],
		['k is quick', ['k'], '[k] is quick'],
		['<b>bold</b>', ['bold'], '<b>[bold]</b>'],
	])('%s', (text, typed, expected) => {
		expect(shown(markText(text, typed))).toBe(expected);
	});

	test('change nothing of the text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (text, typed) => {
				expect(
					markText(text, typed)
						.map((part) => part.text)
						.join(''),
				).toBe(text);
			}),
		);
	});

	test('skip the spellings that are only there to be found', () => {
		expect(shown(markWords(['divide', 'by', '√dₖ', `${SPELLING}√dk`], ['dk']))).toBe('divide by √[dₖ]');
	});
});

test('a few first letters in common are not enough', () => {
	expect(isSought('theta', 'the')).toBe(false);
	expect(isSought('atention', 'at')).toBe(false);
	expect(isSought('transformers', 'transformer')).toBe(true);
});
