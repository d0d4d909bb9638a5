import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { unnamedParts, withPartIds, writePartIds } from '../../../src/concepts/partIds.ts';

const source = `- id: why-scale
  rubric:
    - { expectedFrom: mid, text: 'Says that the variance of $q^\\top k$ is the width [@vaswani-2017].' }
    - text: Says that the variance is the width.   # kept
      essential: true
    - { id: width, text: Named by the author. }
    - {}
  followUps:
    - askWhen: always
      ask: |
        What breaks at $d = 1$?
      rubric:
        - { text: width }
- id: other
  rubric:
    - { text: Says the variance is width. }
`;

describe('ids of criteria and follow-ups', () => {
	it('come from the words, each once in its question, and leave every other character as it was', () => {
		expect(writePartIds(source)).toBe(`- id: why-scale
  rubric:
    - { id: says-variance-width, expectedFrom: mid, text: 'Says that the variance of $q^\\top k$ is the width [@vaswani-2017].' }
    - id: says-variance-width-2
      text: Says that the variance is the width.   # kept
      essential: true
    - { id: width, text: Named by the author. }
    - { id: criterion }
  followUps:
    - id: breaks
      askWhen: always
      ask: |
        What breaks at $d = 1$?
      rubric:
        - { id: width-2, text: width }
- id: other
  rubric:
    - { id: says-variance-width, text: Says the variance is width. }
`);
	});

	it('stay once they are written, whatever becomes of the text', () => {
		const written = writePartIds(source);
		expect(writePartIds(written)).toBe(written);
		expect(writePartIds(written.replace('Says the variance is width', 'Says it all'))).toContain(
			'id: says-variance-width, text: Says it all',
		);
	});

	it('are on the page what will be written', () => {
		expect(withPartIds(parse(source))).toEqual(parse(writePartIds(source)));
	});

	it('keep the line ends of the file', () => {
		expect(writePartIds(source.replaceAll('\n', '\r\n'))).toBe(writePartIds(source).replaceAll('\n', '\r\n'));
	});

	it('are none in what is no list of questions', () => {
		fc.assert(fc.property(fc.anything(), (value) => void unnamedParts(value)));
		expect(unnamedParts([{ rubric: [null, 'text', 3] }, null])).toEqual([]);
	});
});
