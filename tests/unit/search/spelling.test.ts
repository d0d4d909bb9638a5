import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	editsBetween,
	fitOf,
	fold,
	isOneEditApart,
	likeness,
	plainSpelling,
	SPELLING,
	spelledOut,
	stemOf,
	wordsOf,
} from '../../../src/search/spelling.ts';

test.each([
	['QKᵀ', 'qkt'],
	['naïve', 'naive'],
	['ℝ', 'r'],
	['ŷ', 'y'],
])('folds %s to %s', (text, folded) => {
	expect(fold(text)).toBe(folded);
});

test.each([
	['counting', 'counts'],
	['caching', 'caches'],
	['queries', 'query'],
	['stopped', 'stopping'],
	['layers', 'layer'],
	['calibrated', 'calibration'],
])('%s and %s are forms of one word', (one, other) => {
	expect(stemOf(one)).toBe(stemOf(other));
});

test.each(['loss', 'bus', 'thing', 'd_k', 'need'])('%s is no form of another word', (word) => {
	expect(stemOf(word)).toBe(word);
});

test.each([
	['softmax(QKᵀ/√dₖ)V', ['softmax', 'qkt', 'dk', 'v']],
	['C++ and d_model, _then_', ['c++', 'and', 'd_model', 'then']],
	['  ', []],
])('parts %s into words', (text, words) => {
	expect(wordsOf(text)).toEqual(words);
});

test('spells formulas behind their words, and only what nobody types as it stands', () => {
	expect(plainSpelling('β₁')).toBe('beta1');
	expect(spelledOut('a = √dₖ + θ')).toBe(`a = √dₖ ${SPELLING}sqrt ${SPELLING}dk + θ ${SPELLING}theta`);
});

describe('one edit', () => {
	const word = fc.stringMatching(/^[a-z]{1,9}$/);
	const letter = fc.stringMatching(/^[a-z]$/);

	test('is found wherever it is made', () => {
		fc.assert(
			fc.property(word, letter, fc.nat(9), (original, inserted, at) => {
				const cut = Math.min(at, original.length);
				const [head, tail] = [original.slice(0, cut), original.slice(cut)];
				expect(isOneEditApart(original, original)).toBe(true);
				expect(isOneEditApart(original, head + inserted + tail)).toBe(true);
				expect(isOneEditApart(original, head + tail.slice(1))).toBe(true);
				expect(isOneEditApart(original, head + inserted + tail.slice(1))).toBe(true);
				expect(isOneEditApart(original, head + tail.slice(1, 2) + tail.slice(0, 1) + tail.slice(2))).toBe(true);
			}),
		);
	});

	test('is the same from both sides', () => {
		fc.assert(fc.property(word, word, (a, b) => isOneEditApart(a, b) === isOneEditApart(b, a)));
	});

	test('is not two', () => {
		expect(isOneEditApart('atension', 'attention')).toBe(false);
		expect(isOneEditApart('adam', 'xdxm')).toBe(false);
	});
});

test.each([
	['attention', 'attention', 0],
	['atension', 'attention', 2],
	['gradeint', 'gradient', 1],
	['kitten', 'sitting', Number.POSITIVE_INFINITY],
])('%s is %s in %d edits, counted up to two', (a, b, edits) => {
	expect(editsBetween(a, b, 2)).toBe(edits);
});

test.each([
	['bpe', 'bpe', 'exact'],
	['atten', 'attention', 'start'],
	['atention', 'attention', 'mistyped'],
	['transfomer', 'transformer', 'mistyped'],
	['transfom', 'transformer', 'mistyped'],
	['trasn', 'transformer', 'mistyped'],
	['sgb', 'sgd', undefined],
	['lora', 'loss', undefined],
])('%s fits %s: %s', (typed, word, fit) => {
	expect(fitOf(typed, word)).toBe(fit);
});

test('likeness is between nothing and the same', () => {
	fc.assert(
		fc.property(fc.string(), fc.string(), (a, b) => {
			expect(likeness(a, a)).toBe(1);
			expect(likeness(a, b)).toBeGreaterThanOrEqual(0);
			expect(likeness(a, b)).toBeLessThanOrEqual(1);
		}),
	);
});
