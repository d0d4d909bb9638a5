import fc from 'fast-check';
import { expect, test } from 'vitest';
import { folded } from '../../../src/files/icalendar.ts';

test('lines are at most 75 bytes, and unfold to what they were', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (line) => {
			fc.pre(!/[\r\n]/.test(line));
			const text = folded(line);
			for (const part of text.split('\r\n')) expect(new TextEncoder().encode(part).length).toBeLessThanOrEqual(75);
			expect(text.replaceAll('\r\n ', '')).toBe(line);
		}),
	);
});
