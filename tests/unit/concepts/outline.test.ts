import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/concepts/body.ts';
import { wordsIn } from '../../../src/concepts/outline.ts';
import type { Track } from '../../../src/concepts/tracks.ts';

const outlineOf = (mdx: string, track: Track) => readBody(mdx, track).outline;

const source = `---
title: words in here are not counted
---

## Big picture

One two three $x + y$ five.

### A *named* section [#named-section]

| a | b |
|---|---|
| c | d |

## Intuition

<Diagram name="flow">

**Finding.** A caption.

</Diagram>

<Figure name="attention" />

## The math

<Equation id="first" remember>

$$
a = b
$$

Each term.

</Equation>

<Step>

$$
c = d
$$

Because.

</Step>

### No id here

<Listing file="short.py" region="core" highlight="2-3,5" />

## Runnable code

\`\`\`python
not counted at all
\`\`\`

<Listing file="short.py" />

Said with \`code\` <Cite id="someone-2020" />.

## Something else

Counted nowhere.
`;

describe('outlineOf', () => {
	it('counts what each written stage holds', () => {
		expect(outlineOf(source, 'ml')).toEqual([
			{
				number: 1,
				sections: [{ id: 'named-section', title: 'A named section' }],
				places: ['named-section'],
				words: 12,
				displayFormulas: 0,
				listings: [],
				diagrams: [],
				figures: [],
				steps: 0,
				remembered: 0,
				invariants: 0,
			},
			{
				number: 2,
				sections: [],
				places: [],
				words: 3,
				displayFormulas: 0,
				listings: [],
				diagrams: ['flow'],
				figures: ['attention'],
				steps: 0,
				remembered: 0,
				invariants: 0,
			},
			{
				number: 3,
				sections: [],
				places: [{ file: 'short.py', region: 'core', highlight: '2-3,5' }],
				words: 6,
				displayFormulas: 2,
				listings: [{ file: 'short.py', region: 'core', highlight: '2-3,5' }],
				diagrams: [],
				figures: [],
				steps: 1,
				remembered: 1,
				invariants: 0,
			},
			{
				number: 4,
				sections: [],
				places: [{ file: 'short.py' }],
				words: 3,
				displayFormulas: 0,
				listings: [{ file: 'short.py' }],
				diagrams: [],
				figures: [],
				steps: 0,
				remembered: 0,
				invariants: 0,
			},
		]);
	});

	it('reads stage 3 by the name its track gives it', () => {
		expect(outlineOf('## Internals & complexity\n\nOne two.', 'swe')[2]?.words).toBe(2);
		expect(outlineOf('## Internals & complexity\n\nOne two.', 'ml')[2]?.words).toBe(0);
	});

	it('gives empty stages for a source that is not MDX', () => {
		const outline = outlineOf('## Big picture\n\n<Callout>\n\nNever closed {', 'ml');
		expect(outline.map(({ number, words }) => ({ number, words }))).toEqual([
			{ number: 1, words: 0 },
			{ number: 2, words: 0 },
			{ number: 3, words: 0 },
			{ number: 4, words: 0 },
		]);
	});

	it('never throws', () => {
		const pieces = fc.constantFrom(
			'## Big picture',
			'### A [#a]',
			'$$',
			'$',
			'{',
			'}',
			'<',
			'<Step>',
			'|',
			'[#',
			'\n',
			' ',
		);
		fc.assert(
			fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme' }))), (parts) => {
				expect(outlineOf(parts.join(''), 'ml')).toHaveLength(4);
			}),
		);
	});
});

describe('wordsIn', () => {
	it('does not take punctuation that stands alone for a word', () => {
		expect(wordsIn('well-known facts — don’t 2×2 , .')).toBe(4);
	});
});

it('reads formulas in the titles of sections as the rail shows them', () => {
	const [stage] = outlineOf('## Big picture\n\n### The cost is $O(n \\log n)$ [#cost]\n', 'ml');
	expect(stage?.sections).toEqual([{ id: 'cost', title: 'The cost is O(n log n)' }]);
});
