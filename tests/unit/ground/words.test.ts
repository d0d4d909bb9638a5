import { expect, test } from 'vitest';
import { capitalized, count, countInWords, percent, sentence } from '../../../src/ground/words.ts';

test('counts in figures and in words', () => {
	expect([0, 1, 7, 1200].map((number) => count(number, 'prompt'))).toEqual([
		'0 prompts',
		'1 prompt',
		'7 prompts',
		'1,200 prompts',
	]);
	expect(count(2, 'entry', 'entries')).toBe('2 entries');
	expect([0, 1, 2, 25].map((number) => countInWords(number, 'criterion', 'criteria'))).toEqual([
		'no criteria',
		'one criterion',
		'two criteria',
		'25 criteria',
	]);
});

test('shares as whole percents, texts as sentences', () => {
	expect(percent(0.805)).toBe('81 %');
	expect(capitalized('two criteria')).toBe('Two criteria');
	expect(sentence('two criteria')).toBe('Two criteria.');
});
