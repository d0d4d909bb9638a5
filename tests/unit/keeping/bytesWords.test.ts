import { expect, test } from 'vitest';
import { bytesWords } from '../../../src/keeping/bytesWords.ts';

test.each([
	[0, '0 bytes'],
	[999, '999 bytes'],
	[1500, '1.5 kB'],
	[84_200, '84 kB'],
	[2_100_000_000, '2.1 GB'],
])('%d bytes', (bytes, words) => expect(bytesWords(bytes)).toBe(words));
