/** Marks stand where the catalog and the page have their places, and are found by all words. */
import { expect, test } from 'vitest';
import type { Mark } from '../../../../../src/recall/log/marks.ts';
import { byConcept, found, kindOf, withTaken } from '../../../../../src/recall/views/marks/order.ts';
import { eventAt, idOf, START } from '../../fixture.ts';

const mark = (id: number, concept: string, anchor: string, note = ''): Mark =>
	eventAt(START + id, idOf(id), { kind: 'mark', concept, anchor, title: `Title of ${anchor}`, note }) as Mark;

const catalog = {
	categories: [{ id: 'deep', title: 'Deep', accent: 'prussian' as const }],
	concepts: [
		{ slug: 'attention', name: 'Attention', category: 'deep', prompts: {} },
		{ slug: 'bpe', name: 'Byte pairs', category: 'deep', prompts: {} },
	],
};
const places = { attention: ['code', 'listing-attend', 'q-why'], bpe: ['merges'] };
const marks = [
	mark(1, 'vanished', 'x'),
	mark(2, 'bpe', 'merges', 'Ties by count'),
	mark(3, 'attention', 'q-why'),
	mark(4, 'attention', 'gone'),
	mark(5, 'attention', 'code'),
];

test('by the catalog, then by the page, what is gone last', () => {
	const listed = byConcept(marks, catalog, places);
	expect(listed.map(({ name, accent, marks: own }) => [name, accent, own.map(({ anchor }) => anchor)])).toEqual([
		['Attention', 'prussian', ['code', 'q-why', 'gone']],
		['Byte pairs', 'prussian', ['merges']],
		['vanished', undefined, ['x']],
	]);
});

test('are found by words of title, note and concept', () => {
	const listed = byConcept(marks, catalog, places);
	const of = (typed: string) => found(listed, typed).flatMap(({ marks: own }) => own.map(({ anchor }) => anchor));
	expect(of('')).toHaveLength(5);
	expect(of('count TIES')).toEqual(['merges']);
	expect(of('attention title')).toEqual(['code', 'q-why', 'gone']);
	expect(of('nothing like it')).toEqual([]);
});

test('say what they are on, and stay in view when they are taken away', () => {
	expect(['q-why', 'listing-attend', 'code'].map((anchor) => kindOf({ anchor }))).toEqual([
		'question',
		'listing',
		'section',
	]);
	const [first, second] = marks as [Mark, Mark];
	expect(withTaken([first], [first, second])).toEqual([first, second]);
});
