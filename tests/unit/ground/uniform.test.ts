import { expect, it } from 'vitest';
import { uniform } from '../../../src/ground/uniform.ts';

it('uniform numbers fill [0, 1) evenly', () => {
	const values = Array.from({ length: 20_000 }, uniform(1));
	expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
	expect(Math.max(...values)).toBeLessThan(1);
	for (let tenth = 0; tenth < 10; tenth++) {
		const share = values.filter((value) => Math.floor(value * 10) === tenth).length / values.length;
		expect(share).toBeCloseTo(0.1, 1);
	}
});
