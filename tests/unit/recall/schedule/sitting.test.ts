import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rating, RecallEvent } from '../../../../src/recall/log/events.ts';
import { answersIn, ended, isStored, resumed, stored } from '../../../../src/recall/schedule/check.ts';
import { type Answer, caughtUp, roundState, startRound, withoutPrompt } from '../../../../src/recall/schedule/round.ts';
import { graded, revealed, type Sitting, stepped, takenBack } from '../../../../src/recall/schedule/sitting.ts';
import { ratings } from '../arbitraries.ts';
import { answerOf, eventAt, idMaker, START } from '../fixture.ts';

const newId = idMaker();
const recorded = (prompt: string): RecallEvent => eventAt(START, newId(), { kind: 'review', ...answerOf(prompt, 3) });
const answer = (prompt: string, rating: Rating): Answer => ({ prompt, rating, duration: 5000, time: 1 });
const currentOf = ({ round }: Sitting): string => roundState(round).current ?? '';

/** The sitting after its current prompt was answered, revealed first. */
const answered = (sitting: Sitting, rating: Rating, events: readonly RecallEvent[] = []): Sitting =>
	graded(revealed(sitting), answer(currentOf(sitting), rating), events);

const play = (sitting: Sitting, ...grades: readonly Rating[]): Sitting =>
	grades.reduce((now, rating) => answered(now, rating), sitting);

const begun = (...prompts: readonly string[]): Sitting => ({ round: startRound(prompts), steps: [] });

test('an answer is graded once it is shown, and once', () => {
	const start = begun('a');
	expect(graded(start, answer('a', 1), [])).toBe(start);
	const once = graded(revealed(start), answer('a', 1), []);
	// It is asked again at once, by the same name: a second press is no answer to that.
	expect([currentOf(once), once.shown]).toEqual(['a', undefined]);
	expect(graded(once, answer('a', 1), [])).toBe(once);
});

test('what takes the place of a prompt begins unanswered', () => {
	const shown = revealed(begun('a', 'b'));
	const caught = { ...shown, round: caughtUp(shown.round, [{ prompt: 'b', reason: 'due' }]) };
	expect(currentOf(caught)).toBe('b');
	expect(graded(caught, answer('b', 3), [])).toBe(caught);
});

test('a prompt that is suspended comes back where it was', () => {
	const event = recorded('b');
	const before = play(begun('a', 'b', 'c'), 1);
	const without = stepped(before, withoutPrompt(before.round, 'b'), [event]);
	expect(roundState(without.round)).toMatchObject({ current: 'c', next: ['a'] });
	expect(without.steps.at(-1)?.events).toEqual([event]);
	expect(takenBack(without)).toEqual({ ...before, shown: 'b' });
});

test('a prompt that starts over is asked as it was, unanswered', () => {
	const shown = revealed(begun('a'));
	const over = stepped(shown, shown.round, []);
	expect([over.round, over.shown]).toEqual([shown.round, undefined]);
	expect(over.steps).toHaveLength(1);
});

describe('a check', () => {
	test('that was ended before its last prompt can be gone on with, and is not ended with an answer taken back', () => {
		const some = play(begun('a', 'b'), 3);
		const over = ended(revealed(some), true);
		expect([over.isEnded, over.shown]).toEqual([true, undefined]);
		expect(ended(over, false)).toEqual({ ...some, isEnded: false });
		expect(takenBack(over)).toEqual({ ...begun('a', 'b'), shown: 'a' });
	});

	test('that is stored later has its events in order; what was stored before keeps its own', () => {
		const [first, second, third] = [recorded('a'), recorded('b'), recorded('c')];
		const sitting = answered(answered(answered(begun('a', 'b', 'c'), 3), 3, [second]), 3);
		const kept = stored(sitting, [first, third]);
		expect(kept.steps.map(({ events }) => events)).toEqual([[first], [second], [third]]);
		expect(kept.round).toBe(sitting.round);
		expect([isStored(sitting), isStored(kept)]).toEqual([false, true]);
	});
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
					sitting = takenBack(sitting);
					expect(sitting).toEqual({ ...before, shown: currentOf(before) });
					expect(roundState(sitting.round)).toEqual(roundState(before.round));
				}
				expect(sitting.round).toEqual(startRound(prompts));
				expect(takenBack(sitting)).toBe(sitting);
			}),
		);
	});

	test('a sitting that is broken off goes on as it was', () => {
		fc.assert(
			fc.property(prompts, fc.array(fc.tuple(ratings, fc.boolean()), { maxLength: 20 }), (prompts, given) => {
				const sitting = given.reduce(
					(now, [rating, isStored]) => answered(now, rating, isStored ? [recorded(currentOf(now))] : []),
					begun(...prompts),
				);
				const kept = JSON.parse(JSON.stringify(answersIn(sitting)));
				expect(resumed(prompts, kept)).toEqual(sitting);
			}),
		);
	});

	test('every step can be taken back to what was before it, and nothing else adds or removes one', () => {
		type Change = (now: Sitting) => Sitting;
		const changes = fc.array(
			fc.oneof(
				fc.constantFrom<Change[]>(
					revealed,
					takenBack,
					(now) => ended(now, true),
					(now) => ended(now, false),
					(now) => stepped(now, withoutPrompt(now.round, currentOf(now)), [recorded(currentOf(now))]),
					(now) => stepped(now, now.round, [recorded(currentOf(now))]),
				),
				ratings.map(
					(rating): Change =>
						(now) =>
							graded(now, answer(currentOf(now), rating), []),
				),
				fc.subarray(['a', 'b', 'c', 'd']).map(
					(left): Change =>
						(now) => ({
							...now,
							round: caughtUp(
								now.round,
								left.map((prompt) => ({ prompt, reason: 'due' })),
							),
						}),
				),
			),
			{ maxLength: 30 },
		);
		fc.assert(
			fc.property(changes, (changes) => {
				let sitting = begun('a', 'b', 'c', 'd');
				for (const change of changes) {
					const next = change(sitting);
					const more = next.steps.length - sitting.steps.length;
					if (more > 0) {
						expect([more, next.shown]).toEqual([1, undefined]);
						expect(takenBack(next)).toEqual({ ...revealed(sitting), isEnded: undefined });
					} else if (more < 0) {
						expect(next).toEqual(revealed({ round: sitting.steps.at(-1)?.before ?? next.round, steps: next.steps }));
					}
					sitting = next;
				}
			}),
		);
	});
});
