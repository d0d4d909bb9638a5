import { expect, it } from 'vitest';
import type { Card } from '../../../../src/recall/schedule/card.ts';
import { comingDays } from '../../../../src/recall/schedule/coming.ts';
import { fsrsScheduler } from '../../../../src/recall/schedule/scheduler.ts';

const card = (prompt: string, change: Partial<Card>): Card => ({
	prompt,
	revision: 1,
	enrolled: true,
	suspended: false,
	from: 100,
	answers: 0,
	misses: [],
	events: 1,
	...change,
});

it('counts the days after today on which something comes, of what is asked and on the site', () => {
	const cards = [
		card('a/one', { from: 103 }),
		card('a/two', { from: 101 }),
		card('b/three', { from: 103 }),
		card('b/today', { from: 100 }),
		card('b/suspended', { from: 102, suspended: true }),
		card('b/left-out', { from: 102, enrolled: false }),
		card('gone/prompt', { from: 102 }),
	];
	const revisions = new Map(cards.slice(0, -1).map(({ prompt }) => [prompt, 1]));
	const target = { retention: 0.9, interview: undefined };
	expect(comingDays({ cards, revisions, day: 100, target, scheduler: fsrsScheduler() })).toEqual([
		{ day: 101, count: 1 },
		{ day: 103, count: 2 },
	]);
});
