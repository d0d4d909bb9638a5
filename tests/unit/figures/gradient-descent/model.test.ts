import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	type Descent,
	descend,
	distance,
	factorOf,
	LOST,
	limitOf,
	type Point,
} from '../../../../src/figures/gradient-descent/model.ts';
import { numbersAfter, recordedLines } from '../recordedOutput.ts';

/** The listing starts 10 along the valley and 1 across, wherever the valley's axes point. */
function asListed(angle: number): Pick<Descent, 'start' | 'angle'> {
	const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
	return { angle, start: [10 * cos - sin, 10 * sin + cos] };
}
const plain: Descent = { method: 'SGD', eta: 0, beta: 0, steep: 25, steps: 400, ...asListed(0) };
const distances = (descent: Descent): number[] => descend(descent).points.map(distance);
const firstWithin = (reach: number, descent: Descent): number => distances(descent).findIndex((far) => far < reach);

describe('the model prints what descent.py printed', () => {
	const lines = recordedLines('gradient-descent', 'descent');
	const tested = lines.filter((line) => /^0\.\d{4} /.test(line)).map((line) => line.trim().split(/\s+/).map(Number));

	it('has the first table of the listing', () => expect(tested.length).toBeGreaterThan(2));

	it.each(tested)('step size %f', (shown, predicted, measured, at20, at400) => {
		// The listing shows the best step, 2/26, to four digits.
		const eta = [1 / 25, 2 / 26].find((exact) => exact.toFixed(4) === shown?.toFixed(4)) ?? shown ?? 0;
		expect(Math.max(factorOf(eta, 1, 0), factorOf(eta, 25, 0)).toFixed(4)).toBe(predicted?.toFixed(4));
		const far = distances({ ...plain, eta });
		expect(far[20]?.toFixed(3)).toBe(at20?.toFixed(3));
		const last = far.length - 1;
		expect(((far[last] ?? 0) / (far[last - 1] ?? 0)).toFixed(4)).toBe(measured?.toFixed(4));
		// What diverges ends before step 400, when it is lost.
		if (last === 400) expect(far[400]?.toExponential(1)).toBe(at400?.toExponential(1));
		else expect(at400).toBeGreaterThan(LOST);
	});

	const valleys = [25, 2500].flatMap((steep) => [0, Math.PI / 4].map((angle) => ({ steep, angle })));
	it.each([
		['gradient descent', (k: number) => ({ eta: 2 / (1 + k) })],
		[
			'heavy ball',
			(k: number) => ({ eta: 4 / (1 + Math.sqrt(k)) ** 2, beta: ((Math.sqrt(k) - 1) / (Math.sqrt(k) + 1)) ** 2 }),
		],
		['Adam, eta 0.5', () => ({ eta: 0.5, method: 'Adam' as const })],
	])('%s comes within 0.01 when the listing says', (name, rule) => {
		const measured = valleys.map(({ steep, angle }) =>
			firstWithin(0.01, { ...plain, ...asListed(angle), steep, steps: 9000, ...rule(steep) }),
		);
		expect(measured).toEqual(numbersAfter(lines, name));
	});
});

it('with momentum the limit is where the broken listing found it', () => {
	const [inside, outside] = ['0.1500', '0.1530'].map((eta) => ({
		eta: Number(eta),
		at20: numbersAfter(recordedLines('gradient-descent', 'descent.momentum-limit'), eta)[2],
	}));
	for (const tried of [inside, outside]) {
		expect(distances({ ...plain, eta: tried?.eta ?? 0, beta: 0.9 })[20]?.toFixed(3)).toBe(tried?.at20?.toFixed(3));
	}
	expect(limitOf(25, 0.9)).toBeGreaterThan(inside?.eta ?? 1);
	expect(limitOf(25, 0.9)).toBeLessThan(outside?.eta ?? 0);
});

const tenths = (most: number) => fc.integer({ min: -10 * most, max: 10 * most }).map((count) => count / 10);
/** Whatever the figure's controls can say. */
const settings = fc.record({
	beta: fc.integer({ min: 0, max: 90 }).map((count) => count / 100),
	steep: fc.integer({ min: 2, max: 50 }),
	angle: fc.constantFrom(0, Math.PI / 4),
	start: fc.tuple(tenths(6.5), tenths(2.8)) as fc.Arbitrary<Point>,
});
const descentOf = (rule: Partial<Descent>): Descent => ({ ...plain, steps: 200, ...rule });

