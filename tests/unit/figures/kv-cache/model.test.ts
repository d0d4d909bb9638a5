import { expect, it } from 'vitest';
import { model, PEAK, RIDGE, roofOf } from '../../../../src/figures/kv-cache/model.ts';
import { completed, type Values } from '../../../../src/figures/parts/settings.ts';
import { numbersAfter, recordedLines } from '../recordedOutput.ts';

const lines = recordedLines('kv-cache', 'bytes');
const at = (values: Partial<Values<typeof model.settings>>) => model.compute(completed(model.settings, values));

const cases = lines.filter((line) => /^batch\s+\d+, \d{4} tokens/.test(line));

it('has the cases of the listing', () => expect(cases.length).toBeGreaterThanOrEqual(4));

it.each(cases)('prints what bytes.py printed: %s', (line) => {
	const [batch, context, intensity, memory, arithmetic] = numbersAfter([line], 'batch');
	const shown = at({ batch: batch ?? 0, context: context ?? 0 });
	expect(Math.abs(shown.intensity - (intensity ?? Number.NaN))).toBeLessThan(0.051);
	expect(Math.abs(shown.memory - (memory ?? Number.NaN))).toBeLessThan(0.0051);
	expect(Math.abs(shown.arithmetic - (arithmetic ?? Number.NaN))).toBeLessThan(0.0051);
});

it('agrees on tokens, requests, ridge and limit', () => {
	expect(Math.round(at({}).even)).toBe(numbersAfter(lines, 'Cache as large as the weights:')[0]);
	expect(Math.round(RIDGE)).toBe(numbersAfter(lines, 'Ridge point:')[0]);
	expect(Math.abs(at({}).limit - (numbersAfter(lines, 'Endless batch, 8192 tokens:')[0] ?? Number.NaN))).toBeLessThan(
		0.051,
	);
	const [perToken, , , fitting] = numbersAfter(lines, 'Llama 3 8B:');
	expect([at({}).perToken, at({}).fitting]).toEqual([perToken, fitting]);
	expect(at({ entry: '4-bit' }).perToken).toBe(numbersAfter(lines, 'Entries of 0.5625 B:')[0]);
});

it('has a roof that is flat beyond the ridge', () => {
	expect(roofOf(RIDGE / 2)).toBeCloseTo(PEAK / 2, -3);
	expect(roofOf(10 * RIDGE)).toBe(PEAK);
});
