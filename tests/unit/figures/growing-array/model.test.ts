/** What the model computes, against what is known of it; that it keeps the contract is tested with all figures. */
import { describe, expect, it } from 'vitest';
import { MOST, model } from '../../../../src/figures/growing-array/model.ts';

const charges = Array.from({ length: 23 }, (_, at) => 1 + at / 2);

describe('growing-array', () => {
	it.each([
		['×2', 1 + 2 + 4 + 8 + 16 + 32 + 64 + 128, 256],
		['×1.5', 1 + 2 + 4 + 7 + 11 + 17 + 26 + 40 + 61 + 92 + 139, 209],
		['+16', 13 + 16 * 78, 209],
		['+4', 50 + 4 * 1225, 201],
	] as const)('growing by %s moves %i elements in all, into %i slots', (growth, moved, slots) => {
		expect(model.compute({ appends: MOST, growth, charge: 3 })).toMatchObject({ moved, slots });
	});

	it.each([
		['×2', 3],
		['×1.5', 4],
	] as const)('growing by %s is paid for by %i units, and by no less', (growth, enough) => {
		for (const charge of charges) {
			const { overdrawn, totals } = model.compute({ appends: 0, growth, charge });
			expect(overdrawn === 0).toBe(charge >= enough);
			if (charge >= enough) expect(totals.every((spent, appends) => spent <= charge * appends)).toBe(true);
		}
	});

	it.each(['+16', '+4'] as const)('no charge pays for growing by %s', (growth) => {
		for (const charge of charges) expect(model.compute({ appends: 0, growth, charge }).overdrawn).toBeGreaterThan(0);
	});

	it('is overdrawn where it says so first', () => {
		for (const growth of ['×2', '×1.5', '+16', '+4'] as const)
			for (const charge of charges) {
				const { overdrawn, totals } = model.compute({ appends: 0, growth, charge });
				const seen = totals.findIndex((spent, appends) => spent > charge * appends);
				expect(seen).toBe(overdrawn > 0 && overdrawn <= MOST ? overdrawn : -1);
			}
	});
});
