/** Random numbers that are the same on every machine and at every visit: a figure's state is all in its link. */

/**
 * Uniform numbers in [0, 1), by Tommy Ettinger's mulberry32: the same as `ground/chance.ts` draws. A second copy, because the ground's chunk
 * would cost the first figure of a reader 0.6 kB, and it has 16 kB.
 */
export function uniform(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** Standard normal numbers, two from each turn of Box and Muller. */
export function normal(seed: number): () => number {
	const next = uniform(seed);
	let spare: number | undefined;
	return () => {
		if (spare !== undefined) {
			const value = spare;
			spare = undefined;
			return value;
		}
		// 1 − u lies in (0, 1], where the logarithm is finite.
		const radius = Math.sqrt(-2 * Math.log(1 - next()));
		const angle = 2 * Math.PI * next();
		spare = radius * Math.sin(angle);
		return radius * Math.cos(angle);
	};
}
