import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupsOf, rangeText, type Sample, standInStyles } from '../../../../src/build/fonts/standIns.ts';

it('has been written anew since the fonts or the table of local fonts changed', async () => {
	const written = readFileSync(new URL('../../../../src/styles/standIns.css', import.meta.url), 'utf8');
	// The formatter may break its lines.
	const words = (css: string) => css.split(/\s+/).join(' ');
	expect(words(written), 'run node src/build/fonts/standIns.ts').toBe(words(await standInStyles()));
});

const em = fc.double({ min: 0.2, max: 1, noNaN: true });
const samples = fc.uniqueArray(
	fc.record({ point: fc.integer({ min: 32, max: 90 }), advance: em, local: em, weight: em }),
	{ selector: ({ point }) => point, minLength: 1, maxLength: 12 },
);

describe('groups', () => {
	it('divide the characters', () => {
		fc.assert(
			fc.property(samples, fc.integer({ min: 1, max: 6 }), (list, count) => {
				const groups = groupsOf(list, count);
				const points = groups.flatMap((group) => group.points).sort((a, b) => a - b);
				expect(points).toEqual(list.map(({ point }) => point).sort((a, b) => a - b));
				expect(groups.length).toBeLessThanOrEqual(count);
			}),
		);
	});

	it('err less the more there are', () => {
		const error = (list: readonly Sample[], count: number) =>
			groupsOf(list, count)
				.flatMap(({ scale, points }) =>
					list.filter(({ point }) => points.includes(point)).map((s) => s.weight * (s.advance - scale * s.local) ** 2),
				)
				.reduce((total, value) => total + value, 0);
		fc.assert(
			fc.property(samples, fc.integer({ min: 1, max: 5 }), (list, count) => {
				expect(error(list, count + 1)).toBeLessThanOrEqual(error(list, count) + 1e-12);
			}),
		);
	});

	it('fit exactly when every character has its own', () => {
		const list = [
			{ point: 65, advance: 0.5, local: 0.6, weight: 1 },
			{ point: 66, advance: 0.4, local: 0.6, weight: 3 },
		];
		expect(groupsOf(list, 2).map(({ scale, points }) => [scale.toFixed(4), points])).toEqual([
			['0.6667', [66]],
			['0.8333', [65]],
		]);
	});
});

it('writes ranges that run over what no other group has', () => {
	expect(rangeText([0x61, 0x63, 0x65], new Set([0x64]))).toBe('U+61-63, U+65');
});
