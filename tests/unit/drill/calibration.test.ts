import { expect, test } from 'vitest';
import { calibrationText, distance, gap } from '../../../src/drill/calibration.ts';

test('a gap is in bands, above zero for a reader who flatters themselves', () => {
	expect([gap('strong hire', 'no hire'), gap('no hire', 'hire')]).toEqual([2, -1]);
});

test('what is too high and what is too low do not cancel out', () => {
	expect(distance([1, -1, -1, 1])).toBe(1);
	expect(calibrationText([1, -1, -1, 1])).toBe('one band off on all four questions, twice too high, twice too low');
});

test.each([
	[[0], 'as the rubric does'],
	[[1], 'one band too high'],
	[[-2], 'two bands too low'],
	[[0, 0], 'as the rubric does on both questions'],
	[[0, 0, 0], 'as the rubric does on all three questions'],
	[[1, 1], 'one band off on both questions, twice too high'],
	[[0, -1, 0], 'one band off on one of three questions, once too low'],
	[[2, 1, 0, -1, 1], 'on average 1.3 bands off on four of five questions, three times too high, once too low'],
])('the gaps %j are told as: %s', (gaps, text) => {
	expect(calibrationText(gaps)).toBe(text);
});
