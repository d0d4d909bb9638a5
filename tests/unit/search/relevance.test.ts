import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IndexedSection } from '../../../src/search/hits.ts';
import { relevanceTo } from '../../../src/search/relevance.ts';
import { tellingWords } from '../../../src/search/titles.ts';

const section = (heading: string, text: string, over: Partial<IndexedSection> = {}): IndexedSection => ({
	slug: 'caching',
	anchor: 'a-section',
	chapter: 'the-math',
	label: 'The math',
	heading,
	topics: '',
	lookups: '',
	asked: '',
	content: `${heading}. ${text}`,
	...over,
});

const judge = (query: string, one: IndexedSection, name: string[] = []) =>
	relevanceTo(
		query,
		tellingWords(query).map((word) => ({ word, weight: 1 })),
	)(one, { name, all: name });

const order = (query: string, ...sections: IndexedSection[]): string[] =>
	sections.toSorted((a, b) => judge(query, b).score - judge(query, a).score).map(({ heading }) => heading);

test('a heading that is the query leads one that says it in passing, and this one a text', () => {
	const sections = ['Stampedes and their price', 'Stampedes', 'Redis'].map((heading) =>
		section(heading, 'A stampede.'),
	);
	expect(order('stampede', ...sections)).toEqual(['Stampedes', 'Stampedes and their price', 'Redis']);
});

test('a section with all words leads one that repeats a single one', () => {
	const all = section('One', 'A noise floor.');
	const many = section('Other', 'noise noise noise noise noise');
	expect(order('noise floor', many, all)).toEqual(['One', 'Other']);
});

test('what readers look a section up by counts like its heading', () => {
	const looked = section('Two speeds', 'One runs twice as fast.', { lookups: 'tortoise and hare\nfloyd' });
	expect(judge('tortoise and hare', looked).about).toBe('heading');
	expect(judge('tortoise and rabbit', looked).about).toBeUndefined();
});

test('another form of a word is the word, and one of its root is more like it than a slip', () => {
	const said = (word: string): number => judge('eigenvectors', section('One', `An ${word}.`)).score;
	expect(said('eigenvector')).toBe(said('eigenvectors'));
	expect(judge('calibrated', section('One', 'A calibration.')).score).toBeGreaterThan(
		judge('gradient', section('One', 'A gradeint.')).score,
	);
});

test('a section whose prompt asks the query leads one that says its words', () => {
	const asked = section('One', 'A heap of requests and a lock.', {
		asked: 'Why is a lock held? What is a heap?',
	});
	expect(order('why is a lock held', section('Two', 'A lock is held, and held again.'), asked)).toEqual(['One', 'Two']);
});

test('a formula counts as one: the section that has it leads one with its letters apart', () => {
	const whole = section('One', 'The odds grow by e^(z/T), as they do.');
	const apart = section('Other', 'Let e be a number, z a score, and T a time: e, z, T.');
	expect(order('e^(z/T)', apart, whole)).toEqual(['One', 'Other']);
});

test('a section need not repeat the name of its page', () => {
	const named = judge('is caching convex', section('Convex', 'It is convex.'), ['caching']).score;
	expect(named).toBeGreaterThan(2 * judge('is caching convex', section('Convex', 'It is convex.')).score);
});

test('terms, references and prompts stand behind the section that explains; code does not name a page’s word', () => {
	const plain = judge('huber', section('Huber', 'huber')).score;
	for (const chapter of ['terms', 'references', 'retrieval', 'code']) {
		expect(judge('huber', section('Huber', 'huber', { chapter })).score).toBeLessThan(plain);
	}
	expect(judge('huber', section('Huber', 'huber', { chapter: 'code' })).about).toBe('words');
});

test('what has none of the words is not relevant, and more of a word is never less', () => {
	fc.assert(
		fc.property(fc.array(fc.constantFrom('loss', 'gain', 'rate'), { maxLength: 30 }), (words) => {
			const { score } = judge('loss', section('One', words.join(' ')));
			expect(score > 0).toBe(words.includes('loss'));
			expect(judge('loss', section('One', [...words, 'loss'].join(' '))).score).toBeGreaterThanOrEqual(score * 0.98);
		}),
	);
});
