/**
 * Chance that can be repeated: the same texts and seeds give the same numbers on every machine and at every visit. Readers' schedules,
 * shared drills and the links of figures rest on the numbers drawn here, so they are permanent.
 */

/** A whole number from 0 to 2³² − 1 that belongs to a text: FNV-1a, mixed by murmur3's last step so that similar texts part. */
export function hashOf(text: string): number {
	let hash = 2_166_136_261;
	for (let index = 0; index < text.length; index++) {
		hash = Math.imul(hash ^ text.charCodeAt(index), 16_777_619);
	}
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}

/** A number from 0 to 1, 1 excluded, that belongs to a text. */
export function shareOf(text: string): number {
	return hashOf(text) / 2 ** 32;
}

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
