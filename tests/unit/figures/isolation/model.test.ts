import { describe, expect, it } from 'vitest';
import {
	type Anomaly,
	hasCycle,
	LEVELS,
	type Level,
	model,
	orders,
	run,
	STEPS,
	serialOrder,
	works,
} from '../../../../src/figures/isolation/model.ts';
import { completed } from '../../../../src/figures/parts/settings.ts';
import { recordedLines } from '../recordedOutput.ts';

const shown = (values: object) => model.compute(completed(model.settings, values));
const wrong = (anomaly: Anomaly) => shown({ anomaly }).tallies.map((tally) => tally.wrong);
const told = (anomaly: Anomaly, level: Level, turns: string): string[] =>
	run(works[anomaly], level, turns).events.map(({ who, text }) => `${who} ${text}`);

it('has each order of three and three once', () => {
	expect(new Set(orders).size).toBe(20);
	expect(orders.every((turns) => turns.replaceAll('A', '').length === 3 && turns.length === 6)).toBe(true);
});

it('lets an anomaly survive at the levels that are known for it, and at no higher one', () => {
	const survives = (anomaly: Anomaly) => wrong(anomaly).map((amount) => amount > 0);
	expect(survives('dirty read')).toEqual([true, false, false, false, false]);
	for (const anomaly of ['non-repeatable read', 'phantom', 'read skew', 'lost update'] as const)
		expect(survives(anomaly)).toEqual([true, true, false, false, false]);
	expect(survives('write skew')).toEqual([true, true, true, false, false]);
});

it('counts the orders that closed forms give', () => {
	// Read committed: right only where one ends before the other begins. Uncommitted: where one has written before the other reads.
	for (const anomaly of ['lost update', 'write skew'] as const) expect(wrong(anomaly).slice(0, 2)).toEqual([12, 18]);
	// B's end falls between the two reads of A.
	expect(wrong('phantom')[1]).toBe(3);
	// Both read before either writes: AB or BA, then any order of the rest.
	expect(shown({ anomaly: 'write skew' }).tallies.at(-1)?.aborted).toBe(2 * 6);
});

it('agrees with what mvcc.py printed for all orders', () => {
	const [deposits, doctors, checked] = ['deposits, snapshot', 'doctors, snapshot', 'doctors, reads checked'].map(
		(name) => recordedLines('transactions', 'mvcc').findIndex((line) => line.startsWith(name)),
	);
	expect([deposits, doctors, checked]).toEqual([0, 4, 7]);
	const lines = recordedLines('transactions', 'mvcc');
	const [, , snapshot, serializable] = shown({ anomaly: 'write skew' }).tallies;
	expect(lines[5]).toContain(`${snapshot?.wrong} orders: 0 aborted, total 0`);
	expect(lines[9]).toContain(`${serializable?.aborted} orders: 1 aborted, total 1`);
	expect(shown({ anomaly: 'lost update' }).tallies[2]?.aborted).toBe(18);
});

describe('statement by statement', () => {
	it('does what PostgreSQL 15.18 did with a lost update', () => {
		const start = ['A read x: 100', 'B read x: 100', 'A x = 110', 'B waits for A', 'A commit'];
		expect(told('lost update', 'read committed', 'ABABAB')).toEqual([...start, 'B x = 120', 'B commit']);
		expect(told('lost update', 'snapshot', 'ABABAB')).toEqual([...start, 'B stale: aborted']);
	});
	it('does what InnoDB of MariaDB 10.11 did at its serializable level', () => {
		expect(told('write skew', 'locking', 'ABABAB')).toEqual([
			...['A count: 2', 'B count: 2', 'A waits for B', 'B deadlock: aborted', 'A Ann = 0', 'A commit'],
		]);
		expect(told('phantom', 'locking', 'ABBABA').at(-3)).toBe('A commit');
	});
	it('takes at most seven steps, whatever is set', () => {
		for (const work of Object.values(works))
			for (const level of LEVELS)
				for (const turns of orders) {
					const result = run(work, level, turns);
					expect(result.events.length).toBeLessThanOrEqual(STEPS);
					expect(result.waited && result.events.at(-1)?.kind === 'wait').toBe(false);
				}
	});
});

it('judges every order as the graph of dependencies does', () => {
	for (const [anomaly, work] of Object.entries(works))
		for (const level of LEVELS)
			for (const turns of orders) {
				const result = run(work, level, turns);
				const cyclic = hasCycle(result, anomaly === 'dirty read' ? ['A'] : []);
				expect([anomaly, level, turns, serialOrder(work, result) === undefined]).toEqual([
					anomaly,
					level,
					turns,
					cyclic,
				]);
			}
});
