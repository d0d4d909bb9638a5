import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	type Answer,
	answered,
	answersOf,
	caughtUp,
	type Round,
	roundState,
	startRound,
	withoutPrompt,
} from '../../../../src/recall/schedule/round.ts';
import { ratings } from '../arbitraries.ts';

const answer = (prompt: string, rating: Answer['rating']): Answer => ({ prompt, rating, duration: 5000, time: 1 });

/** Answers whatever is asked, in order. */
function play(round: Round, ...grades: readonly Answer['rating'][]): Round {
	return grades.reduce((now, rating) => {
		const { current } = roundState(now);
		return current === undefined ? now : answered(now, answer(current, rating));
	}, round);
}

test('asks each prompt, and what was missed again at the end until it is remembered once', () => {
	const start = startRound(['a', 'b', 'c']);
	expect(roundState(start)).toMatchObject({ current: 'a', next: ['b', 'c'], isRetry: false, done: false });
	const once = play(start, 1, 3, 1);
	expect(roundState(once)).toMatchObject({ current: 'a', next: ['c'], isRetry: true, toReread: ['a', 'c'] });
	const twice = play(once, 1, 3);
	expect(roundState(twice)).toMatchObject({ current: 'a', next: [], isRetry: true });
	const end = play(twice, 2);
	expect(roundState(end)).toEqual({
		current: undefined,
		isRetry: false,
		next: [],
		first: [
			{ prompt: 'a', rating: 1 },
			{ prompt: 'b', rating: 3 },
			{ prompt: 'c', rating: 1 },
		],
		toReread: ['a', 'c'],
		done: true,
	});
	expect(answersOf(end).map(({ prompt, rating, isRetry }) => [prompt, rating, isRetry])).toEqual([
		['a', 1, false],
		['b', 3, false],
		['c', 1, false],
		['a', 1, true],
		['c', 3, true],
		['a', 2, true],
	]);
});

test('an answer to another prompt, as from a second press, changes nothing', () => {
	const round = play(startRound(['a', 'b']), 3);
	expect(answered(round, answer('a', 1))).toBe(round);
});

test('of what was missed earlier today only retries are asked', () => {
	const round = startRound(['a', 'm'], ['m']);
	expect(roundState(round)).toMatchObject({ current: 'a', next: ['m'] });
	const last = play(round, 3);
	expect(roundState(last)).toMatchObject({ current: 'm', isRetry: true });
	expect(answersOf(play(last, 3)).map(({ isRetry }) => isRetry)).toEqual([false, true]);
});

test('a prompt can be left out in the middle', () => {
	const round = withoutPrompt(play(startRound(['a', 'b', 'c']), 1), 'a');
	expect(roundState(round)).toMatchObject({ current: 'b', next: ['c'], first: [{ prompt: 'b' }, { prompt: 'c' }] });
});

describe('whatever is answered', () => {
	const games = fc.tuple(
		fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 8 }),
		fc.array(ratings, { maxLength: 40 }),
	);

	test('it ends when each prompt was remembered once, and no sooner', () => {
		fc.assert(
			fc.property(games, ([prompts, grades]) => {
				const round = play(startRound(prompts), ...grades);
				const remembered = new Set(round.answers.flatMap(({ prompt, rating }) => (rating > 1 ? prompt : [])));
				expect(roundState(round).done).toBe(prompts.every((prompt) => remembered.has(prompt)));
			}),
		);
	});
});

describe('catching up with another tab', () => {
	const queued = (...reasons: (readonly [string, 'due' | 'missed'])[]) =>
		reasons.map(([prompt, reason]) => ({ prompt, reason }));

	test('what was answered or suspended there is not asked any more', () => {
		const round = caughtUp(startRound(['a', 'b', 'c']), queued(['b', 'due'], ['c', 'due']));
		expect(roundState(round)).toMatchObject({ current: 'b', next: ['c'] });
	});

	test('what was missed there is practiced at the end', () => {
		const round = caughtUp(startRound(['a', 'b']), queued(['a', 'missed'], ['b', 'due']));
		expect(roundState(round)).toMatchObject({ current: 'b', isRetry: false, next: ['a'] });
		expect(roundState(answered(round, { prompt: 'b', rating: 3, duration: 1, time: 1 })).isRetry).toBe(true);
	});

	test('answers of this sitting stay, and what it missed still comes back', () => {
		const round = answered(startRound(['a', 'b']), { prompt: 'a', rating: 1, duration: 1, time: 1 });
		expect(caughtUp(round, queued(['b', 'due'], ['a', 'missed']))).toEqual(round);
	});

	test('a miss of an earlier sitting that was mended there is done', () => {
		const round = caughtUp(startRound(['a'], ['m']), queued(['a', 'due']));
		expect(round.missed).toEqual([]);
	});
});
