/** Byte-pair encoding as in the concept's listing: bytes, split by GPT-2's pattern, the most frequent pair first, ties to the lowest ids. */

/** Contractions; letters, numbers and other marks with the space before them; other whitespace but for the last before a word. */
const SPLIT = /'(?:[stmd]|re|ve|ll)| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+/gu;
/** Ids below it are bytes. */
export const BYTES = 256;
/** More than there are ids: two as one number sort as they do. */
const PAIRS = 2 ** 9;

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
}

type Pair = Pick<Merge, 'pair' | 'count'>;
interface Word {
	ids: readonly number[];
	readonly count: number;
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

const wordsOf = (counts: ReadonlyMap<string, number>): Word[] =>
	[...counts].map(([word, count]) => ({ ids: bytesOf(word), count }));

/** Each place where two tokens stand side by side, its pair as a key. */
function eachPair(words: readonly Word[], visit: (key: number, count: number) => void): void {
	for (const { ids, count } of words) {
		for (let at = 1; at < ids.length; at++) visit((ids[at - 1] ?? 0) * PAIRS + (ids[at] ?? 0), count);
	}
}

const pairOf = (key: number): Merge['pair'] => [Math.floor(key / PAIRS), key % PAIRS];

/** Learns at most so many merges: fewer where every pre-token is one token before. */
export function train(counts: ReadonlyMap<string, number>, most: number): Trained {
	const words = wordsOf(counts);
	const lengthNow = (): number => words.reduce((sum, { ids, count }) => sum + ids.length * count, 0);
	const size = lengthNow();
	const merges: Merge[] = [];
	// An array by key: a Map would take longer than a frame for a text without repetition.
	const found = new Uint32Array((BYTES + most) * PAIRS);
	while (merges.length < most) {
		let [best, count, tied] = [0, 0, 0];
		eachPair(words, (key, times) => {
			found[key] = (found[key] ?? 0) + times;
		});
		// The same places once more: each pair is weighed when first met, and its count cleared for the next merge.
		eachPair(words, (key) => {
			const times = found[key] ?? 0;
			found[key] = 0;
			if (times === 0 || times < count) return;
			tied = times === count ? tied + 1 : 1;
			best = times === count ? Math.min(best, key) : key;
			count = times;
		});
		if (count === 0) break;
		const pair = pairOf(best);
		for (const word of words) word.ids = join(word.ids, ...pair, BYTES + merges.length);
		merges.push({ pair, count, tied, length: lengthNow() });
	}
	return { merges, size };
}

/** The pairs that stand together after those merges, the next to merge first. */
export function pairsAfter(counts: ReadonlyMap<string, number>, merges: readonly Merge[]): Pair[] {
	const words = wordsOf(counts);
	for (const word of words) {
		for (const [at, { pair }] of merges.entries()) word.ids = join(word.ids, ...pair, BYTES + at);
	}
	const found = new Map<number, number>();
	eachPair(words, (key, count) => found.set(key, (found.get(key) ?? 0) + count));
	const sorted = [...found].sort(([a, countA], [b, countB]) => countB - countA || a - b);
	return sorted.map(([key, count]) => ({ pair: pairOf(key), count }));
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
