/** What the model computes, against what is known of it; that it keeps the contract is tested with all figures. */
import { describe, expect, it } from 'vitest';
import { model } from '../../../../src/figures/queue/model.ts';

const at = (load: number, servers = 1, calls = 10) => model.compute({ load, servers, service: 10, calls });

describe('queue', () => {
	it.each([10, 50, 80, 90, 95, 99])('one server at %i%% load has the times of a single exponential queue', (load) => {
		const { mean, p99, page } = at(load);
		expect(mean).toBeCloseTo(10 / (1 - load / 100), 6);
		expect(p99).toBeCloseTo((10 * Math.log(100)) / (1 - load / 100), 4);
		expect(page).toBeCloseTo((-10 * Math.log(1 - 0.5 ** 0.1)) / (1 - load / 100), 4);
	});

	it.each([
		[2, 0.7111],
		[4, 0.5964],
		[8, 0.4576],
	])('%i servers at 80%% are all busy with the chance of tables of Erlang C', (servers, chance) => {
		expect(at(80, servers).now?.waits).toBeCloseTo(chance, 3);
	});

	it('a queue that drains as fast as a service takes is no special case', () => {
		// Four servers at 75% leave one free: both ways to write the sum of two exponentials meet here.
		expect(at(75, 4).p99).toBeCloseTo((at(74, 4).p99 + at(76, 4).p99) / 2, 0);
	});

	it('more servers at the same load never wait longer', () => {
		for (const load of [20, 50, 80, 99])
			for (let servers = 2; servers <= 16; servers++)
				expect(at(load, servers).wait).toBeLessThan(at(load, servers - 1).wait);
	});

	it('a page of 100 calls meets one of the slowest hundredth 63 times in a hundred', () => {
		expect(at(50, 1, 100).chance).toBeCloseTo(0.634, 3);
	});

	it.each([100, 104])('at %i%% there is nothing to tell but the excess', (load) => {
		expect(at(load, 3)).toMatchObject({ now: undefined, mean: 0, inside: 0 });
		expect(at(load, 3).excess).toBeCloseTo(3 * (load - 100), 9);
	});
});
