/** Numbers that a figure shows beside the same from elsewhere, as its checks list them. No reader loads it. */
import type { Comparison } from './contract.ts';

/** Counts and the like: equal to the last digit. */
export function exactly(what: string, shown: number, expected: number): Comparison {
	return { what, shown, expected, within: 0, scale: 1 };
}

/** Equal but for rounding, or but for chance: `within` and `scale` as a comparison has them. */
export function nearly(what: string, shown: number, expected: number, within = 1e-9, scale?: number): Comparison {
	return { what, shown, expected, within, ...(scale !== undefined && { scale }) };
}
