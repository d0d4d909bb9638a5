import { describe, expect, it } from 'vitest';
import { numberText, roundTicks, scaleOf } from '../../../../src/concepts/plots/scale.ts';

const texts = (...[axis, values, isRound, most]: [...Parameters<typeof scaleOf>, number]) =>
	roundTicks(scaleOf(axis, values, isRound), most).map(({ text }) => text);

describe('ticks that nobody chose', () => {
	it('are round, and at most so many', () => {
		expect(texts({ scale: 'linear' }, [0, 0.97], true, 5)).toEqual(['0', '0.2', '0.4', '0.6', '0.8', '1']);
		expect(texts({ scale: 'linear' }, [-3, 1204], false, 4)).toEqual(['0', '500', '1,000']);
		expect(texts({ scale: 'linear', from: -6, to: 6 }, [], false, 6)).toEqual(['−6', '−4', '−2', '0', '2', '4', '6']);
	});

	it('are powers of ten where the scale is logarithmic, and what lies between where there is room', () => {
		expect(texts({ scale: 'log' }, [2, 640], false, 8)).toEqual(['2', '5', '10', '20', '50', '100', '200', '500']);
		expect(texts({ scale: 'log' }, [2, 640], false, 3)).toEqual(['10', '100']);
		expect(texts({ scale: 'log' }, [1e-12, 1], false, 5)).toEqual(['1e-12', '1e-9', '1e-6', '0.001', '1']);
	});
});

it('a scale places values and finds them again', () => {
	for (const scale of [scaleOf({ scale: 'log' }, [1, 1000], false), scaleOf({ scale: 'linear' }, [-5, 3], true)]) {
		for (const share of [0, 0.25, 1]) expect(scale.share(scale.valueAt(share))).toBeCloseTo(share, 12);
	}
});

it('what cannot be an axis is one all the same', () => {
	expect(scaleOf({ scale: 'linear' }, [4, 4], false)).toMatchObject({ from: 4, to: 5 });
	expect(scaleOf({ scale: 'log', from: 0 }, [1, 10], false)).toMatchObject({ from: 1, to: 10 });
	expect(scaleOf({ scale: 'linear' }, [], true)).toMatchObject({ from: 0, to: 1 });
});

it('numbers are written as pictures write them', () => {
	expect([0, 1234.5, -0.25, 1e-6, 2e9, 0.1 + 0.2].map(numberText)).toEqual([
		'0',
		'1,234.5',
		'−0.25',
		'1e-6',
		'2e9',
		'0.3',
	]);
});
