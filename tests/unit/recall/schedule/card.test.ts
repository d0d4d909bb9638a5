/** Cards are replays of the log, whatever its order, and undoing is replaying less. */
import fc from 'fast-check';
import { createEmptyCard, FSRS, type Card as LibraryCard, type ReviewLog } from 'ts-fsrs';
import { describe, expect, test } from 'vitest';
import { isPromptEvent, type PromptEvent, type Rating } from '../../../../src/recall/log/events.ts';
import { stagesDone } from '../../../../src/recall/log/stageProgress.ts';
import { DAY, dayOf, HOUR } from '../../../../src/recall/log/studyDay.ts';
import { type Card, cardOf, cardsOf } from '../../../../src/recall/schedule/card.ts';
import { logs, ratings } from '../arbitraries.ts';
import { answerOf, eventAt, idOf, START, scheduler } from '../fixture.ts';

const promptEvents = logs.map((log) => log.filter(isPromptEvent));
const byPrompt = (cards: readonly Card[]): Card[] => cards.toSorted((a, b) => (a.prompt < b.prompt ? -1 : 1));

function replay(...events: readonly (readonly [days: number, event: Parameters<typeof eventAt>[2]])[]): Card {
	const log = events.map(([days, event], index) => eventAt(START + days * DAY, idOf(index + 1), event) as PromptEvent);
	const card = cardOf(log, scheduler);
	if (!card) throw new Error('no events');
	return card;
}

const review = (rating: Rating, revision = 1) => ({
	kind: 'review' as const,
	...answerOf('pca/axis', rating, revision),
});
const enrol = { kind: 'enrol' as const, prompt: 'pca/axis', revision: 1 };
const day = (days: number): number => dayOf(START - 4 * HOUR) + days;

describe('replaying', () => {
	test('does not depend on the order in which events are read', () => {
		fc.assert(
			fc.property(promptEvents, fc.infiniteStream(fc.nat()), (log, numbers) => {
				const shuffled = log.toSorted(() => ((numbers.next().value ?? 0) % 2 ? 1 : -1));
				expect(byPrompt(cardsOf(shuffled, scheduler))).toEqual(byPrompt(cardsOf(log, scheduler)));
			}),
		);
	});

	test('gives study times that strictly increase for each prompt, among what holds', () => {
		fc.assert(
			fc.property(promptEvents, (log) => {
				const undone = new Set(log.map((event) => (event.kind === 'undo' ? event.target : '')));
				for (const own of Map.groupBy(log, ({ prompt }) => prompt).values()) {
					const studies = own.filter(({ id, kind }) => kind !== 'undo' && !undone.has(id)).map(({ study }) => study);
					expect(studies).toEqual([...new Set(studies)].sort((a, b) => a - b));
				}
			}),
		);
	});

	test('taking any event back is as if it had never been', () => {
		fc.assert(
			fc.property(promptEvents, fc.nat(), (log, choice) => {
				const target = log[choice % Math.max(1, log.length)];
				if (!target || target.kind === 'undo') return;
				const { prompt, time, study } = target;
				const undo: PromptEvent = { id: idOf(1), kind: 'undo', prompt, target: target.id, time, study };
				const taken = cardsOf([...log, undo], scheduler);
				const never = cardsOf(
					log.filter((event) => event.id !== target.id && !(event.kind === 'undo' && event.target === target.id)),
					scheduler,
				);
				// What is counted stays counted, and a prompt of which nothing else is known has a card no more.
				const comparable = (cards: readonly Card[]) =>
					byPrompt(cards)
						.filter((card) => never.some((other) => other.prompt === card.prompt))
						.map((card) => ({ ...card, events: 0 }));
				expect(comparable(taken)).toEqual(comparable(never));
			}),
		);
	});
});

