/** Queue, plan and scheduler together, over a year: 40 concepts of 12 prompts. */
import { describe, expect, test } from 'vitest';
import { habits, simulateYear } from '../../../src/build/simulatedYear.ts';
import { scheduler } from '../recall/fixture.ts';

const [daily, weekends, limited, away] = habits.map((habit) => simulateYear(habit, 0.9, scheduler));

describe('a reader who reviews every day', () => {
	test.each([1, 2, 3])('remembers what was asked for, within 2 points (year %i)', (seed) => {
		const [habit] = habits;
		if (!habit) throw new Error('no habit');
		expect(Math.abs(simulateYear(habit, 0.9, scheduler, seed).retention - 0.9)).toBeLessThanOrEqual(0.02);
	});

	test.each([0.8, 0.85, 0.95])('remembers %d when that is asked for', (retention) => {
		const [habit] = habits;
		if (!habit) throw new Error('no habit');
		expect(Math.abs(simulateYear(habit, retention, scheduler).retention - retention)).toBeLessThanOrEqual(0.02);
	});
});

test('other habits cost retention or time, and nothing is lost', () => {
	expect(weekends?.retention).toBeLessThan(daily?.retention ?? 0);
	expect(weekends?.retention).toBeGreaterThan(0.8);
	expect(limited?.most).toBeLessThanOrEqual(20);
	expect(limited?.retention).toBeGreaterThan(0.87);
	expect(away?.most).toBeGreaterThan(2 * (daily?.most ?? 0));
	for (const year of [daily, weekends, limited, away]) expect(year?.recallAtEnd).toBeGreaterThan(0.9);
});

test('is the same year every time', () => {
	const [habit] = habits;
	expect(habit && simulateYear(habit, 0.9, scheduler)).toEqual(daily);
});
