/** What the model computes, against what is known of it; that it keeps the contract is tested with all figures. */
import { describe, expect, it } from 'vitest';
import { model } from './model.ts';

describe('collisions', () => {
	it('23 people share a birthday more often than not, 22 do not', () => {
		expect(model.compute({ keys: 22, slots: 365 }).chance).toBeCloseTo(0.4757, 4);
		expect(model.compute({ keys: 23, slots: 365 }).chance).toBeCloseTo(0.5073, 4);
		expect(model.compute({ keys: 23, slots: 365 }).even).toBe(23);
	});
});
