/**
 * Chance that can be repeated: the same texts give the same numbers on every machine and at every visit. Readers' schedules and shared
 * drills rest on them, so they are permanent.
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
