import { expect, it } from 'vitest';
import type { ConceptSummary } from '../../../src/concepts/catalog.ts';
import { revisionItems } from '../../../src/feeds/revisionItems.ts';

const concept = (slug: string, published: string, changes: { date: string; what: string }[] = []) =>
	({ slug, title: slug.toUpperCase(), description: 'About it.', published, changes }) as unknown as ConceptSummary;

it('lists publications and changes of all concepts, newest first', () => {
	const items = revisionItems([
		concept('a', '2026-01-01', [{ date: '2026-03-01', what: 'Corrected.' }]),
		concept('b', '2026-02-01'),
	]);
	expect(items.map(({ title, description, date }) => [title, description, date])).toEqual([
		['A, revised', 'Corrected.', '2026-03-01'],
		['B', 'About it.', '2026-02-01'],
		['A', 'About it.', '2026-01-01'],
	]);
});

it('gives every item its own id, and keeps it when newer ones come', () => {
	const first = { date: '2026-03-01', what: 'One.' };
	const second = { date: '2026-03-01', what: 'Two.' };
	const idOf = (changes: (typeof first)[], what: string) =>
		revisionItems([concept('a', '2026-01-01', changes)]).find(({ description }) => description === what)?.id;
	expect(idOf([second, first], 'One.')).toBe(idOf([first], 'One.'));
	expect(idOf([second, first], 'Two.')).not.toBe(idOf([second, first], 'One.'));
});
