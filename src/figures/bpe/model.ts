/** Byte-pair encoding as in the concept's listing: bytes, split by GPT-2's pattern, the most frequent pair first, ties to the lowest ids. */

/** Contractions; letters, numbers and other marks with the space before them; other whitespace but for the last before a word. */
const SPLIT = /'(?:[stmd]|re|ve|ll)| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+/gu;
/** Ids below it are bytes. */
export const BYTES = 256;
/** Two ids as one number that sorts as they do. */
const PAIRS = 2 ** 20;

export interface Merge {
	readonly pair: readonly [first: number, second: number];
	/** How often they stood together, weighted by how often each pre-token occurs. */
	readonly count: number;
	/** How many pairs stood together as often, itself among them. */
	readonly tied: number;
	/** Tokens of the whole text after it. */
	readonly length: number;
}

export interface Trained {
	readonly merges: readonly Merge[];
	/** Tokens of the text before the first merge: its bytes. */
	readonly size: number;
	/** The pairs that stand together now, the next to merge first. */
	readonly pairs: readonly Pick<Merge, 'pair' | 'count'>[];
}

/** Lines that no merge may cross. */
export function split(text: string): string[] {
	return text.match(SPLIT) ?? [];
}

export function countOf(words: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
	return counts;
}

const encoder = new TextEncoder();
const bytesOf = (word: string): number[] => [...encoder.encode(word)];

/** Left to right, so that of a run of three the first two are joined. */
function join(ids: readonly number[], first: number, second: number, joined: number): number[] {
	const result: number[] = [];
	for (const id of ids) {
		if (id === second && result.at(-1) === first) result[result.length - 1] = joined;
		else result.push(id);
	}
	return result;
}

/** Learns at most so many merges: fewer where every pre-token is one token before. */
export function train(counts: ReadonlyMap<string, number>, most: number): Trained {
	const words = [...counts].map(([word, count]) => ({ ids: bytesOf(word), count }));
	const lengthNow = (): number => words.reduce((sum, { ids, count }) => sum + ids.length * count, 0);
	const size = lengthNow();
	const merges: Merge[] = [];
	for (;;) {
		const found = new Map<number, number>();
		for (const { ids, count } of words) {
			for (let at = 1; at < ids.length; at++) {
				const key = (ids[at - 1] ?? 0) * PAIRS + (ids[at] ?? 0);
				found.set(key, (found.get(key) ?? 0) + count);
			}
		}
		const sorted = [...found].sort(([a, countA], [b, countB]) => countB - countA || a - b);
		const pairs = sorted.map(([key, count]) => ({ pair: [Math.floor(key / PAIRS), key % PAIRS] as const, count }));
		const best = pairs[0];
		if (!best || merges.length === most) return { merges, size, pairs };
		for (const word of words) word.ids = join(word.ids, ...best.pair, BYTES + merges.length);
		const tied = pairs.filter(({ count }) => count === best.count).length;
		merges.push({ ...best, tied, length: lengthNow() });
	}
}

/** Replays the merges on any text: of the pairs present always the one learned first. */
export function encode(text: string, merges: readonly Merge[]): number[] {
	const known = new Map(merges.map(({ pair: [a, b] }, at) => [a * PAIRS + b, BYTES + at]));
	return split(text).flatMap((word) => {
		let ids = bytesOf(word);
		for (;;) {
			let first = Number.POSITIVE_INFINITY;
			for (let at = 1; at < ids.length; at++) {
				first = Math.min(first, known.get((ids[at - 1] ?? 0) * PAIRS + (ids[at] ?? 0)) ?? first);
			}
			const merge = merges[first - BYTES];
			if (!merge) return ids;
			ids = join(ids, ...merge.pair, first);
		}
	});
}

/** The bytes of every token that the merges made, by id. */
export function vocabulary(merges: readonly Merge[]): Uint8Array[] {
	const table = Array.from({ length: BYTES }, (_, byte) => Uint8Array.of(byte));
	for (const { pair } of merges) table.push(Uint8Array.from(pair.flatMap((id) => [...(table[id] ?? [])])));
	return table;
}

export function decode(ids: readonly number[], table: readonly Uint8Array[]): string {
	return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
		Uint8Array.from(ids.flatMap((id) => [...(table[id] ?? [])])),
	);
}

/** A token as it is shown: spaces to be seen, and bytes that are no whole characters as numbers. */
export function show(bytes: Uint8Array): string {
	try {
		const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
		return text.replace(/[\s\p{C}]/gu, (one) => ({ ' ': '␣', '\n': '↵', '\t': '⇥' })[one] ?? hex(encoder.encode(one)));
	} catch {
		return hex(bytes);
	}
}

const hex = (bytes: Uint8Array): string =>
	[...bytes]
		.map((byte) => (byte > 32 && byte < 127 ? String.fromCharCode(byte) : byte.toString(16).padStart(2, '0')))
		.join(' ');
