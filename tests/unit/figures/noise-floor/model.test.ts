import { describe, expect, it } from 'vitest';
import { bestOf, floorOf, model, ratesOf, SHAPES, type Slope, T } from '../../../../src/figures/noise-floor/model.ts';
import { completed, type Values } from '../../../../src/figures/parts/settings.ts';
import { numbersAfter, recordedLines } from '../recordedOutput.ts';

type Setting = Values<typeof model.settings>;
const at = (values: Partial<Setting>) => model.compute(completed(model.settings, values));

/** Each schedule of floor.py that the figure can be set to, by the words that the listing prints. */
const scheduled: [label: string, values: Partial<Setting>][] = [
	['constant', { shape: 'constant' }],
	['0.01 throughout', { shape: 'constant', peak: 0.01 }],
	['two drops to a tenth', { shape: 'step' }],
	['linear to 0', { shape: 'linear' }],
	['cosine to 0', {}],
	['cosine to 10%', { end: '10%' }],
	['last 20% to 0', { shape: 'WSD' }],
];
/** The listing and its breaks are the figure's directions and noises. */
const recorded: [file: string, values: Partial<Setting>, slope: Slope][] = [
	['floor', {}, { curvature: 1, start: 100, noise: 1 }],
	['floor.flat-direction', { slope: 'flat, λ = 0.01' }, { curvature: 0.01, start: 1, noise: 1 }],
	['floor.batch-4', { noise: '0.25' }, { curvature: 1, start: 100, noise: 0.25 }],
];

describe.each(recorded)('the model prints what %s printed', (file, direction, slope) => {
	const lines = recordedLines('learning-rate-schedules', file);

	it.each(scheduled)('%s', (label, values) => {
		// The space keeps "cosine to 0" from the line of its sampled runs.
		const [expected] = numbersAfter(lines, `${label} `);
		expect(at({ ...direction, ...values }).final.toFixed(5)).toBe(expected?.toFixed(5));
	});

	it('floors, and the best possible', () => {
		const floors = lines[0]?.matchAll(/([\d.]+): ([\d.]+)/g) ?? [];
		for (const [, rate, floor] of floors) expect(floorOf(Number(rate), slope).toFixed(5)).toBe(floor);
		expect(bestOf(T, slope).toFixed(5)).toBe(numbersAfter(lines, 'best possible')[0]?.toFixed(5));
	});
});

it('has the shares that schedules.py printed, its ramp too', () => {
	const lines = recordedLines('learning-rate-schedules', 'schedules');
	const plain = { peak: 1, warmup: 0, end: 0 };
	for (const [label, schedule] of [
		['step', { ...plain, shape: 'step' }],
		['linear', { ...plain, shape: 'linear' }],
		['cosine', { ...plain, shape: 'cosine' }],
		['wsd', { ...plain, shape: 'WSD' }],
		['warmup + cosine', { ...plain, shape: 'cosine', warmup: 100 }],
	] as const) {
		const rates = ratesOf(schedule);
		// The listing rounds, and counts the decay after a ramp in whole steps.
		for (const [quarter, share] of numbersAfter(lines, label).slice(0, 4).entries())
			expect(Math.abs((rates[(quarter * T) / 4] ?? Number.NaN) - share), label).toBeLessThan(0.0015);
	}
});

it('never ends below the best possible, whatever is set', () => {
	for (const shape of SHAPES)
		for (const peak of [0.01, 0.1, 0.7, 1, 1.9])
			for (const warmup of [0, 300])
				for (const noise of ['1', '0.25', '0'] as const)
					for (const slope of ['steep, λ = 1', 'flat, λ = 0.01'] as const) {
						const { final, best } = at({ shape, peak, warmup, noise, slope });
						expect(final).toBeGreaterThanOrEqual(best * (1 - 1e-9));
					}
});

it('with a constant rate and noise ends at or above where its floor pulls it, from either side', () => {
	const fromAbove = at({ shape: 'constant', peak: 0.01 });
	expect(fromAbove.final).toBeGreaterThan(fromAbove.floor);
	const fromBelow = at({ shape: 'constant', slope: 'flat, λ = 0.01' });
	expect(fromBelow.final).toBeLessThan(fromBelow.floor);
});
