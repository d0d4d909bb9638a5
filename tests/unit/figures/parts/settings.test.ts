import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	choice,
	initialValues,
	nearestStep,
	number,
	readQuery,
	readValue,
	writeQuery,
} from '../../../../src/figures/parts/settings.ts';

const settings = {
	width: number(2, 256, 2, 64),
	noise: number(0, 1, 0.05, 0.5),
	mask: choice(['none', 'causal'], 'none'),
};

const states = fc.record({
	width: fc.integer({ min: 1, max: 128 }).map((half) => 2 * half),
	noise: fc.integer({ min: 0, max: 20 }).map((steps) => nearestStep(settings.noise, steps * 0.05)),
	mask: fc.constantFrom('none', 'causal'),
});

describe('a shared link', () => {
	it('restores every state', () => {
		fc.assert(
			fc.property(states, (state) => {
				expect(readQuery(settings, writeQuery(settings, state))).toEqual(state);
			}),
		);
	});

	it('says nothing of what stands as at first', () => {
		expect(writeQuery(settings, initialValues(settings))).toBe('');
		expect(writeQuery(settings, { width: 128, noise: 0.5, mask: 'causal' })).toBe('width=128&mask=causal');
	});

	it('that someone wrote by hand is brought to what the controls can show', () => {
		expect(readQuery(settings, 'width=1e9&noise=0.333&mask=diagonal&unknown=1')).toEqual({
			width: 256,
			noise: 0.35,
			mask: 'none',
		});
		expect(readQuery(settings, 'width=NaN&noise=Infinity&mask=')).toEqual(initialValues(settings));
		expect(readQuery(settings, 'width=&noise=%20')).toEqual(initialValues(settings));
	});
});

describe('a number setting', () => {
	it('always gives a value that a slider can stand at', () => {
		fc.assert(
			fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }), (typed) => {
				const value = Number(readValue(settings.noise, String(typed)));
				expect(value).toBeGreaterThanOrEqual(0);
				expect(value).toBeLessThanOrEqual(1);
				expect(Math.abs(value * 20 - Math.round(value * 20))).toBeLessThan(1e-9);
			}),
		);
	});
});
