/** Byte-pair encoding as in the concept's listing: bytes, split by GPT-2's pattern, the most frequent pair first, ties to the lowest ids. */
import { exactly } from '../parts/comparisons.ts';
import { type FigureChecks, figureModel } from '../parts/contract.ts';
import { remembered } from '../parts/remembered.ts';
import { number, text as textSetting } from '../parts/settings.ts';

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

/** The most merges that the figure learns. */
export const MOST = 60;
/** Pairs that the picture has room for. */
export const ROWS = 8;
const CORPUS = 'the hen and the pen; ten hens in a pen, and then the hens sang.';

const settings = {
	text: textSetting(1000, CORPUS),
	merges: number(0, MOST, 1, 5),
	probe: textSetting(100, 'then 2024 🐔'),
};

/** All that one state of the figure shows. */
export interface Shown extends Trained {
	readonly text: string;
	readonly probe: string;
	/** How many merges are learned, of those that were asked for and those that there are. */
	readonly made: number;
	readonly asked: number;
	readonly possible: number;
	/** Pairs that stand side by side now, the next to merge first. */
	readonly pairs: readonly Pair[];
	/** Pairs as frequent as the first. */
	readonly tied: number;
	/** Each token of the text and of the other text, by id. */
	readonly ids: readonly number[];
	readonly probed: readonly number[];
	readonly name: (id: number) => string;
	/** The names of the last pair that was merged and of the next, how often the last stood there, and what the first became. */
	readonly joined: readonly string[];
	readonly joinedCount: number;
	readonly firstToken: string;
	readonly next: readonly string[];
	/** Tokens of the text at every number of merges, to the end. */
	readonly lengths: readonly number[];
	/** Tokens a character. */
	readonly rate: number;
	readonly otherRate: number;
	/** The other text in its tokens. */
	readonly spelled: string;
	/** Of the first merge: how often its pair stood there, and how many tokens it saved. */
	readonly stood: number;
	readonly saved: number;
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);
const lengthOf = (text: string): number => [...text].length;
const rate = (tokens: number, characters: number): number => (characters ? tokens / characters : 0);

const trained = remembered((text: string) => train(countOf(split(text)), MOST));

