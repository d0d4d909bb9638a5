import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Document, type Scalar } from 'yaml';
import { YamlSource } from '../../../../src/concepts/reading/yaml.ts';

/** The character at a place of the source. */
function characterAt(source: string, { line, column = 1 }: { line: number; column?: number }): string | undefined {
	return source.split('\n')[line - 1]?.[column - 1];
}

const source = `# A comment
title: Plain
steps:
  - |
    First line,
    second line.
  - "Quoted \\"text\\"
    over two lines"
  - 'It''s short'
empty:
`;
const root = new YamlSource('steps.yaml', source, 10).root;

describe('a YAML entry', () => {
	it('knows its place, counted from the first line of its file', () => {
		expect(root.get('title').place).toEqual({ file: 'steps.yaml', line: 11, column: 8 });
		expect(root.get('steps').place).toEqual({ file: 'steps.yaml', line: 12, column: 1 });
		expect(root.placeOfKey('steps')).toEqual({ file: 'steps.yaml', line: 12, column: 1 });
	});

	it('stands where it is missing', () => {
		expect(root.get('steps').get(7).place.line).toBe(12);
		expect(root.get('nothing').get('at').exists).toBe(false);
		expect(root.get('empty').exists).toBe(false);
		expect(root.get('empty').place.line).toBe(19);
	});

	it.each([
		[0, 'second', 's'],
		[1, 'text', 't'],
		[1, 'lines', 'l'],
		[2, 'short', 's'],
	])('finds a word of text %i: %s', (item, word, first) => {
		const entry = new YamlSource('steps.yaml', source).root.get('steps').get(item);
		const place = entry.placeAt(entry.text?.indexOf(word) ?? -1);
		expect(characterAt(source, place)).toBe(first);
	});

	it('finds each visible character of a text in every style', () => {
		const style = fc.constantFrom<Scalar.Type>(
			'PLAIN',
			'QUOTE_SINGLE',
			'QUOTE_DOUBLE',
			'BLOCK_LITERAL',
			'BLOCK_FOLDED',
		);
		const words = fc.array(fc.stringMatching(/^[a-z$,.:#'"-]{1,9}$/), { minLength: 1, maxLength: 30 });
		fc.assert(
			fc.property(words, style, fc.nat(), (parts, type, seed) => {
				const document = new Document({ list: [{ text: parts.join(seed % 2 ? ' ' : '\n') }] });
				(document.getIn(['list', 0, 'text'], true) as Scalar).type = type;
				const yaml = document.toString();
				const entry = new YamlSource('any.yaml', yaml).root.get('list').get(0).get('text');
				const text = entry.text ?? '';
				const offset = seed % text.length;
				// A double quote or backslash may be escaped; where the escape begins is near enough.
				fc.pre(/[a-z$,.:#-]/.test(text[offset] ?? ''));
				expect(characterAt(yaml, entry.placeAt(offset))).toBe(text[offset]);
			}),
		);
	});
});

describe('YAML with errors', () => {
	it('tells all of them with their places', () => {
		const { errors } = new YamlSource('broken.yaml', 'a: 1\na: 2\nb: [1\nc: 3\n');
		expect(errors.map(({ place }) => place.line)).toEqual([2, 4]);
	});
});
