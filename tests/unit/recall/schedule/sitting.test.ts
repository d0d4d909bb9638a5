import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rating, RecallEvent } from '../../../../src/recall/log/events.ts';
import { type Answer, roundState, startRound } from '../../../../src/recall/schedule/round.ts';
import {
	beginSitting,
	reduceSitting,
	resumeSitting,
	type Sitting,
	type SittingEvent,
} from '../../../../src/recall/schedule/sitting.ts';
import { ratings } from '../arbitraries.ts';
import { answerOf, eventAt, idMaker, START } from '../fixture.ts';

const newId = idMaker();
const recorded = (prompt: string): RecallEvent => eventAt(START, newId(), { kind: 'review', ...answerOf(prompt, 3) });
const answer = (prompt: string, rating: Rating): Answer => ({ prompt, rating, duration: 5000, time: 1 });
const currentOf = ({ round }: Sitting): string => roundState(round).current ?? '';

/** The sitting after its current prompt was answered, revealed first. */
function graded(sitting: Sitting, rating: Rating, events: readonly RecallEvent[] = []): Sitting {
	const shown = reduceSitting(sitting, { type: 'reveal' });
	return reduceSitting(shown, { type: 'grade', answer: answer(currentOf(shown), rating), events });
}

const play = (sitting: Sitting, ...grades: readonly Rating[]): Sitting =>
	grades.reduce((now, rating) => graded(now, rating), sitting);

const begun = (...prompts: readonly string[]): Sitting => beginSitting(startRound(prompts));

test('an answer is graded once it is shown, and once', () => {
	const start = begun('a');
	const grade = { type: 'grade', answer: answer('a', 1), events: [] } as const;
	expect(reduceSitting(start, grade)).toBe(start);
	const once = reduceSitting(reduceSitting(start, { type: 'reveal' }), grade);
	// It is asked again at once, by the same name: a second press is no answer to that.
	expect([currentOf(once), once.shown]).toEqual(['a', undefined]);
	expect(reduceSitting(once, grade)).toBe(once);
});

test('what takes the place of a prompt begins unanswered', () => {
	const shown = reduceSitting(begun('a', 'b'), { type: 'reveal' });
	const caught = reduceSitting(shown, { type: 'catch-up', queue: [{ prompt: 'b', reason: 'due' }] });
	expect([currentOf(caught), caught.shown]).toEqual(['b', 'a']);
	expect(reduceSitting(caught, { type: 'grade', answer: answer('b', 3), events: [] })).toBe(caught);
});

test('a prompt that is suspended comes back where it was', () => {
	const event = recorded('b');
	const before = play(begun('a', 'b', 'c'), 1);
	const without = reduceSitting(before, { type: 'suspend', prompt: 'b', events: [event] });
	expect(roundState(without.round)).toMatchObject({ current: 'c', next: ['a'] });
	expect(without.steps.at(-1)?.events).toEqual([event]);
	expect(reduceSitting(without, { type: 'take-back' })).toEqual({ ...before, shown: 'b' });
});

test('a prompt that starts over is asked as it was, unanswered', () => {
	const shown = reduceSitting(begun('a'), { type: 'reveal' });
	const over = reduceSitting(shown, { type: 'reset', events: [] });
	expect(over).toMatchObject({ round: shown.round, shown: undefined });
	expect(over.steps).toHaveLength(1);
});

test('an end before the last prompt can be gone on from, and is over with an answer taken back', () => {
	const some = play(begun('a', 'b'), 3);
	const ended = reduceSitting(some, { type: 'end' });
	expect(ended.isEnded).toBe(true);
	expect(reduceSitting(ended, { type: 'go-on' })).toEqual(some);
	expect(reduceSitting(ended, { type: 'take-back' })).toEqual({ ...begun('a', 'b'), shown: 'a' });
});

test('answers that are stored later get their events in order; those that were stored keep theirs', () => {
	const [first, second, third] = [recorded('a'), recorded('b'), recorded('c')];
	const sitting = graded(graded(graded(begun('a', 'b', 'c'), 3), 3, [second]), 3);
	const stored = reduceSitting(sitting, { type: 'store', events: [first, third] });
	expect(stored.steps.map(({ events }) => events)).toEqual([[first], [second], [third]]);
	expect(stored.round).toBe(sitting.round);
});

describe('whatever is done', () => {
	const prompts = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 8 });
	const grades = fc.array(ratings, { maxLength: 40 });

	test('taking back leads back answer by answer', () => {
		fc.assert(
			fc.property(prompts, grades, (prompts, grades) => {
				let sitting = play(begun(...prompts), ...grades);
				while (sitting.steps.length > 0) {
					const before = play(begun(...prompts), ...grades.slice(0, sitting.steps.length - 1));
					sitting = reduceSitting(sitting, { type: 'take-back' });
					expect(sitting).toEqual({ ...before, shown: currentOf(before) });
					expect(roundState(sitting.round)).toEqual(roundState(before.round));
				}
				expect(sitting.round).toEqual(startRound(prompts));
				expect(reduceSitting(sitting, { type: 'take-back' })).toBe(sitting);
			}),
		);
	});

	test('a sitting that is broken off goes on as it was', () => {
		fc.assert(
			fc.property(prompts, fc.array(fc.tuple(ratings, fc.boolean()), { maxLength: 20 }), (prompts, given) => {
				const sitting = given.reduce(
					(now, [rating, isStored]) => graded(now, rating, isStored ? [recorded(currentOf(now))] : []),
					begun(...prompts),
				);
				const kept = sitting.round.answers.map((one, index) => ({ ...one, event: sitting.steps[index]?.events[0] }));
				const resumed = resumeSitting(prompts, JSON.parse(JSON.stringify(kept)));
				expect(resumed).toEqual({ ...sitting, shown: undefined });
			}),
		);
	});

	test('every step can be taken back to what was before it, and nothing else adds or removes one', () => {
		/** What happens, by the prompt that is asked. */
		const happens = (eventOf: (prompt: string) => SittingEvent) => eventOf;
		const actions = fc.array(
			fc.oneof(
				fc.constantFrom('reveal', 'end', 'go-on', 'take-back').map((type) => happens(() => ({ type }))),
				ratings.map((rating) =>
					happens((prompt) => ({ type: 'grade', answer: answer(prompt, rating), events: [recorded(prompt)] })),
				),
				fc
					.constantFrom('suspend', 'reset')
					.map((type) => happens((prompt) => ({ type, prompt, events: [recorded(prompt)] }))),
				fc
					.subarray(['a', 'b', 'c', 'd'])
					.map((left) =>
						happens(() => ({ type: 'catch-up', queue: left.map((prompt) => ({ prompt, reason: 'due' })) })),
					),
			),
			{ maxLength: 30 },
		);
		fc.assert(
			fc.property(actions, (actions) => {
				let sitting = begun('a', 'b', 'c', 'd');
				for (const eventOf of actions) {
					const event = eventOf(currentOf(sitting));
					const next = reduceSitting(sitting, event);
					const isStep = ['grade', 'suspend', 'reset'].includes(event.type) && next !== sitting;
					const isBack = event.type === 'take-back' && next !== sitting;
					expect(next.steps).toHaveLength(sitting.steps.length + Number(isStep) - Number(isBack));
					if (isStep) expect(reduceSitting(next, { type: 'take-back' }).round).toEqual(sitting.round);
					sitting = next;
				}
			}),
		);
	});
});
