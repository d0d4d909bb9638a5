import { expect, it } from 'vitest';
import {
	apart,
	CELLS,
	COLUMNS,
	GOAL,
	model,
	painted,
	pricesOf,
	START,
	search,
} from '../../../../src/figures/graph-search/model.ts';
import { completed } from '../../../../src/figures/parts/settings.ts';

const shown = (values: object) => model.compute(completed(model.settings, values));
const open = '1'.repeat(CELLS);

it('takes out a queue by steps, a stack by the newest', () => {
	const steps = search(pricesOf(open), 'queue', 1).out.map((one) => one.steps);
	expect(steps).toEqual(steps.toSorted((a, b) => a - b));
	const [first, second] = search(pricesOf(open), 'stack', 1).out;
	expect([first?.cell, second?.cell]).toEqual([START, START - COLUMNS]);
});

it('goes straight to the goal with a fair guess where nothing stands between', () => {
	expect(search(pricesOf(open), 'heap + guess', 1).out).toHaveLength(apart(START, GOAL) + 1);
});

it('is the heap where the guess counts nothing', () => {
	const { ends } = shown({ guess: 0 });
	expect(ends[3]).toEqual(ends[2]);
});

it('does not walk around the edge of the map', () => {
	const columns = pricesOf(open).map((price, cell) => (cell % COLUMNS === 7 ? 0 : price));
	expect(search(columns, 'queue', 1).out).toHaveLength(CELLS / 2);
});

it('paints free cells to walls, walls to mud, mud to free, and reads what it wrote', () => {
	const once = painted(pricesOf(open), 0);
	expect(once.split('\n').map((line) => line.length)).toEqual(Array(8).fill(COLUMNS));
	const twice = painted(pricesOf(once), 0);
	expect([once[0], twice[0], painted(pricesOf(twice), 0)[0]]).toEqual(['0', '5', '1']);
	expect(pricesOf(painted(pricesOf(open), GOAL))[GOAL]).toBe(1);
});

it('has no walls where the map says nothing, and keeps start and goal free', () => {
	expect(pricesOf('').every((price) => price === 1)).toBe(true);
	expect(pricesOf('0'.repeat(CELLS)).filter(Boolean)).toHaveLength(2);
	expect(shown({ map: '0'.repeat(CELLS), step: CELLS }).out).toHaveLength(1);
});
