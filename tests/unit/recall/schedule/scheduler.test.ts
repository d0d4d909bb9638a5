/** The memory model behind its interface, against the library it comes from. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { createEmptyCard, FSRS, type Grade, generatorParameters } from 'ts-fsrs';
import { describe, expect, test } from 'vitest';
import type { Rating } from '../../../../src/recall/log/events.ts';
import { HIGHEST_RETENTION, LOWEST_RETENTION } from '../../../../src/recall/log/limits.ts';
import { DAY } from '../../../../src/recall/log/studyDay.ts';
import { FSRS_VERSION, fsrsScheduler, type Memory } from '../../../../src/recall/schedule/scheduler.ts';
import { ratings } from '../arbitraries.ts';
import { scheduler } from '../fixture.ts';

const histories = fc.array(fc.record({ rating: ratings, days: fc.integer({ min: 0, max: 400 }) }), {
	minLength: 1,
	maxLength: 25,
});

function learn(history: readonly { rating: Rating; days: number }[]): Memory {
	const memory = history.reduce<Memory | undefined>(
		(before, { rating, days }) => scheduler.next(before, rating, days),
		undefined,
	);
	if (!memory) throw new Error('no history');
	return memory;
}

test('agrees with the reference implementation', () => {
	const days = [0, 0, 1, 3, 8, 21];
	const memory = learn(([1, 3, 3, 3, 3, 3] as const).map((rating, index) => ({ rating, days: days[index] ?? 0 })));
	expect(memory.stability).toBeCloseTo(53.62691, 4);
	expect(memory.difficulty).toBeCloseTo(6.3574867, 5);
});

test('is the version that the package pins', () => {
	const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
	const { version } = JSON.parse(readFileSync('node_modules/ts-fsrs/package.json', 'utf8'));
	expect([dependencies['ts-fsrs'], version]).toEqual([FSRS_VERSION, FSRS_VERSION]);
	expect(scheduler.identity).toEqual({ name: 'ts-fsrs', version: FSRS_VERSION, weights: generatorParameters().w });
});

test('leaves the dates of the page alone', async () => {
	const own = Object.getOwnPropertyNames(Date.prototype);
	// The test's own import of the library may have added them since; what counts is that ours takes them away.
	for (const method of ['scheduler', 'diff', 'format', 'dueFormat']) {
		if (own.includes(method)) Reflect.deleteProperty(Date.prototype, method);
	}
	await import('../../../../src/recall/schedule/fsrs.ts');
	for (const key in new Date()) throw new Error(`a date has an enumerable ${key}`);
});

test('learns what the library learns when it is fed study time as its clock', () => {
	const library = new FSRS({ learning_steps: [], relearning_steps: [], enable_fuzz: false });
	fc.assert(
		fc.property(histories, (history) => {
			let memory: Memory | undefined;
			let now = 20_600 * DAY;
			let card = createEmptyCard(new Date(now));
			for (const { rating, days } of history) {
				now += days * DAY;
				memory = scheduler.next(memory, rating, days);
				const previewed = library.repeat(card, new Date(now))[rating as Grade].card;
				card = library.next(card, new Date(now), rating as Grade).card;
				expect(card).toEqual(previewed);
				expect(memory.stability).toBeCloseTo(card.stability, 6);
				expect(memory.difficulty).toBeCloseTo(card.difficulty, 6);
				expect(scheduler.recall(memory, 30)).toBeCloseTo(
					Number(library.get_retrievability(card, new Date(now + 30 * DAY), false)),
					6,
				);
			}
		}),
	);
});

test('better grades never come back sooner', () => {
	fc.assert(
		fc.property(histories, fc.integer({ min: 0, max: 400 }), fc.string(), (history, days, seed) => {
			const memory = learn(history);
			const intervals = ([1, 2, 3, 4] as const).map((rating) =>
				scheduler.interval(scheduler.next(memory, rating, days), 0.9, seed, days),
			);
			expect(intervals).toEqual(intervals.toSorted((a, b) => a - b));
		}),
	);
});

test('stability and difficulty stay in their bounds, and survive JSON', () => {
	fc.assert(
		fc.property(histories, ratings, fc.integer({ min: 0, max: 400 }), (history, rating, days) => {
			const memory = learn(history);
			expect(memory.stability).toBeGreaterThanOrEqual(0.001);
			expect(memory.stability).toBeLessThanOrEqual(36_500);
			expect(memory.difficulty).toBeGreaterThanOrEqual(1);
			expect(memory.difficulty).toBeLessThanOrEqual(10);
			const read: Memory = JSON.parse(JSON.stringify(memory));
			expect(scheduler.next(read, rating, days)).toEqual(scheduler.next(memory, rating, days));
		}),
	);
});

test('recall never rises with time', () => {
	fc.assert(
		fc.property(histories, fc.nat(2000), fc.nat(2000), (history, days, more) => {
			const memory = learn(history);
			const [sooner, later] = [scheduler.recall(memory, days), scheduler.recall(memory, days + more)];
			expect(sooner).toBeLessThanOrEqual(1);
			expect(later).toBeGreaterThan(0);
			expect(later).toBeLessThanOrEqual(sooner);
		}),
	);
});

describe('an interval', () => {
	test('ends where recall falls to what was asked for, up to a spread of a few percent', () => {
		fc.assert(
			fc.property(
				histories,
				fc.double({ min: LOWEST_RETENTION, max: HIGHEST_RETENTION, noNaN: true }),
				fc.string(),
				(history, retention, seed) => {
					const memory = learn(history);
					const days = scheduler.interval(memory, retention, seed, 0);
					expect(Number.isInteger(days) && days >= 1).toBe(true);
					const [low, high] = [Math.floor(days / 1.3) - 2, Math.ceil(days * 1.3) + 2];
					if (high < 36_500) expect(scheduler.recall(memory, high)).toBeLessThanOrEqual(retention);
					if (low > 1) expect(scheduler.recall(memory, low)).toBeGreaterThanOrEqual(retention);
				},
			),
		);
	});

	test('is the one of the library, before it is spread', () => {
		fc.assert(
			fc.property(histories, fc.constantFrom(0.7, 0.8, 0.9, 0.95), (history, retention) => {
				const memory = learn(history);
				const exact = new FSRS({ request_retention: retention, enable_fuzz: false }).next_interval(memory.stability, 0);
				const ours = scheduler.interval(memory, retention, 'pca/axis 3', 0);
				if (exact < 3) expect(ours).toBe(exact);
				else expect(Math.abs(ours - exact)).toBeLessThanOrEqual(1 + Math.ceil(exact * 0.25));
			}),
		);
	});

	test('depends on its seed and on nothing else', () => {
		const memory = { stability: 40, difficulty: 5 };
		const intervals = (of: ReturnType<typeof fsrsScheduler>) =>
			Array.from({ length: 50 }, (_, index) => of.interval(memory, 0.9, `pca/p${index}`, 10));
		expect(intervals(scheduler)).toEqual(intervals(fsrsScheduler()));
		expect(new Set(intervals(scheduler)).size).toBeGreaterThan(3);
	});
});

test.each([
	() => scheduler.next(undefined, 5 as Rating, 0),
	() => scheduler.next(undefined, Number.NaN as Rating, 0),
	() => scheduler.next({ stability: 1, difficulty: 5 }, 3, -1),
	() => scheduler.next({ stability: 1, difficulty: 5 }, 3, Number.NaN),
	() => scheduler.next({ stability: 1, difficulty: 5 }, 3, Number.POSITIVE_INFINITY),
	() => scheduler.next({ stability: Number.NaN, difficulty: 5 }, 3, 1),
	() => scheduler.next({ stability: 1, difficulty: 11 }, 3, 1),
	() => scheduler.recall({ stability: 0, difficulty: 5 }, 1),
	() => scheduler.recall({ stability: 1, difficulty: 5 }, Number.NaN),
	() => scheduler.interval({ stability: 1, difficulty: 5 }, 1, '', 0),
	() => scheduler.interval({ stability: 1, difficulty: 5 }, Number.NaN, '', 0),
])('refuses what no answer can be: %s', (impossible) => {
	expect(impossible).toThrow(RangeError);
});
