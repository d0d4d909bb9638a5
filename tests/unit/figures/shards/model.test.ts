import { describe, expect, it } from 'vitest';
import { completed, type Values } from '../../../../src/figures/parts/settings.ts';
import { KEYS, model, readChanges, ringOf } from '../../../../src/figures/shards/model.ts';

const at = (values: Partial<Values<typeof model.settings>>) => model.compute(completed(model.settings, values));

describe('changes', () => {
	const nodesAfter = (written: string): string[] => readChanges(written).map(({ nodes }) => nodes);

	it('are read in any spelling', () => {
		expect(nodesAfter('+, -b; +B −a')).toEqual(['ABCD', 'ABCDE', 'ACDE', 'ACDEB', 'CDEB']);
	});

	it('are passed over where they cannot be done', () => {
		expect(nodesAfter('+A -H - x')).toEqual(['ABCD']);
		expect(nodesAfter('-A -B -C -D')).toEqual(['ABCD', 'BCD', 'CD', 'D']);
		expect(nodesAfter('+ + + + +').at(-1)).toBe('ABCDEFGH');
	});
});

it('gives a node that comes back the keys that it had, on the ring', () => {
	const changes = '-B +B';
	expect(at({ changes, step: 2 }).owners).toEqual(at({ changes, step: 0 }).owners);
});

it('moves the same keys when a node leaves as when it came', () => {
	const changes = '+E -E';
	for (const method of ['Ring', 'Mod n'] as const)
		expect(at({ method, changes, step: 2 }).moves).toEqual(at({ method, changes, step: 1 }).moves);
});

it('spreads better with more points', () => {
	const spread = (points: number): number => {
		const { held, even } = at({ points, step: 0 });
		return Math.hypot(...held.map((keys) => keys / KEYS / even - 1));
	};
	expect(spread(64)).toBeLessThan(spread(1) / 3);
});

it('covers the circle once', () => {
	const arcs = ringOf('ABCDEFGH', 64);
	expect(arcs.reduce((sum, { from, to }) => sum + ((to - from + 1) % 1), 0)).toBeCloseTo(1, 12);
});

it('cannot split a key', () => {
	for (const method of ['Mod n', 'Ring', 'Ranges'] as const)
		expect(at({ method, traffic: 'One hot key', step: 12 }).top).toBeGreaterThan(0.5);
});
