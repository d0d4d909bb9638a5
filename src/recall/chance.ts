/** Chance that can be repeated: where something is spread or tried out, the same texts give the same numbers. */

/** A whole number from 0 to 2³² − 1 that belongs to a text: FNV-1a, then mixed so that similar texts part. */
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

/** Numbers from 0 to 1, 1 excluded, one after the other, that follow from a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
