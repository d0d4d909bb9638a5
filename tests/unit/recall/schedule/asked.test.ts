/** Which prompts are asked is decided in one place: everything that shows a number gives the same one. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultSettings } from '../../../../src/recall/log/settings.ts';
import { DAY } from '../../../../src/recall/log/studyDay.ts';
import { askedFrom } from '../../../../src/recall/schedule/asked.ts';
import { afterAnswer, type Card } from '../../../../src/recall/schedule/card.ts';
import { comingDays } from '../../../../src/recall/schedule/coming.ts';
import { forecast, progressOf } from '../../../../src/recall/schedule/progress.ts';
import { buildQueue } from '../../../../src/recall/schedule/queue.ts';
import { statusOf } from '../../../../src/recall/schedule/status.ts';
import { countDue } from '../../../../src/recall/summary.ts';
import { summaryOf } from '../../../../src/recall/summaryOf.ts';
import { scheduler } from '../fixture.ts';

const TODAY = 20_600;

const cards = fc
	.uniqueArray(
		fc.record({
			id: fc.integer({ min: 0, max: 30 }),
			enrolled: fc.boolean(),
			suspended: fc.boolean(),
			from: fc.integer({ min: -3, max: 3 }),
			memory: fc.boolean(),
			ago: fc.integer({ min: 0, max: 30 }),
			missed: fc.boolean(),
			revision: fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined }),
		}),
		{ selector: ({ id }) => id },
	)
	.map((drawn) => ({
		revisions: new Map<string, number>(
			drawn.flatMap(({ id, revision }) => (revision ? [[`c${id % 3}/p${id}`, revision] as const] : [])),
		),
		cards: drawn.map(
			({ id, enrolled, suspended, from, memory, ago, missed }): Card => ({
				prompt: `c${id % 3}/p${id}`,
				revision: 1,
				enrolled,
				suspended,
				from: TODAY + from,
				...(memory && {
					memory: { stability: 4, difficulty: 5 },
					last: { day: TODAY - ago, rating: 3, elapsed: 1, duration: 9000 },
				}),
				answers: memory ? 1 : 0,
				misses: [],
				...(missed && memory && ago === 0 && { missed: TODAY }),
				events: 1,
			}),
		),
	}));

test('queue, summary, progress, forecast, the days to come and the list of all prompts agree', () => {
	fc.assert(
		fc.property(cards, ({ cards, revisions }) => {
			const target = { retention: 0.9, interview: undefined };
			const input = { cards, revisions, day: TODAY, target, scheduler };
			const queue = buildQueue({ ...input, dailyLimit: 9999 });
			const due = queue.items.length;
			const asked = cards
				.map((card) => askedFrom(card, revisions.get(card.prompt), input))
				.filter((day) => day !== undefined);
			expect(asked.filter((day) => day <= TODAY)).toHaveLength(due);
			const state = { cards, stages: { c0: [1] }, marks: [], settings: { ...defaultSettings, dailyLimit: 9999 } };
			const summary = summaryOf(state, input);
			expect(summary && countDue(summary, TODAY)).toBe(due);
			expect(progressOf(input).due).toBe(due);
			expect(forecast(input)[0]?.due).toBe(due);
			const coming = comingDays(input);
			expect(coming[0]).toEqual(queue.next);
			expect(progressOf(input).next).toBe(queue.next?.day);
			const standings = cards.flatMap((card) => {
				const revision = revisions.get(card.prompt);
				return revision === undefined ? [] : statusOf(card, revision, input);
			});
			expect(standings.filter(({ kind }) => kind === 'due')).toHaveLength(due);
			expect(standings.filter(({ kind }) => kind === 'waiting')).toHaveLength(asked.length - due);
			expect(coming.reduce((sum, { count }) => sum + count, due)).toBe(asked.length);
		}),
	);
});

test('the number beside the review is the number that the review asks, whatever the limit', () => {
	fc.assert(
		fc.property(cards, fc.integer({ min: 1, max: 12 }), ({ cards, revisions }, dailyLimit) => {
			const input = { cards, revisions, day: TODAY, target: { retention: 0.9, interview: undefined }, scheduler };
			const state = { cards, stages: { c0: [1] }, marks: [], settings: { ...defaultSettings, dailyLimit } };
			const summary = summaryOf(state, input);
			expect(summary && countDue(summary, TODAY)).toBe(buildQueue({ ...input, dailyLimit }).items.length);
		}),
	);
});

test('misses of an old text are no evidence against the new one', () => {
	const old: Card = {
		...{ prompt: 'pca/axis', revision: 1, enrolled: true, suspended: false, from: 0, answers: 3, events: 4 },
		memory: { stability: 2, difficulty: 6 },
		last: { day: TODAY - 2, rating: 1, elapsed: 2, duration: 1 },
		misses: [TODAY - 9, TODAY - 5, TODAY - 2],
	};
	const answer = { rating: 1, revision: 2, study: TODAY * DAY, duration: 1 } as const;
	expect(afterAnswer(old, answer, scheduler)).toMatchObject({ revision: 2, answers: 1, misses: [] });
});
