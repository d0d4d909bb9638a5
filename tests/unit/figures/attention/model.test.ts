import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	type AttentionState,
	allowedBy,
	attend,
	attention,
	entropy,
	keysOf,
	masks,
	queryOf,
	softmax,
	tokens,
	toPoint,
} from '../../../../src/figures/attention/model.ts';
import { normal } from '../../../../src/figures/parts/random.ts';
import { numbersAfter, recordedLines } from '../recordedOutput.ts';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const dot = (a: readonly number[], b: readonly number[]) => sum(a.map((value, at) => value * (b[at] ?? 0)));

describe('attend prints what attend.py printed', () => {
	const source = readFileSync(
		new URL('../../../../content/concepts/attention-mechanism/listings/attend.py', import.meta.url),
		'utf8',
	);
	const read = (name: string) => JSON.parse(new RegExp(`^${name} = (\\[.*\\])$`, 'm').exec(source)?.[1] ?? '');
	const query: number[] = read('query');
	const keys: number[][] = read('keys');
	const values: number[][] = read('values');
	const lines = recordedLines('attention-mechanism', 'attend');
	const order = [2, 0, 1];
	const shuffled = <Item>(items: readonly Item[]) => order.map((at) => items[at] as Item);
	const root = Math.sqrt(query.length);

	it.each([
		['scaled by sqrt(4)', attend(query, keys, values, { divisor: root })],
		['not scaled', attend(query, keys, values, { divisor: 1 })],
		['third key masked', attend(query, keys, values, { divisor: root, allowed: [true, true, false] })],
		['pairs shuffled', attend(query, shuffled(keys), shuffled(values), { divisor: root })],
		[
			'query times 20',
			attend(
				query.map((x) => 20 * x),
				keys,
				values,
				{ divisor: root },
			),
		],
	])('%s', (label, attended) => {
		const recorded = numbersAfter(lines, label);
		expect(attended?.weights.map((weight) => Number(weight.toFixed(3)))).toEqual(recorded.slice(0, 3));
		expect(attended?.output.map((value) => Number(value.toFixed(2)))).toEqual(recorded.slice(3));
	});
});

it('random vectors have scores as wide as scale.py measured', () => {
	const lines = recordedLines('attention-mechanism', 'scale');
	for (const width of [64, 256]) {
		const draw = normal(5);
		const vector = () => Array.from({ length: width }, draw);
		const scores = Array.from({ length: 2000 }, () => dot(vector(), vector()));
		const deviation = Math.sqrt(sum(scores.map((score) => score ** 2)) / scores.length);
		const [, recorded = 0] = numbersAfter(lines, String(width));
		expect(Math.abs(deviation - recorded) / recorded).toBeLessThan(0.08);
	}
});

const scores = fc.array(fc.double({ min: -800, max: 800, noNaN: true }), { minLength: 1, maxLength: 12 });

describe('softmax', () => {
	it('gives positive shares of one whole, whatever the scores', () => {
		fc.assert(
			fc.property(scores, (row) => {
				const weights = softmax(row);
				expect(sum(weights)).toBeCloseTo(1, 9);
				for (const weight of weights) expect(weight).toBeGreaterThanOrEqual(0);
			}),
		);
	});

	it('does not see a common shift', () => {
		fc.assert(
			fc.property(scores, fc.integer({ min: -50, max: 50 }), (row, shift) => {
				const shifted = softmax(row.map((score) => score + shift));
				for (const [at, weight] of softmax(row).entries()) expect(shifted[at]).toBeCloseTo(weight, 9);
			}),
		);
	});
});

it('entropy is 0 for one-hot rows and the logarithm of the count for even ones', () => {
	expect(entropy([0, 1, 0])).toBe(0);
	expect(entropy([0.25, 0.25, 0.25, 0.25])).toBe(2);
});

it('a query with every key masked has no answer, not NaN', () => {
	expect(attend([1], [[1], [2]], [[1], [2]], { divisor: 1, allowed: [false, false] })).toBeUndefined();
});

const states: fc.Arbitrary<AttentionState> = fc.record({
	chosen: fc.integer({ min: 0, max: tokens.length - 1 }),
	held: fc.record({ angle: fc.integer({ min: 0, max: 359 }), length: fc.double({ min: 0, max: 2, noNaN: true }) }),
	width: fc.integer({ min: 1, max: 128 }).map((half) => 2 * half),
	scaled: fc.boolean(),
	mask: fc.constantFrom(...masks),
});

describe('the figure', () => {
	it('has rows that sum to 1 over the allowed keys, and only over those', () => {
		fc.assert(
			fc.property(states, (state) => {
				attention(state).forEach(({ weights, scores: row, largest, gradient }, query) => {
					expect(sum(weights)).toBeCloseTo(1, 9);
					allowedBy(state.mask, query).forEach((allowed, key) => {
						if (!allowed) expect(weights[key]).toBe(0);
						expect(Number.isFinite(row[key])).toBe(allowed);
					});
					expect(largest).toBe(Math.max(...weights));
					expect(gradient).toBeLessThanOrEqual(0.25);
				});
			}),
			{ numRuns: 40 },
		);
	});

	it('keeps every output between the keys that the row may read', () => {
		fc.assert(
			fc.property(states, fc.integer({ min: 0, max: 359 }), (state, angle) => {
				const [x = 0, y = 0] = toPoint({ angle, length: 1 });
				const along = ([across = 0, up = 0]: readonly number[]) => across * x + up * y;
				attention(state).forEach(({ output }, query) => {
					const allowed = allowedBy(state.mask, query);
					const reach = tokens.filter((_, key) => allowed[key]).map(({ key }) => along(toPoint(key)));
					expect(along(output)).toBeLessThanOrEqual(Math.max(...reach) + 1e-9);
				});
			}),
			{ numRuns: 40 },
		);
	});

	it('has the same weights at every width once the root divides', () => {
		fc.assert(
			fc.property(states, (state) => {
				const [here, there] = [2, state.width].map((width) => attention({ ...state, width, scaled: true }));
				here?.forEach(({ weights }, query) => {
					for (const [key, weight] of weights.entries()) expect(there?.[query]?.weights[key]).toBeCloseTo(weight, 9);
				});
			}),
			{ numRuns: 40 },
		);
	});

	it('has scores that grow with the root of the width when it does not', () => {
		const state: AttentionState = {
			chosen: 6,
			held: { angle: 30, length: 1.4 },
			width: 4,
			scaled: false,
			mask: 'none',
		};
		const [narrow, wide] = [4, 256].map((width) => attention({ ...state, width })[6]);
		for (const [key, score] of narrow?.scores.entries() ?? []) expect(wide?.scores[key]).toBeCloseTo(8 * score, 9);
		expect(wide?.gradient ?? 1).toBeLessThan(narrow?.gradient ?? 0);
	});

	it('has keys with entries of variance 1 off the plane, and queries that see only the plane', () => {
		const width = 256;
		const query = queryOf({ angle: 40, length: 1.3 }, width);
		expect(Math.hypot(...query) / Math.sqrt(width)).toBeCloseTo(1.3, 9);
		keysOf(width).forEach((key, at) => {
			const inPlane = dot(toPoint({ angle: 40, length: 1.3 }), toPoint(tokens[at]?.key ?? { angle: 0, length: 0 }));
			expect(dot(query, key) / Math.sqrt(width)).toBeCloseTo(inPlane, 9);
			expect(Math.hypot(...key) ** 2 / width).toBeCloseTo(1, 0);
		});
	});
});
