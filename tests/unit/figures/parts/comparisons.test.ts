/** How numbers are held against each other. */
import { expect, it } from 'vitest';
import { exactly, nearly } from '../../../../src/figures/parts/comparisons.ts';

it('lets counts differ by nothing', () => {
	expect(exactly('hits', 3, 0)).toEqual({ what: 'hits', shown: 3, expected: 0, within: 0, scale: 1 });
});

it('measures by what is expected unless told by what', () => {
	expect(nearly('mean', 2, 2)).toEqual({ what: 'mean', shown: 2, expected: 2, within: 1e-9 });
	expect(nearly('mean', 0, 0, 6, 0.5)).toEqual({ what: 'mean', shown: 0, expected: 0, within: 6, scale: 0.5 });
});
