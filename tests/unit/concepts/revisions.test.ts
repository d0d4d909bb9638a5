import { expect, it } from 'vitest';
import { lastRevised, revisionsOf } from '../../../src/concepts/revisions.ts';

const concept = { published: '2026-01-01', changes: [{ date: '2026-05-05', what: 'More.' }] };

it('puts the newest first, whatever the order written', () => {
	const changes = [{ date: '2026-03-03', what: 'a' }, ...concept.changes];
	expect(revisionsOf({ ...concept, changes }).map(({ date }) => date)).toEqual([
		'2026-05-05',
		'2026-03-03',
		'2026-01-01',
	]);
});

it('knows the day of the last change', () => {
	expect(lastRevised(concept)).toBe('2026-05-05');
	expect(lastRevised({ ...concept, changes: [] })).toBe('2026-01-01');
});
