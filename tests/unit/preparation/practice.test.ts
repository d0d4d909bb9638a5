import { expect, test } from 'vitest';
import type { Session } from '../../../src/drill/session.ts';
import { practiceOf } from '../../../src/preparation/practice.ts';

const turn = { committed: 'hire' } as Session['items'][number]['turns'][number];
const item = (question: string, answered: boolean) =>
	({
		concept: 'pca',
		question,
		turns: [answered ? turn : { ...turn, committed: null }],
	}) as unknown as Session['items'][number];
const session = (changes: Partial<Session>) => ({ kind: 'drill', finishedAt: 1, ...changes }) as Session;

test('what was answered, on its first day, and the days of finished drills', () => {
	const { answered, drills } = practiceOf(
		[
			session({ startedAt: 30, items: [item('a', true), item('b', false)] }),
			session({ startedAt: 20, items: [item('a', true)], kind: 'attempt' }),
			session({ startedAt: 40, items: [item('c', true)], finishedAt: null }),
		],
		(time) => time / 10,
	);
	expect([...answered]).toEqual([
		['pca/a', 2],
		['pca/c', 4],
	]);
	expect([...drills]).toEqual([3]);
});
