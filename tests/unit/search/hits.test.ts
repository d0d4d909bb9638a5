import { expect, test } from 'vitest';
import { hitsOf, type IndexedPage } from '../../../src/search/hits.ts';

/** A page as the index has it: `##` and `###` open sections with their id in brackets, `*` stands before words it found. */
function page(...lines: string[]): IndexedPage {
	const words: string[] = [];
	const anchors: { element: string; id: string; text: string; location: number }[] = [];
	const locations: { location: number; score: number }[] = [];
	for (const line of lines) {
		const [, level, title, id] = /^(##+) (.*) \[(.*)\]$/.exec(line) ?? [];
		const text = title ? `${title}.` : line;
		if (level && id)
			anchors.push({
				element: `h${level.length}`,
				id,
				text: (title ?? '').replaceAll('*', ''),
				location: words.length,
			});
		for (const word of text.split(' ')) {
			if (word.startsWith('*')) locations.push({ location: words.length, score: level ? 5 : 1 });
			words.push(word.replace('*', ''));
		}
	}
	return { content: words.join(' '), anchors, locations, levels: 'q-scale=senior' };
}

const attention = page(
	'Attention. Every *softmax has its reason.',
	'## The math [the-math]',
	'The root keeps the variance. A *softmax turns scores into weights, and it saturates when they are large, which is the point here.',
	'### Why the *softmax saturates [saturation]',
	'It does.',
	'## Interview questions [questions]',
	'### Why divide by the root? [q-scale]',
	'Without it the *softmax saturates.',
	'## Retrieval check [retrieval]',
	'### What does *softmax return? [p-returns]',
	'Weights.',
);

test('gives the best section of each stage, in order, with its address', () => {
	const hits = hitsOf(attention, ['softmax'])?.map(({ anchor, stage, label }) => [anchor, stage, label]);
	expect(hits).toEqual([
		['saturation', 3, 'The math'],
		['q-scale', 5, 'Question, senior'],
		['p-returns', 6, 'Prompt'],
	]);
});

test('shows the heading when it matches, else the sentence around the match', () => {
	const texts = hitsOf(attention, ['softmax'])?.map(({ excerpt }) => excerpt.map(({ text }) => text).join(''));
	expect(texts).toEqual([
		'Why the softmax saturates',
		'Without it the softmax saturates.',
		'What does softmax return?',
	]);
});

test('cuts a long way to the match, and says so', () => {
	const long = page(
		'## Intuition [intuition]',
		'One two three four five six seven eight nine ten eleven twelve *target and on.',
	);
	const [hit] = hitsOf(long, ['target']) ?? [];
	expect(hit?.excerpt.map(({ text }) => text).join('')).toMatch(/^… (\w+ ){4,8}target and on\.$/);
	expect(hit?.excerpt.find(({ marked }) => marked)?.text).toBe('target');
});

test('does not count what only begins alike, and wants every word', () => {
	expect(hitsOf(page('## Intuition [intuition]', 'All *the rest'), ['theta'])).toBeUndefined();
	expect(hitsOf(attention, ['softmax', 'zebra'])).toBeUndefined();
});

test('has no row for what stands in the title alone', () => {
	expect(hitsOf(page('*Attention. A description.', '## The math [the-math]', 'Text.'), ['attention'])).toEqual([]);
});
