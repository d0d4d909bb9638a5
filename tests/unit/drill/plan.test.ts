import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionLevels } from '../../../src/concepts/interview.ts';
import { costOf, drawQuestions, keyOf, poolOf, wantedBy } from '../../../src/drill/plan.ts';
import { anyQuestions, anyRequest, request, someQuestions } from './planFixture.ts';

const keys = (questions: Parameters<typeof keyOf>[0][]): string[] => questions.map(keyOf);
const totalCost = (questions: Parameters<typeof costOf>[0][]): number =>
	questions.reduce((sum, question) => sum + costOf(question), 0);

describe('any plan', () => {
	test('is the same for the same seed, in whatever order the questions come', () => {
		fc.assert(
			fc.property(anyQuestions, anyRequest, fc.infiniteStream(fc.nat()), (questions, asked, numbers) => {
				const shuffled = questions
					.map((question) => [numbers.next().value ?? 0, question] as const)
					.sort(([a], [b]) => a - b)
					.map(([, question]) => question);
				const byName = asked.hideLevels ? keys : (drawn: typeof questions) => keys(drawn).sort();
				expect(byName(drawQuestions(shuffled, asked))).toEqual(byName(drawQuestions(questions, asked)));
			}),
		);
	});

	test('keeps to its minutes and to what was chosen, asks nothing twice, and leaves no room unused', () => {
		fc.assert(
			fc.property(anyQuestions, anyRequest, (questions, asked) => {
				const drawn = drawQuestions(questions, asked);
				const pool = poolOf(questions, asked);
				expect(totalCost(drawn)).toBeLessThanOrEqual(asked.minutes);
				expect(new Set(keys(drawn)).size).toBe(drawn.length);
				for (const question of drawn) expect(pool).toContain(question);
				const left = asked.minutes - totalCost(drawn);
				for (const question of pool) if (!drawn.includes(question)) expect(costOf(question)).toBeGreaterThan(left);
			}),
		);
	});

	test('rises from the easiest to the hardest, unless levels are hidden', () => {
		fc.assert(
			fc.property(anyQuestions, anyRequest, (questions, asked) => {
				const ranks = drawQuestions(questions, { ...asked, hideLevels: false }).map(({ level }) =>
					questionLevels.indexOf(level),
				);
				expect(ranks).toEqual(ranks.toSorted());
			}),
		);
	});

	test('is drawn as before when a question that cannot fit is added', () => {
		const long = { ...(someQuestions[0] as (typeof someQuestions)[0]), id: 'long', minutes: 60 };
		expect(keys(drawQuestions([...someQuestions, long], request()))).toEqual(
			keys(drawQuestions(someQuestions, request())),
		);
	});
});

test('seeds differ', () => {
	const plans = Array.from({ length: 40 }, (_, n) =>
		keys(drawQuestions(someQuestions, request({ seed: `s${n}` }))).join(),
	);
	expect(new Set(plans).size).toBeGreaterThan(30);
});

test('a level asks one below and one above, and nothing further away', () => {
	const levels = new Set(
		Array.from({ length: 30 }, (_, n) =>
			drawQuestions(someQuestions, request({ seed: `s${n}`, level: 'senior' })),
		).flatMap((drawn) => drawn.map(({ level }) => level)),
	);
	expect(levels).toEqual(new Set(['mid', 'senior', 'staff']));
});

test('questions come from many concepts before the second of one', () => {
	for (let n = 0; n < 50; n++) {
		const drawn = drawQuestions(someQuestions, request({ seed: `s${n}`, minutes: 30 }));
		expect(new Set(drawn.map(({ concept }) => concept)).size).toBeGreaterThanOrEqual(Math.min(3, drawn.length));
	}
});

test('a drill that names its questions asks these, in their order, and leaves out what is gone', () => {
	const asked = ['trees/mid-0', 'gone/away', 'attention/staff-1'];
	expect(keys(drawQuestions(someQuestions, request({ asked, minutes: 5 })))).toEqual([
		'trees/mid-0',
		'attention/staff-1',
	]);
});

test('surprise me asks what was missed and what is being forgotten', () => {
	const wanted = wantedBy({
		missed: new Map([
			['attention/mid-0', 1],
			['tokens/mid-0', 0],
		]),
		forgotten: new Map([['descent/mid-0-prompt', 0.8]]),
	});
	const times = new Map<string, number>();
	for (let n = 0; n < 400; n++) {
		for (const question of drawQuestions(someQuestions, request({ seed: `s${n}`, minutes: 12 }), wanted))
			times.set(keyOf(question), (times.get(keyOf(question)) ?? 0) + 1);
	}
	const count = (key: string): number => times.get(key) ?? 0;
	expect(count('attention/mid-0')).toBeGreaterThan(2 * count('trees/mid-0'));
	expect(count('descent/mid-0')).toBeGreaterThan(1.3 * count('trees/mid-0'));
	expect(count('tokens/mid-0')).toBeLessThan(count('trees/mid-0'));
});