describe('undoing an answer', () => {
	/** Answers with these gaps, then one more that is taken back: gives what was before it and what is after. */
	type Undo = (gaps: readonly number[], grades: readonly Rating[]) => { before: unknown; after: unknown };

	const byReplay: Undo = (gaps, grades) => {
		let time = START;
		const log = grades.map((rating, index) => {
			time += (gaps[index] ?? 0) * DAY + 1000;
			return eventAt(time, idOf(index + 1), review(rating)) as PromptEvent;
		});
		const last = log.at(-1);
		const undo = last && {
			id: idOf(99),
			kind: 'undo' as const,
			prompt: last.prompt,
			target: last.id,
			time,
			study: last.study,
		};
		const scheduled = (events: readonly PromptEvent[]) => {
			const { memory, last } = cardOf(events, scheduler) ?? {};
			return { memory, last };
		};
		return { before: scheduled(log.slice(0, -1)), after: scheduled(undo ? [...log, undo] : log) };
	};

	const byRollback: Undo = (gaps, grades) => {
		const library = new FSRS({ learning_steps: [], relearning_steps: [] });
		let time = START;
		let card = createEmptyCard(new Date(time));
		let [before, log]: [LibraryCard, ReviewLog | undefined] = [card, undefined];
		for (const [index, rating] of grades.entries()) {
			time += (gaps[index] ?? 0) * DAY;
			before = card;
			({ card, log } = library.next(card, new Date(time), rating));
		}
		return { before, after: log ? library.rollback(card, log) : card };
	};

	function checkUndo(undo: Undo): void {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 8 }),
				fc.array(ratings, { minLength: 2, maxLength: 8 }),
				(gaps, grades) => {
					const { before, after } = undo(gaps, grades);
					expect(after).toEqual(before);
				},
			),
			{ seed: 7 },
		);
	}

	test('gives back the card that was', () => checkUndo(byReplay));
	test("the library's rollback would be noticed", () => {
		expect(() => checkUndo(byRollback)).toThrow('Property failed');
	});
});

describe('a card', () => {
	test('is asked from the day it was added, until it is answered', () => {
		expect(replay([0, enrol])).toMatchObject({ enrolled: true, from: day(0), answers: 0 });
		expect(replay([0, enrol], [3, review(3)])).toMatchObject({ last: { day: day(3), elapsed: 0 }, answers: 1 });
	});

	test('counts what was missed after it had been remembered, and comes back in the same sitting', () => {
		const missed = replay([0, enrol], [0.01, review(1)], [1, review(3)], [5, review(1)]);
		expect(missed).toMatchObject({ misses: [day(5)], missed: day(5), last: { elapsed: 4, rating: 1 } });
		const retry = { ...review(3), kind: 'retry' as const };
		const retried = replay([0, enrol], [0.01, review(1)], [1, review(3)], [5, review(1)], [5.001, retry]);
		expect(retried.missed).toBeUndefined();
		expect(retried.memory).toEqual(missed.memory);
		const again = replay([0, review(1)], [0.001, { ...retry, rating: 1 }]);
		expect(again.missed).toBe(day(0));
	});

	test('starts anew when its text asks something else, and ignores answers to an older text', () => {
		const rewritten = replay([0, review(4)], [9, review(3, 2)]);
		expect(rewritten).toMatchObject({ revision: 2, answers: 1, last: { elapsed: 0 } });
		expect(rewritten.memory).toEqual(scheduler.next(undefined, 3, 0));
		const late = replay([0, review(4)], [9, review(3, 2)], [10, review(1, 1)]);
		expect({ ...late, events: 0 }).toEqual({ ...rewritten, events: 0 });
	});

	test('can be suspended, resumed, flagged and reset', () => {
		const kinds = (kind: 'suspend' | 'resume' | 'reset') => ({ kind, prompt: 'pca/axis' });
		expect(replay([0, enrol], [1, kinds('suspend')])).toMatchObject({ suspended: true });
		expect(replay([0, enrol], [1, kinds('suspend')], [2, kinds('resume')])).toMatchObject({ suspended: false });
		const flagged = { kind: 'flag' as const, prompt: 'pca/axis', note: 'unclear' };
		expect(replay([0, flagged])).toMatchObject({ note: 'unclear', enrolled: false });
		expect(replay([0, flagged], [1, { ...flagged, note: '' }])).not.toHaveProperty('note');
		const reset = replay([0, enrol], [1, review(1)], [4, kinds('reset')]);
		expect(reset).toMatchObject({ enrolled: true, from: day(4), answers: 0, misses: [] });
		expect(reset).not.toHaveProperty('memory');
		expect(reset).not.toHaveProperty('missed');
	});

	test('answered without being added is remembered, and not in the review', () => {
		expect(replay([0, { ...review(3), source: 'drill' }])).toMatchObject({ enrolled: false, answers: 1 });
	});
});

test('of a stage holds what was said last', () => {
	const events = [
		eventAt(START, idOf(1), { kind: 'stage-done', concept: 'pca', stage: 2 }),
		eventAt(START + 1, idOf(2), { kind: 'stage-done', concept: 'pca', stage: 1 }),
		eventAt(START + 2, idOf(3), { kind: 'stage-done', concept: 'attention', stage: 6 }),
		eventAt(START + 3, idOf(4), { kind: 'stage-undone', concept: 'attention', stage: 6 }),
	].filter((event) => 'stage' in event);
	expect(stagesDone(events.toReversed())).toEqual({ pca: [1, 2] });
});
