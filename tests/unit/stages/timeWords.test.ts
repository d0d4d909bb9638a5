import { expect, it } from 'vitest';
import { timeWords } from '../../../src/stages/timeWords.ts';

it.each([
	[14, 72, '14 min to read, about 70 to answer'],
	[0, 3, 'about 5 min to answer'],
	[6, 0, '6 min to read'],
	[0, 0, ''],
])('%i to read and %i to answer', (read, answer, words) => {
	expect(timeWords(read, answer)).toBe(words);
});
