/** Numbers that look random and are not: the same seed and name always give the same one. */
import { hashOf } from '../ground/chance.ts';

/** Letters and digits that cannot be taken for one another. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz';
const LENGTH = 5;

/** A number in (0, 1) from a seed and what it is for. */
export function numberFor(seed: string, name: string): number {
	return (hashOf(`${seed}\n${name}`) + 0.5) / 2 ** 32;
}

/** A seed to draw a new drill from, short enough to read to somebody. */
export function newSeed(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(LENGTH));
	return [...bytes].map((byte) => alphabet[byte % alphabet.length]).join('');
}