export const model = figureModel({
	settings,
	compute: ({ text, merges: asked, probe }): Shown => {
		const whole = trained(text);
		const merges = whole.merges.slice(0, asked);
		const table = vocabulary(merges);
		const pairs = pairsAfter(countOf(split(text)), merges);
		const [ids, probed] = [encode(text, merges), encode(probe, merges)];
		const name = (id: number): string => show(table[id] ?? new Uint8Array());
		const [first] = merges;
		return {
			merges,
			size: whole.size,
			text,
			probe,
			made: merges.length,
			asked,
			possible: whole.merges.length,
			pairs,
			tied: pairs.filter(({ count }) => count === pairs[0]?.count).length,
			ids,
			probed,
			name,
			joined: merges.at(-1)?.pair.map(name) ?? [],
			joinedCount: merges.at(-1)?.count ?? 0,
			firstToken: first ? name(BYTES) : '',
			next: pairs[0]?.pair.map(name) ?? [],
			lengths: [whole.size, ...whole.merges.map(({ length }) => length)],
			rate: rate(ids.length, lengthOf(text)),
			otherRate: rate(probed.length, lengthOf(probe)),
			spelled: probed.map(name).join(' | '),
			stood: first?.count ?? 0,
			saved: whole.size - (first?.length ?? whole.size),
		};
	},
	builtIn:
		'A vocabulary of a sentence or two, learned by byte-level BPE with GPT-2’s split and ties to the lowest ids. Byte-level BPE tokenizers in use learn from gigabytes, often with other splits, so their pieces differ; how merges come about does not.',
	name: ({ made }) => `Pairs after ${made} merges, and tokens after each`,
	finding: ({ size, made, joined: [first, second], joinedCount }) => {
		if (size === 0) return 'There is no text to count in: type one.';
		if (made === 0) return `No merge yet: ${size} bytes, each a token.`;
		return `Merge ${made} joined ${first} and ${second}, which stood side by side ${times(joinedCount)}.`;
	},
	caption: ({ pairs: [best], tied, next: [first, second] }) => {
		const following = best
			? `Next: ${first} and ${second}, ${times(best.count)}${tied > 1 ? `; of ${tied} pairs with that count it has the lowest ids` : ''}.`
			: 'Nothing is left to merge: every piece between the splits is one token.';
		return `${following} No merge crosses a split: GPT-2’s pattern cuts before words, numbers, marks and runs of spaces. ␣ is a space; e0 is one byte in hexadecimal.`;
	},
	description: ({ pairs, name, lengths, made }) => {
		const top = pairs.slice(0, ROWS).map(({ pair, count }) => `${pair.map(name).join(' + ')} ${count}`);
		return `The most frequent pairs now: ${top.join(', ') || 'none'}. Tokens of the text: ${lengths[0]} before the first merge, ${lengths[made]} after ${made}, ${lengths.at(-1)} after ${lengths.length - 1}.`;
	},
	readings: ({ ids, size, made, rate: own, otherRate }) => [
		{ name: 'Tokens', value: ids.length, note: `of ${size} bytes` },
		{ name: 'Vocabulary', value: BYTES + made, note: `${BYTES} bytes and ${made} merges` },
		{ name: 'Tokens a character', value: own.toFixed(2), note: `${otherRate.toFixed(2)} in the other text` },
	],
	table: ({ merges, name, made }) => ({
		caption: 'The merges in the order of learning',
		columns: ['Token', 'Id', 'Pair', 'Count', 'Tied', 'Tokens left'],
		rows: merges.map(({ pair, count, tied, length }, at) => [
			name(BYTES + at),
			BYTES + at,
			pair.map(name).join(' + '),
			count,
			tied,
			length,
		]),
		current: made - 1,
	}),
	presets: [
		{
			name: 'Repetition',
			values: { text: 'a'.repeat(16), probe: 'a'.repeat(15), merges: 4 },
			lesson: ({ stood, saved, ids, size, probed, probe }) =>
				`The first pair stood there ${stood} times, but overlaps, so it saved only ${saved}. Each merge doubles the run: ${ids.length} token for ${size}, and ${probed.length} for ${probe.length}.`,
		},
		{
			name: 'Digits',
			values: { text: '1999 2019 2020 2021 2022 2023 2024', probe: '1999 2024 12024', merges: 8 },
			lesson: ({ spelled }) =>
				`Pieces follow frequency, not place value: ${spelled}. The last four digits are the same twice, and their tokens are not.`,
		},
		{
			name: 'Emoji',
			values: { text: '🐔🐓🐣🐤 👍👍🏽 👩‍💻', probe: '🐔🦆', merges: 2 },
			lesson: ({ firstToken }) =>
				`The first merge is ${firstToken}, half a character that most emoji begin with. A token may be no valid text by itself; a streaming server has to wait for the rest.`,
		},
		{
			name: 'A rare script',
			values: { probe: 'ไก่กับไข่', merges: MOST },
			lesson: ({ rate: own, otherRate }) =>
				`The corpus costs ${own.toFixed(2)} tokens a character, the Thai words ${otherRate.toFixed(2)}: this text taught no merge for their bytes. Nothing is unknown, but everything is long.`,
		},
	],
});

export const checks: FigureChecks<Shown> = {
	lessons: {
		Repetition: ({ stood, saved, ids, probed }) => saved < stood && ids.length === 1 && probed.length === 4,
		// The same four digits at the end of two numbers.
		Digits: ({ probe, probed, name }) => {
			const [, first = '', second = ''] = probed
				.map(name)
				.join('|')
				.split(/␣/)
				.map((word) => word.replace(/^\|/, ''));
			return probe.endsWith('2024 12024') && first !== '' && !second.endsWith(first);
		},
		Emoji: ({ firstToken }) => firstToken === 'f0 9f',
		'A rare script': ({ rate: own, otherRate }) => otherRate === 3 && own < 1,
	},
	comparisons: ({ text, merges, ids, lengths, made, size, pairs }) => {
		// What was learned, said in other words: the bytes as characters, each merge one replacement of a text by a new character.
		const letter = (id: number): string => String.fromCodePoint(0x1000 + id);
		let words = split(text).map((word) => [...new TextEncoder().encode(word)].map(letter).join(''));
		const seen = [words.join('').length];
		for (const [at, { pair }] of merges.entries()) {
			words = words.map((word) => word.replaceAll(pair.map(letter).join(''), letter(BYTES + at)));
			seen.push(words.join('').length);
		}
		const [best] = pairs;
		const together = best
			? words.reduce((sum, word) => {
					const [first, second] = best.pair.map(letter);
					return sum + [...word].filter((one, at) => one === first && word[at + 1] === second).length;
				}, 0)
			: 0;
		return [
			exactly('bytes of the text', size, seen[0] ?? 0),
			exactly('tokens of the text', ids.length, seen[made] ?? 0),
			exactly('tokens after this merge', lengths[made] ?? 0, seen[made] ?? 0),
			exactly('count of the next pair', best?.count ?? 0, together),
		];
	},
};
