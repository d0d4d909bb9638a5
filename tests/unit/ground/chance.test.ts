import { expect, test } from 'vitest';
import { numberFor } from '../../../src/drill/seed.ts';
import { hashOf, shareOf } from '../../../src/ground/chance.ts';
import { uniform } from '../../../src/ground/uniform.ts';

test('draws are permanent: shared drills, schedules and figures rest on them', () => {
	expect(hashOf('')).toBe(2_872_998_923);
	expect(hashOf('attention-mechanism/scale')).toBe(53_023_621);
	expect(shareOf('attention-mechanism/scale')).toBe(53_023_621 / 2 ** 32);
	expect(numberFor('k7f3q', 'pca/derive-axes')).toBe(0.0764025062089786);
	const next = uniform(7);
	expect([next(), next(), next()]).toEqual([0.011704753153026104, 0.06195825757458806, 0.97690763277933]);
	const ofNegative = uniform(-1640531535);
	expect(ofNegative()).toBe(0.5464560757391155);
});

test('similar texts part', () => {
	const shares = Array.from({ length: 200 }, (_, index) => shareOf(`pca/prompt-${index}`));
	expect(new Set(shares).size).toBe(200);
	expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeCloseTo(0.5, 1);
});
