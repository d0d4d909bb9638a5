import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conceptOf } from '../../../../src/recall/log/events.ts';
import type { Card } from '../../../../src/recall/schedule/card.ts';
import { apart, buildQueue, type QueueInput, type QueueItem } from '../../../../src/recall/schedule/queue.ts';
import { scheduler } from '../fixture.ts';

const DAY_0 = 20_600;

/** A card that was last answered some days ago, of a stability in days. */
function card(prompt: string, ago: number, stability: number, more: Partial<Card> = {}): Card {
	return {
		prompt,
		revision: 1,
		enrolled: true,
		suspended: false,
		from: DAY_0 - 100,
		memory: { stability, difficulty: 5 },
		last: { day: DAY_0 - ago, rating: 3, elapsed: 1, duration: 20_000 },
		answers: 2,
		misses: [],
		events: 3,
		...more,
	};
}

function newCard(prompt: string, from = DAY_0): Card {
	const { memory: _, last: __, ...rest } = card(prompt, 0, 1, { from, answers: 0 });
	return rest;
}

function queue(cards: readonly Card[], more: Partial<QueueInput> = {}) {
	return buildQueue({
		cards,
		revisions: new Map(cards.map(({ prompt }) => [prompt, 1])),
		day: DAY_0,
		target: { retention: 0.9, interview: undefined },
		dailyLimit: 50,
		scheduler,
		...more,
	});
}

const prompts = (items: readonly QueueItem[]): string[] => items.map(({ prompt }) => prompt);

test('asks what is due, what is most likely forgotten first, new prompts last', () => {
	const { items, next } = queue([
		card('a/fresh', 1, 30),
		newCard('b/new'),
		card('c/fading', 8, 5),
		card('d/forgotten', 40, 5),
		newCard('e/tomorrow', DAY_0 + 1),
	]);
	expect(items.map(({ prompt, reason }) => [prompt, reason])).toEqual([
		['d/forgotten', 'due'],
		['c/fading', 'due'],
		['b/new', 'new'],
	]);
	expect(items[0]?.overdue).toBeGreaterThan(20);
	expect(items[0]?.recall).toBeLessThan(items[1]?.recall ?? 0);
	expect(next).toEqual({ day: DAY_0 + 1, count: 1 });
});

test('asks neither what is suspended nor what was not added', () => {
	expect(queue([card('a/x', 40, 5, { suspended: true }), card('b/x', 40, 5, { enrolled: false })]).items).toEqual([]);
});

test('keeps to what the reader wants in a day, what was answered today included', () => {
	const due = Array.from({ length: 10 }, (_, index) => card(`a/p${index}`, 40, 5));
	const today = [card('b/x', 0, 5), card('b/y', 0, 5)];
	expect(queue([...due, ...today], { dailyLimit: 6 })).toMatchObject({ answered: 2, waiting: 6, items: { length: 4 } });
	expect(queue([...due, ...today], { dailyLimit: 1 })).toMatchObject({ answered: 2, waiting: 10, items: [] });
});

test('brings a miss of today back at the end, whatever the limit', () => {
	const missed = card('a/missed', 0, 0.3, { missed: DAY_0, last: { day: DAY_0, rating: 1, elapsed: 3, duration: 1 } });
	const { items } = queue([missed, card('b/x', 40, 5)], { dailyLimit: 2 });
	expect(items.map(({ prompt, reason }) => [prompt, reason])).toEqual([
		['b/x', 'due'],
		['a/missed', 'missed'],
	]);
	expect(queue([{ ...missed, missed: DAY_0 - 1 }]).items).toEqual([]);
});

test('asks what was rewritten, and sets apart what vanished', () => {
	const [rewritten, gone] = [card('a/x', 1, 30), card('b/x', 40, 5)];
	const { items, vanished } = queue([rewritten, gone], { revisions: new Map([['a/x', 2]]) });
	expect(items).toMatchObject([{ prompt: 'a/x', reason: 'rewritten', overdue: 0 }]);
	expect(vanished).toEqual([gone]);
});

test('says what is asked only for the interview', () => {
	const { items } = queue([card('a/x', 20, 30), card('b/x', 40, 5)], {
		target: { retention: 0.9, interview: DAY_0 + 1 },
	});
	expect(items.map(({ reason }) => reason)).toEqual(['due', 'interview']);
});

test('notices what does not stick', () => {
	const misses = [DAY_0 - 50, DAY_0 - 20, DAY_0 - 9];
	const { items } = queue([
		card('a/x', 9, 1, { misses }),
		card('b/x', 9, 1, { misses: misses.slice(1) }),
		card('c/x', 9, 1, { misses: [DAY_0 - 61, ...misses.slice(1)] }),
	]);
	expect(items.filter(({ stubborn }) => stubborn).map(({ prompt }) => prompt)).toEqual(['a/x']);
});

test('says how long it takes, at the pace of earlier answers', () => {
	const due = Array.from({ length: 9 }, (_, index) => card(`a/p${index}`, 40, 5));
	expect(queue(due).minutes).toBe(3);
	expect(queue([newCard('a/x'), newCard('a/y')]).minutes).toBe(1);
	expect(queue([]).minutes).toBe(0);
	// Nobody reads a prompt in a fifth of a second.
	const hasty = due.map((each) => (each.last ? { ...each, last: { ...each.last, duration: 200 } } : each));
	expect(queue([...hasty, ...hasty.map((each) => ({ ...each, prompt: `b${each.prompt}` }))]).minutes).toBe(2);
});

describe('prompts of one concept', () => {
	const items = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 40 }).map((concepts): QueueItem[] =>
		concepts.map((concept, index) => ({
			prompt: `${concept}/p${index}`,
			concept,
			card: newCard(`${concept}/p${index}`),
			reason: 'new',
			recall: undefined,
			overdue: 0,
			stubborn: false,
		})),
	);

	test('never follow each other where that can be', () => {
		fc.assert(
			fc.property(items, (list) => {
				const ordered = apart(list);
				expect(prompts(ordered).toSorted()).toEqual(prompts(list).toSorted());
				const pairs = ordered.filter((item, index) => index > 0 && item.concept === ordered[index - 1]?.concept).length;
				const largest = Math.max(
					0,
					...[...Map.groupBy(list, ({ concept }) => concept).values()].map((own) => own.length),
				);
				expect(pairs).toBe(Math.max(0, largest - (list.length - largest) - 1));
			}),
		);
	});

	test('keep their own order', () => {
		fc.assert(
			fc.property(items, (list) => {
				for (const concept of ['a', 'b', 'c', 'd']) {
					const own = (of: readonly QueueItem[]) => prompts(of).filter((prompt) => conceptOf(prompt) === concept);
					expect(own(apart(list))).toEqual(own(list));
				}
			}),
		);
	});
});
