import { describe, expect, test } from 'vitest';
import { isPromptEvent, type Rating, type RecallEvent } from '../../../../src/recall/log/events.ts';
import { defaultSettings } from '../../../../src/recall/log/settings.ts';
import { DAY, dateOf, dayOf, HOUR } from '../../../../src/recall/log/studyDay.ts';
import type { ReviewInput } from '../../../../src/recall/schedule/asked.ts';
import { type Card, cardsOf } from '../../../../src/recall/schedule/card.ts';
import { targetOn } from '../../../../src/recall/schedule/due.ts';
import {
	almanac,
	costOfRetention,
	forecast,
	movedByInterview,
	outlook,
	progressByConcept,
	progressOf,
} from '../../../../src/recall/schedule/progress.ts';
import { walk } from '../../../../src/recall/schedule/walk.ts';
import { answerOf, eventAt, idMaker, START, scheduler } from '../fixture.ts';

const DAY_0 = dayOf(START - 4 * HOUR);
const newId = idMaker();
const at = (days: number, event: Parameters<typeof eventAt>[2]): RecallEvent =>
	eventAt(START + days * DAY, newId(), event);
const enrolled = (prompt: string) => at(0, { kind: 'enrol', prompt, revision: 1 });
const answered = (prompt: string, days: number, rating: Rating) =>
	at(days, { kind: 'review', ...answerOf(prompt, rating) });

const events = [
	...['pca/axis', 'pca/scale', 'pca/new', 'bpe/merge'].map(enrolled),
	answered('pca/axis', 0, 3),
	answered('pca/scale', 0, 1),
	at(0.001, { kind: 'retry', ...answerOf('pca/scale', 3) }),
	answered('bpe/merge', 0, 4),
	answered('gone/x', 0, 3),
	answered('pca/axis', 2, 3),
];

const input: ReviewInput = {
	cards: cardsOf(events.filter(isPromptEvent), scheduler),
	revisions: new Map(
		['pca/axis', 'pca/scale', 'pca/new', 'pca/other', 'bpe/merge', 'svm/kernel'].map((prompt) => [prompt, 1]),
	),
	day: DAY_0 + 3,
	target: { retention: 0.9, interview: undefined },
	scheduler,
};

test('counts prompts by what the reader knows of them', () => {
	const byConcept = progressByConcept(input);
	expect([...byConcept.keys()]).toEqual(['pca', 'bpe', 'svm']);
	expect(byConcept.get('pca')).toMatchObject({ prompts: 4, enrolled: 3, answered: 2, known: 1, due: 2 });
	expect(byConcept.get('bpe')).toMatchObject({ prompts: 1, enrolled: 1, known: 1, due: 0 });
	expect(byConcept.get('bpe')?.recall).toBeGreaterThan(0.9);
	expect(byConcept.get('bpe')?.next).toBeGreaterThan(input.day);
	expect(byConcept.get('svm')).toEqual({
		prompts: 1,
		enrolled: 0,
		answered: 0,
		known: 0,
		due: 0,
		recall: undefined,
		next: undefined,
	});
	expect(progressOf(input)).toMatchObject({ prompts: 6, enrolled: 4, answered: 3, known: 2 });
	expect(progressOf(input, (prompt) => prompt.startsWith('bpe/'))).toEqual(byConcept.get('bpe'));
});

describe('the forecast', () => {
	test('counts what is due on each day, overdue prompts today', () => {
		const days = forecast(input, 30);
		expect(days).toHaveLength(30);
		expect(days[0]).toMatchObject({ day: input.day, due: 2 });
		expect(days.reduce((sum, { due }) => sum + due, 0)).toBe(4);
		expect(days.reduce((sum, { expected }) => sum + expected, 0)).toBeGreaterThan(4);
	});

	test('expects more of a higher retention', () => {
		const cost = costOfRetention(input, [0.8, 0.9, 0.95]).map(({ perDay }) => perDay);
		expect(cost).toEqual(cost.toSorted((a, b) => a - b));
		expect(cost[0]).toBeGreaterThan(0);
	});

	test('walks the same way every time, and another way by another number', () => {
		const [card] = input.cards;
		if (!card) throw new Error('no card');
		const path = (number: number) =>
			walk({ card, revision: 1, first: DAY_0, end: DAY_0 + 400, target: input.target, scheduler, number }).days;
		expect(path(1)).toEqual(path(1));
		expect(new Set([1, 2, 3, 4, 5].map((number) => path(number).join())).size).toBeGreaterThan(1);
	});
});

test('the almanac has every day of its stretch, retries apart', () => {
	expect(almanac(events, DAY_0, DAY_0 + 2)).toEqual([
		{ day: DAY_0, answers: 4, remembered: 3, retries: 1 },
		{ day: DAY_0 + 1, answers: 0, remembered: 0, retries: 0 },
		{ day: DAY_0 + 2, answers: 1, remembered: 1, retries: 0 },
	]);
	expect(almanac(events, DAY_0, DAY_0 - 1)).toEqual([]);
});

test('the outlook says what fades until a day, and what keeping to the schedule brings', () => {
	const day = DAY_0 + 60;
	const target = targetOn(input.day, { ...defaultSettings, interview: dateOf(day) });
	const prompts = outlook({ ...input, target }, day);
	expect(prompts.map(({ prompt }) => prompt)).toEqual(
		['pca/new', 'pca/scale', 'bpe/merge', 'pca/axis'].toSorted(
			(a, b) =>
				(prompts.find(({ prompt }) => prompt === a)?.untouched ?? 0) -
				(prompts.find(({ prompt }) => prompt === b)?.untouched ?? 0),
		),
	);
	expect(prompts[0]).toMatchObject({ prompt: 'pca/new', untouched: undefined });
	for (const { untouched, kept, days } of prompts) {
		expect(kept).toBeGreaterThan(0.85);
		expect(kept).toBeGreaterThan(untouched ?? 0);
		expect(days).toBeGreaterThan(0);
	}
});

test('an interview moves what would have faded by then, and nothing that is asked today all the same', () => {
	const fading: Card = {
		...{ prompt: 'pca/axis', revision: 1, enrolled: true, suspended: false, from: 0 },
		memory: { stability: 20, difficulty: 5 },
		last: { day: DAY_0, rating: 3, elapsed: 5, duration: 9000 },
		...{ answers: 3, misses: [], events: 4 },
	};
	const moved = (card: Card, revision = 1): number =>
		movedByInterview({
			...{ cards: [card], revisions: new Map([[card.prompt, revision]]), day: DAY_0 + 1, scheduler },
			target: { retention: 0.9, interview: DAY_0 + 12 },
		});
	expect(moved(fading)).toBe(1);
	expect(moved({ ...fading, missed: DAY_0 + 1 })).toBe(0);
	expect(moved(fading, 2)).toBe(0);
	expect(moved({ ...fading, suspended: true })).toBe(0);
	expect(moved({ ...fading, memory: { stability: 4000, difficulty: 5 } })).toBe(0);
});