describe('SGD', () => {
	it('below the limit never gets lost, and in time shrinks every error', () => {
		fc.assert(
			fc.property(settings, fc.integer({ min: 1, max: 99 }), (valley, share) => {
				const eta = (share / 100) * limitOf(valley.steep, valley.beta);
				const { diverged, points } = descend(descentOf({ ...valley, eta, steps: 3000 }));
				expect(diverged).toBeUndefined();
				expect(distance(points.at(-1) ?? [1, 1])).toBeLessThanOrEqual(0.9 * distance(valley.start));
			}),
			{ numRuns: 60 },
		);
	});

	it('beyond the limit gets lost from wherever the wall is felt', () => {
		fc.assert(
			fc.property(settings, fc.integer({ min: 105, max: 300 }), (valley, share) => {
				const eta = (share / 100) * limitOf(valley.steep, valley.beta);
				const { diverged, losses } = descend(descentOf({ ...valley, eta, angle: 0, start: [3, 1] }));
				expect(diverged).toBeGreaterThan(0);
				expect(losses.every(Number.isFinite)).toBe(true);
			}),
			{ numRuns: 60 },
		);
	});

	it('without momentum steps against the gradient, and nothing else', () => {
		fc.assert(
			fc.property(settings, (valley) => {
				const { points } = descend(descentOf({ ...valley, angle: 0, beta: 0, eta: 0.01, steps: 20 }));
				for (const [t, [x, y]] of points.slice(1).entries()) {
					const [u, v] = points[t] ?? [0, 0];
					expect(x).toBeCloseTo(u - 0.01 * u, 12);
					expect(y).toBeCloseTo(v - 0.01 * valley.steep * v, 12);
				}
			}),
			{ numRuns: 30 },
		);
	});

	it('settles to the factor that theory names', () => {
		const far = distances({ ...plain, eta: 1 / 9, beta: 0, steep: 4 });
		expect((far[400] ?? 0) / (far[399] ?? 1)).toBeCloseTo(factorOf(1 / 9, 1, 0), 9);
		expect(factorOf(1 / 9, 25, 4 / 9)).toBeCloseTo(2 / 3, 6);
		expect(factorOf(limitOf(25, 0.5), 25, 0.5)).toBeCloseTo(1, 9);
	});
});

describe('adaptive methods', () => {
	const slope = fc.tuple(tenths(6.5), tenths(2.8)).filter(([x, y]) => Math.abs(x) > 0.05 && Math.abs(y) > 0.05);

	it('take a first step of the same length in each coordinate: η in Adam, η/√(1 − 0.9) in RMSProp without correction', () => {
		fc.assert(
			fc.property(settings, slope, (valley, start) => {
				for (const [method, length] of [
					['Adam', 0.5],
					['RMSProp', 0.5 / Math.sqrt(0.1)],
				] as const) {
					const { points } = descend(descentOf({ ...valley, method, start, angle: 0, eta: 0.5, steps: 1 }));
					for (const at of [0, 1] as const) {
						expect(Math.abs((points[1]?.[at] ?? 0) - start[at])).toBeCloseTo(length, 5);
					}
				}
			}),
		);
	});

	it('take the same path along an axis however steep it is, while the gradient is well above epsilon', () => {
		const paths = [5, 50].map((steep) => descend(descentOf({ method: 'Adam', eta: 0.5, steep })).points);
		expect(paths[0]?.slice(0, 60).map(([, y]) => y.toFixed(4))).toEqual(
			paths[1]?.slice(0, 60).map(([, y]) => y.toFixed(4)),
		);
	});

	it('are never lost', () => {
		fc.assert(
			fc.property(
				settings,
				fc.constantFrom('Adam', 'RMSProp'),
				fc.integer({ min: 1, max: 100 }),
				(valley, method, eta) => {
					const { diverged, losses } = descend(descentOf({ ...valley, method, eta: eta / 100 }));
					expect(diverged).toBeUndefined();
					expect(losses.every(Number.isFinite)).toBe(true);
				},
			),
			{ numRuns: 60 },
		);
	});
});

it('a start at the minimum stays there', () => {
	for (const method of ['SGD', 'RMSProp', 'Adam'] as const) {
		const { losses } = descend(descentOf({ method, start: [0, 0], eta: 0.5 }));
		expect(Math.max(...losses)).toBe(0);
	}
});
