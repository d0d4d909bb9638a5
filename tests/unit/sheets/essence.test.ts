import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/concepts/body.ts';
import type { Track } from '../../../src/concepts/tracks.ts';
import * as sheet from '../../../src/sheets/essence.ts';

const { mistakesOf, plainText } = sheet;
const essenceOf = (mdx: string, track: Track) => sheet.essenceOf(readBody(mdx, track).blocks, track);
const invariantsOf = (mdx: string) => sheet.invariantsOf(readBody(mdx, 'swe').blocks);

const math = `## Big picture

Text.

## The math

<Equation id="first">

$$
a = b
$$

</Equation>

<Equation id="second" remember>

$$
c = d
$$

What it does.<Cite id="someone" /> See [the lemma](#lemma).

</Equation>
`;

const internals = `## Internals & complexity

<Invariant id="in-order" name="In order">

Each is at most the next.<Cite id="someone" />

More of it.

</Invariant>

| Operation | Time |
| --- | --- |
| get | O(1) |

## Runnable code

| Other | table |
| --- | --- |
| x | y |
`;

describe('the essence of a page', () => {
	it('is the equation to remember with its words, without citations and links', () => {
		expect(essenceOf(math, 'ml')).toBe('$$\nc = d\n$$\n\nWhat it does. See the lemma.');
	});

	it('is the table of costs where there is no such equation', () => {
		expect(essenceOf(internals, 'swe')).toBe('| Operation | Time |\n| --- | --- |\n| get | O(1) |');
	});

	it('is that table also where another one comes first', () => {
		const cases = '| Case | Over |\n| --- | --- |\n| best | one input |\n\n| Operation | Time |';
		const costs = '| Operation | Time |\n| --- | --- |\n| get | O(1) |';
		expect(essenceOf(internals.replace('| Operation | Time |', cases), 'swe')).toBe(costs);
	});

	it('is no table of another stage', () => {
		expect(essenceOf(internals.replace(/\| Operation.*?O\(1\) \|/s, ''), 'swe')).toBeUndefined();
	});

	it('goes with the invariants by name, the first paragraph of each', () => {
		expect(invariantsOf(internals)).toEqual([{ name: 'In order', text: 'Each is at most the next.' }]);
		expect(invariantsOf(math)).toEqual([]);
	});

	it('may be missing', () => expect(essenceOf('## Big picture\n\nText.\n', 'ml')).toBeUndefined());
});

it('takes one mistake of each question before a second of any', () => {
	const question = (...names: string[]) => ({ mistakes: names.map((mistake) => ({ mistake, correction: '.' })) });
	const chosen = mistakesOf([question('a1', 'a2'), question('b1'), question('c1', 'c2', 'c3')]);
	expect(chosen.map(({ mistake }) => mistake)).toEqual(['a1', 'b1', 'c1', 'a2', 'c2']);
});

it('reads a text without citations and bindings', () => {
	expect(plainText('It prints [0.5](out:a.py) [@someone], see [here](/concepts/x/).')).toBe('It prints 0.5, see here.');
});
