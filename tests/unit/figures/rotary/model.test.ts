/** What RoPE promises, and what it does not. */
import { describe, expect, it } from 'vitest';
import { completed, type Values } from '../../../../src/figures/parts/settings.ts';
import { FARTHEST, model, PAIRS, STRETCH, TRAINED } from '../../../../src/figures/rotary/model.ts';

type Set = Partial<Values<typeof model.settings>>;
const at = (values: Set) => model.compute(completed(model.settings, values));

describe('the score', () => {
	it.each(['10', '10000', '500000'] as const)('knows the distance alone, wherever the key is, at base %s', (base) => {
		const { scores } = at({ base, key: 0 });
		for (const key of [1, 7, 102, 500]) {
			at({ base, key }).scores.forEach((score, distance) => {
				expect(score, `key at ${key}, distance ${distance}`).toBeCloseTo(scores[distance] ?? Number.NaN, 9);
			});
		}
	});

	it('is that of a shorter distance where positions are interpolated', () => {
		const [plain, interpolated] = [at({}), at({ rescaling: 'PI' })];
		for (let distance = 0; distance < TRAINED; distance++) {
			expect(interpolated.scores[STRETCH * distance]).toBeCloseTo(plain.scores[distance] ?? Number.NaN, 9);
		}
	});
});

describe('angles', () => {
	it.each(['10', '10000', '500000'] as const)('are all seen within the trained length, at base %s', (base) => {
		for (let distance = 0; distance < TRAINED; distance++) expect(at({ base, distance }).unseen).toBe(0);
	});

	it('of slow pairs are new beyond it, and of none once positions are interpolated', () => {
		for (let distance = TRAINED; distance <= FARTHEST; distance++) {
			expect(at({ distance }).unseen, `at ${distance}`).toBeGreaterThan(0);
			expect(at({ distance, rescaling: 'PI' }).unseen, `at ${distance}`).toBe(0);
		}
	});

	it('change between neighbors by the same in the fastest pair under a raised base, and by a quarter in the slowest', () => {
		const [plain, raised] = [at({}).clocks, at({ rescaling: 'NTK' }).clocks];
		expect(raised[0]?.wavelength).toBeCloseTo(plain[0]?.wavelength ?? Number.NaN, 9);
		const slowest = (raised[PAIRS - 1]?.wavelength ?? 0) / (plain[PAIRS - 1]?.wavelength ?? 1);
		expect(slowest).toBeCloseTo(STRETCH, 9);
	});
});
