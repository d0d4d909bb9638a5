/** The closed forms that the figure of sampling rests on, and what the page's listing printed for the same distributions. */
import { expect, it } from 'vitest';
import { completed } from '../../../../src/figures/parts/settings.ts';
import { above, CONTEXTS, entropy, heated, model, reaching } from '../../../../src/figures/sampling/model.ts';
import { numbersAfter, recordedLines } from '../recordedOutput.ts';

const contexts = Object.values(CONTEXTS).map((p) => ({ p }));
const lines = recordedLines('sampling', 'sample');

it.each(['peaked', 'flat'] as const)('keeps what sample.py kept of the %s distribution', (context) => {
	// The listing's limit lies off the slider's steps.
	const { topK, topP, minP } = model.compute({ ...completed(model.settings, { context, k: 4, m: 0.1 }), p: 0.89 });
	const cuts = { 'top-k 4': topK, 'top-p 0.89': topP, 'min-p 0.1': minP };
	for (const [rule, { kept, mass }] of Object.entries(cuts)) {
		const [printedKept, printedMass = Number.NaN] = numbersAfter(
			lines.map((line) => line.replace(/ +/g, ' ')),
			`${context} ${rule} keeps`,
		);
		expect(kept).toBe(printedKept);
		expect(mass).toBeCloseTo(printedMass, 3);
	}
});

it.each([0.25, 0.5, 1, 2, 10])('has the entropy that sample.py printed at T = %d', (temperature) => {
	const p = [3, 2, 1, 0].map(Math.exp);
	const printed = numbersAfter(lines, `T = ${temperature} `);
	expect(printed).toHaveLength(5);
	const hot = heated(p, temperature);
	for (const [at, value] of [...hot, entropy(hot)].entries())
		expect(Math.abs(value - (printed[at] ?? Number.NaN))).toBeLessThan(0.00051);
});

it.each(contexts)('has a ratio of two tokens that is a power by 1/T', ({ p }) => {
	for (const temperature of [0.1, 0.5, 1, 2, 4]) {
		const [first = 0, second = 0] = heated(p, temperature);
		expect(first / second / (p[0] / p[1]) ** (1 / temperature)).toBeCloseTo(1, 9);
	}
});

it.each(contexts)('gains entropy with the temperature, up to three bits', ({ p }) => {
	const bits = [0.1, 0.3, 1, 2, 4, 1e6].map((temperature) => entropy(heated(p, temperature)));
	expect(bits).toEqual([...bits].sort((a, b) => a - b));
	expect(bits.at(-1)).toBeCloseTo(3, 6);
});

it('keeps the token that crosses, and always one', () => {
	expect(reaching([0.9, 0.05, 0.05], 0.89)).toBe(1);
	expect(reaching([0.9, 0.05, 0.05], 0.91)).toBe(2);
	expect(reaching([0.5, 0.3, 0.15, 0.05], 0.8)).toBe(2);
	expect(reaching([0.5, 0.3, 0.15, 0.05], 0.81)).toBe(3);
});

it('keeps by min-p what lies above the maximum plus T ln m', () => {
	const logits = [5, 4, 3, 2, 1, 0];
	const p = heated(logits.map(Math.exp), 1);
	for (const temperature of [0.5, 1, 2]) {
		const floor = 5 + temperature * Math.log(0.1);
		expect(above(heated(p, temperature), 0.1)).toBe(logits.filter((z) => z >= floor).length);
	}
});

it('draws in the same proportions in either order', () => {
	const at = (order: 'temperature first' | 'temperature last') =>
		model.compute(completed(model.settings, { temperature: 2, k: 3, order })).topK.q;
	expect(at('temperature first')).toEqual(at('temperature last'));
});

it('shows what the page says was seen', () => {
	const kept = (values: Parameters<typeof completed<typeof model.settings>>[1]) => {
		const { topK, topP, minP } = model.compute(completed(model.settings, values));
		return [topK.kept, topP.kept, minP.kept];
	};
	const temperatures = Array.from({ length: 40 }, (_, at) => (at + 1) / 10);
	const [first = [], ...rest] = temperatures.map((temperature) => kept({ temperature }));
	let before = first;
	for (const now of rest) {
		expect(now[0]).toBe(before[0]);
		expect(now[1]).toBeGreaterThanOrEqual(before[1] ?? 0);
		expect(now[2]).toBeGreaterThanOrEqual(before[2] ?? 0);
		before = now;
	}
	expect(before[1]).toBeGreaterThan(first[1] ?? 0);
	expect(before[2]).toBeGreaterThan(first[2] ?? 0);
	const last = temperatures.map((temperature) => kept({ temperature, order: 'temperature last' }).join());
	expect(new Set(last).size).toBe(1);
});
