/** Numbers that look random and are not: the same seed and name always give the same one. */

/** Letters and digits that cannot be taken for one another. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz';
const LENGTH = 5;

/** A number in (0, 1) from a seed and what it is for. FNV-1a, its bits mixed by murmur3's last step. */
export function numberFor(seed: string, name: string): number {
	let hash = 0x811c9dc5;
	for (const character of `${seed}\n${name}`) {
		hash ^= character.codePointAt(0) ?? 0;
		hash = Math.imul(hash, 0x01000193);
	}
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (((hash ^ (hash >>> 16)) >>> 0) + 0.5) / 2 ** 32;
}

/** A seed to draw a new drill from, short enough to read to somebody. */
export function newSeed(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(LENGTH));
	return [...bytes].map((byte) => alphabet[byte % alphabet.length]).join('');
}
