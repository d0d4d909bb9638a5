/**
 * Random numbers that are the same on every machine and at every visit: readers' schedules and the links of figures rest on them, so they
 * are permanent. A module of its own, because figures need nothing else of the ground.
 */

/** Uniform numbers in [0, 1), one after the other, that follow from a seed: Tommy Ettinger's mulberry32. */
export function uniform(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
