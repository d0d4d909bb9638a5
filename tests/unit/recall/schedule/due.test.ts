import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rating } from '../../../../src/recall/log/events.ts';
import { defaultSettings } from '../../../../src/recall/log/settings.ts';
import { DAY, dayOf, dayOfDate } from '../../../../src/recall/log/studyDay.ts';
import { afterAnswer, type Card } from '../../../../src/recall/schedule/card.ts';
import { dueDay, FRESH, preview, recallOn, type Target, targetOn } from '../../../../src/recall/schedule/due.ts';
import type { Scheduler } from '../../../../src/recall/schedule/scheduler.ts';
import { ratings } from '../arbitraries.ts';
import { scheduler } from '../fixture.ts';

const DAY_0 = 20_600;
const fresh = (prompt: string): Card => ({
	prompt,
	revision: 1,
	enrolled: true,
	suspended: false,
	from: DAY_0,
	answers: 0,
	misses: [],
	events: 1,
});

const answered = (card: Card, day: number, rating: Rating, by: Scheduler = scheduler): Card =>
	afterAnswer(card, { rating, revision: 1, study: day * DAY, duration: 0 }, by);

const histories = fc.array(fc.record({ rating: ratings, gap: fc.integer({ min: 1, max: 60 }) }), { maxLength: 10 });

/** A card with a history, and the day after its last answer. */
function learned(prompt: string, history: readonly { rating: Rating; gap: number }[]): { card: Card; day: number } {
	let [card, day] = [fresh(prompt), DAY_0];
	for (const { rating, gap } of history) {
		card = answered(card, day, rating);
		day += gap;
	}
	return { card, day };
}

const targets: fc.Arbitrary<Target> = fc.record({
	retention: fc.constantFrom(0.8, 0.9, 0.95),
	interview: fc.option(fc.integer({ min: DAY_0 + 1, max: DAY_0 + 700 }), { nil: undefined }),
});

describe('what a button shows', () => {
	/** The preview at one moment against the grade applied a few seconds later. */
	function checkPreview(by: Scheduler): void {
		fc.assert(
			fc.property(
				histories,
				ratings,
				targets,
				fc.integer({ min: 1, max: 30_000 }),
				(history, rating, target, later) => {
					const { card, day } = learned('pca/axis', history);
					const study = day * DAY + 1000;
					const shown = preview(card, { study, revision: 1 }, target, by)[rating];
					const applied = afterAnswer(card, { rating, revision: 1, study: study + later, duration: later }, by);
					expect(dueDay(applied, target, by) - dayOf(study)).toBe(shown);
				},
			),
			{ seed: 7 },
		);
	}

	test('is what the answer does', () => checkPreview(scheduler));

	test('a spread seeded by the time of asking would be noticed', () => {
		let time = 0;
		const seededByTime: Scheduler = {
			...scheduler,
			interval: (memory, retention, _, elapsed) => scheduler.interval(memory, retention, String(time++), elapsed),
		};
		expect(() => checkPreview(seededByTime)).toThrow('Property failed');
	});

	test('never promises more days for a worse grade', () => {
		fc.assert(
			fc.property(histories, (history) => {
				const { card, day } = learned('pca/axis', history);
				const shown = preview(
					card,
					{ study: day * DAY, revision: 1 },
					{ retention: 0.9, interview: undefined },
					scheduler,
				);
				expect([shown[1], shown[2], shown[3], shown[4]]).toEqual(Object.values(shown).sort((a, b) => a - b));
			}),
		);
	});
});

test('a lower retention never asks sooner', () => {
	fc.assert(
		fc.property(histories, (history) => {
			const { card } = learned('pca/axis', history);
			const days = [0.95, 0.9, 0.8, 0.7].map((retention) =>
				dueDay(card, { retention, interview: undefined }, scheduler),
			);
			expect(days).toEqual(days.toSorted((a, b) => a - b));
		}),
	);
});

describe('an interview date', () => {
	test('counts until its day is over', () => {
		const settings = { ...defaultSettings, interview: '2026-06-01' };
		const date = dayOfDate('2026-06-01') ?? 0;
		expect(targetOn(date - 30, settings).interview).toBe(date);
		expect(targetOn(date, settings).interview).toBe(date);
		expect(targetOn(date + 1, settings).interview).toBeUndefined();
	});

	test('finds everything fresh for whoever keeps to the schedule and remembers', () => {
		fc.assert(
			fc.property(histories, fc.integer({ min: 2, max: 200 }), fc.string(), (history, ahead, id) => {
				const { card: start, day: first } = learned(`pca/${id}`, history);
				const interview = first + ahead;
				const target = { retention: 0.9, interview };
				let card = start;
				for (let day = first; day < interview; day++) {
					if (dueDay(card, target, scheduler) <= day) card = answered(card, day, 3);
				}
				const onTheDay = recallOn(interview, card, scheduler) ?? 0;
				const isFresh = onTheDay >= FRESH || (card.last?.day ?? 0) >= interview - 1;
				expect(isFresh, `recall ${onTheDay}, last asked ${interview - (card.last?.day ?? 0)} days before`).toBe(true);
			}),
		);
	});

	test('never puts a prompt off', () => {
		fc.assert(
			fc.property(histories, fc.integer({ min: 1, max: 200 }), (history, ahead) => {
				const { card, day } = learned('pca/axis', history);
				const natural = dueDay(card, { retention: 0.9, interview: undefined }, scheduler);
				const compressed = dueDay(card, { retention: 0.9, interview: day + ahead }, scheduler);
				expect(compressed).toBeLessThanOrEqual(natural);
			}),
		);
	});

	test('spreads the last asking over the days before it', () => {
		const gaps = [3, 12, 30];
		const cards = Array.from({ length: 60 }, (_, index) =>
			learned(
				`pca/p${index}`,
				gaps.map((gap) => ({ rating: 3, gap })),
			),
		);
		const natural = cards.map(({ card }) => dueDay(card, { retention: 0.9, interview: undefined }, scheduler));
		const interview = Math.min(...natural) - 1;
		const days = cards.map(({ card }) => dueDay(card, { retention: 0.9, interview }, scheduler));
		expect(Math.min(...days)).toBeGreaterThanOrEqual(interview - 7);
		expect(Math.max(...days)).toBeLessThan(interview);
		expect(new Set(days).size).toBeGreaterThan(3);
	});
});
