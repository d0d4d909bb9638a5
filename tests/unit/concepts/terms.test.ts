import { describe, expect, it, test } from 'vitest';
import { parseMarkdown, parseMdx } from '../../../src/concepts/reading/markdown.ts';
import { firstPlaces, stemOf, termId } from '../../../src/concepts/terms.ts';

const said = (text: string, ...terms: string[]): string[] =>
	firstPlaces(
		parseMarkdown(text),
		terms.map((term) => ({ term })),
	).map(({ node, start, end }) => node.value.slice(start, end));

describe('inflections are the same word', () => {
	test.each([
		['token', 'tokens', 'Token', 'token’s', 'tokens’'],
		['overfitting', 'overfit', 'overfits', 'overfitted'],
		['tokenize', 'tokenizes', 'tokenized', 'tokenizing'],
		['batch', 'batches'],
		['entropy', 'entropies'],
		['loss', 'losses'],
		['merge', 'merging', 'merged'],
		['bias', 'biased'],
	])('%s', (word, ...forms) => {
		for (const form of forms) expect(stemOf(form), form).toBe(stemOf(word));
	});

	test.each([
		['bias', 'bia'],
		['loss', 'lo'],
		['ring', 'r'],
		['string', 'str'],
	])('%s is not %s', (word, other) => {
		expect(stemOf(word)).not.toBe(stemOf(other));
	});
});

it('finds each term where it is first said, the longer before the shorter', () => {
	expect(said('A key-value cache keeps keys. Keys and values.', 'key', 'key-value cache', 'value')).toEqual([
		'key-value cache',
		'keys',
		'values',
	]);
});

it('takes a line break or a hyphen for a space, and nothing else', () => {
	expect(said('a learning\nrate', 'learning rate')).toEqual(['learning\nrate']);
	expect(said('a learning-rate', 'learning rate')).toEqual(['learning-rate']);
	expect(said('is learning. Rate it', 'learning rate')).toEqual([]);
});

it('passes over headings, links, code and formulas', () => {
	expect(said('# A token\n\n[token](#x) `token` $token$ *tokens*', 'token')).toEqual(['tokens']);
});

it('passes over words that are links already', () => {
	const tree = parseMdx('<Out file="a.py">token</Out> and token');
	expect(firstPlaces(tree, [{ term: 'token' }])).toMatchObject([{ start: 5, end: 10 }]);
});

it('takes other forms that are listed', () => {
	const tree = parseMarkdown('BPE merges.');
	expect(firstPlaces(tree, [{ term: 'byte-pair encoding', also: ['BPE'] }])).toMatchObject([{ start: 0, end: 3 }]);
});

it('gives each term an address', () => {
	expect(termId('Byte-pair encoding (BPE)')).toBe('byte-pair-encoding-bpe');
});
