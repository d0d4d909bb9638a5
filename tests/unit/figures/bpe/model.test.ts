import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	countOf,
	decode,
	encode,
	pairsAfter,
	show,
	split,
	type Trained,
	train,
	vocabulary,
} from '../../../../src/figures/bpe/model.ts';
import { recordedLines } from '../recordedOutput.ts';

const source = readFileSync(
	new URL('../../../../content/concepts/tokenization-bpe/listings/byte_bpe.py', import.meta.url),
	'utf8',
);
const inSource = (pattern: RegExp): string => pattern.exec(source)?.[1] ?? '';
const lines = recordedLines('tokenization-bpe', 'byte_bpe');

/** `[b'a', b'\xe0']` of Python as bytes. */
function bytesIn(printed: string): number[][] {
	return [...printed.matchAll(/b'((?:[^'\\]|\\.)*)'/g)].map(([, literal = '']) => {
		const escapes: Record<string, number> = { t: 9, n: 10, r: 13 };
		return [...literal.matchAll(/\\x([0-9a-f]{2})|\\(.)|(.)/g)].map(([, byte, escaped, plain]) => {
			if (byte) return Number.parseInt(byte, 16);
			return escaped ? (escapes[escaped] ?? escaped.charCodeAt(0)) : (plain ?? '').charCodeAt(0);
		});
	});
}
/** A string literal that `!a` printed. */
const textIn = (printed: string): string =>
	JSON.parse(
		`"${printed
			.slice(1, -1)
			.replace(/\\U([0-9a-f]{8})/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))}"`,
	);
const tokensOf = (text: string, { merges }: Trained): number[][] => {
	const table = vocabulary(merges);
	return encode(text, merges).map((id) => [...(table[id] ?? [])]);
};

describe('the model prints what byte_bpe.py printed', () => {
	const counts: [string, number][] = [...inSource(/train\(Counter\(\{(.*?)\}\), 4\)/).matchAll(/"(\w+)": (\d+)/g)].map(
		([, word = '', count]) => [word, Number(count)],
	);

	it.each([
		['byte_bpe', counts],
		['byte_bpe.no-weights', counts.map(([word]) => [word, 1] as [string, number])],
	])('the same merges in the same order: %s', (name, words) => {
		const recorded = recordedLines('tokenization-bpe', name);
		expect(words).toHaveLength(4);
		const toy = train(new Map(words), 4);
		expect(
			vocabulary(toy.merges)
				.slice(256)
				.map((bytes) => [...bytes]),
		).toEqual(bytesIn(recorded[0] ?? ''));
		expect(tokensOf('then', toy)).toEqual(bytesIn(recorded[1] ?? ''));
	});

	const corpus = inSource(/^corpus = "(.*)"$/m);
	const big = train(countOf(split(corpus)), Number(inSource(/train\(Counter\(SPLIT.findall\(corpus\)\), (\d+)\)/)));
	const splits = lines
		.filter((line) => line.includes(' bytes -> '))
		.map((line) => /^('.*'): (\d+) bytes -> (.*)$/.exec(line));

	it('has the texts of the listing', () => expect(splits.length).toBeGreaterThan(5));

	it.each(splits.map((found) => [found?.[1] ?? '', Number(found?.[2]), found?.[3] ?? ''] as const))(
		'%s in %i bytes',
		(printed, size, tokens) => {
			const text = textIn(printed);
			expect(new TextEncoder().encode(text)).toHaveLength(size);
			expect(tokensOf(text, big)).toEqual(bytesIn(tokens));
		},
	);
});

const texts = fc.string({ unit: 'binary', maxLength: 80 });

describe('any text', () => {
	it('comes back whole, whatever the merges were learned from', () => {
		fc.assert(
			fc.property(
				texts,
				fc.oneof(texts, fc.constant(undefined)),
				fc.integer({ min: 0, max: 40 }),
				(text, other, most) => {
					const { merges } = train(countOf(split(other ?? text)), most);
					expect(split(text).join('')).toBe(text);
					expect(decode(encode(text, merges), vocabulary(merges))).toBe(text);
				},
			),
		);
	});

	it('is spelled by the replayed merges as training left it, and one merge never lengthens it', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '🐔'), maxLength: 60 }),
				fc.nat(30),
				(text, most) => {
					const { merges, size } = train(countOf(split(text)), most);
					const lengths = [size, ...merges.map(({ length }) => length)];
					expect(encode(text, merges)).toHaveLength(lengths.at(-1) ?? 0);
					for (const [at, { count }] of merges.entries()) {
						const saved = (lengths[at] ?? 0) - (lengths[at + 1] ?? 0);
						expect(saved).toBeGreaterThan(0);
						expect(saved).toBeLessThanOrEqual(count);
					}
				},
			),
		);
	});

	it('has next to merge what training merges next, with as many pairs tied', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 40 }), fc.nat(20), (text, made) => {
				const counts = countOf(split(text));
				const { merges } = train(counts, made + 1);
				const pairs = pairsAfter(counts, merges.slice(0, made));
				const following = merges[made];
				expect(pairs[0]).toEqual(following && { pair: following.pair, count: following.count });
				expect(pairs.filter(({ count }) => count === pairs[0]?.count)).toHaveLength(following?.tied ?? 0);
			}),
		);
	});

	it('is shown without a control character', () => {
		fc.assert(
			fc.property(texts, (text) => {
				expect(show(new TextEncoder().encode(text))).not.toMatch(/[^\P{C} ]/u);
			}),
		);
	});
});

it('shows what is no whole character as its bytes', () => {
	expect(show(Uint8Array.of(0x20, 0xe0, 0xb8))).toBe('20 e0 b8');
	expect(show(new TextEncoder().encode(' hen\n'))).toBe('␣hen↵');
});

it('ends where every pre-token is one token', () => {
	const counts = countOf(split('aaaaaaaa'));
	const { merges } = train(counts, 40);
	expect(merges.map(({ count, length }) => [count, length])).toEqual([
		[7, 4],
		[3, 2],
		[1, 1],
	]);
	expect(pairsAfter(counts, merges)).toEqual([]);
	expect(train(countOf(split('')), 40)).toEqual({ merges: [], size: 0 });
});
