import { expect, test } from 'vitest';
import { hitOf, type IndexedSection } from '../../../src/search/hits.ts';

const section = (heading: string, text: string, over: Partial<IndexedSection> = {}): IndexedSection => ({
	slug: 'attention-mechanism',
	anchor: 'saturation',
	chapter: 'the-math',
	label: 'The math',
	heading,
	topics: '',
	lookups: '',
	asked: '',
	// The index closes a heading with a full stop.
	content: heading ? `${heading}. ${text}` : text,
	...over,
});

const excerpt = (found: IndexedSection, ...typed: string[]): string =>
	hitOf(found, typed)
		.excerpt.map(({ text }) => text)
		.join('');

test('says where it stands: its address, its stage and what it is', () => {
	const question = section('Why divide?', 'Variance.', {
		anchor: 'q-scale',
		chapter: 'questions',
		label: 'Question, senior',
	});
	expect(hitOf(question, ['divide'])).toMatchObject({ anchor: 'q-scale', stage: 5, label: 'Question, senior' });
	expect(hitOf(section('Papers', 'Vaswani.', { chapter: 'references' }), ['vaswani']).stage).toBeUndefined();
});

test('shows the heading when it matches, else the sentence around the match', () => {
	expect(excerpt(section('Why the softmax saturates', 'It does.'), 'softmax')).toBe('Why the softmax saturates');
	expect(excerpt(section('Why', 'Nothing here. Without it the softmax saturates.'), 'softmax')).toBe(
		'Without it the softmax saturates.',
	);
	expect(excerpt(section('The math', 'The softmax.', { anchor: 'the-math' }), 'math')).not.toContain('The math');
});

test('shows the place where most of the words stand', () => {
	const far = 'filler '.repeat(40);
	expect(excerpt(section('Rates', `The noise. ${far} The noise has a floor.`), 'noise', 'floor')).toContain(
		'has a floor',
	);
});

test('cuts a long way to the match, and says so', () => {
	const long = section('Intuition', 'One two three four five six seven eight nine ten eleven twelve target and on.');
	const { excerpt: parts } = hitOf(long, ['target']);
	expect(parts.map(({ text }) => text).join('')).toMatch(/^… (\w+ ){4,8}target and on\.$/);
	expect(parts.find(({ marked }) => marked)?.text).toBe('target');
});
