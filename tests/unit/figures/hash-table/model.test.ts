import { describe, expect, it } from 'vitest';
import {
	expectation,
	formula,
	homeOf,
	MOST,
	measured,
	model,
	type Operation,
	play,
	readOperations,
	SLOTS,
} from '../../../../src/figures/hash-table/model.ts';
import { completed } from '../../../../src/figures/parts/settings.ts';
import { uniform } from '../../../../src/ground/uniform.ts';
import { numbersAfter, recordedLines } from '../recordedOutput.ts';

const shown = (values: object) => model.compute(completed(model.settings, values));

it('has the formulas that probing.py prints, and large tables that cost as its own', () => {
	const lines = recordedLines('hash-tables', 'probing');
	for (const load of [0.5, 0.75]) {
		const [, , miss = 0, byFormula = 0, , chained = 0] = numbersAfter(lines, load.toFixed(2));
		expect(formula('Probing', load)).toBeCloseTo(byFormula, 2);
		expect(formula('Chaining', load)).toBeCloseTo(chained, 2);
		expect(Math.abs((measured()[load * SLOTS] ?? 0) / miss - 1)).toBeLessThan(0.1);
	}
});

it('expects what all ways to fill four slots give on average', () => {
	for (const keys of [1, 2, 3]) {
		let total = 0;
		for (let way = 0; way < 4 ** keys; way++) {
			const taken = [false, false, false, false];
			for (let key = 0; key < keys; key++) {
				let at = Math.floor(way / 4 ** key) % 4;
				while (taken[at]) at = (at + 1) % 4;
				taken[at] = true;
			}
			for (let start = 0; start < 4; start++) {
				let at = start;
				while (taken[at % 4]) at += 1;
				total += (at - start + 1) / 4;
			}
		}
		expect(expectation(4, keys)).toBeCloseTo(total / 4 ** keys, 12);
	}
});

describe('a table', () => {
	const operationsOf = (seed: number): Operation[] => {
		const next = uniform(seed);
		return Array.from({ length: 200 }, () => ({
			kind: (['insert', 'delete', 'look up'] as const)[Math.floor(next() * 3)] ?? 'insert',
			key: Math.floor(next() * 20),
		}));
	};

	it.each(['Probing', 'Chaining'] as const)('answers as a set does, with %s', (method) => {
		for (let seed = 1; seed < 20; seed++) {
			const set = new Set<number>();
			for (const { operation, outcome, buckets } of play(method, 'Marked', operationsOf(seed))) {
				if (!operation) continue;
				const { kind, key } = operation;
				const had = set.has(key);
				if (outcome === 'refused') expect(buckets.filter((held) => held.length === 0)).toHaveLength(1);
				else {
					if (kind === 'insert') set.add(key);
					if (kind === 'delete') set.delete(key);
					expect(['there', 'removed', 'found'].includes(outcome)).toBe(had);
				}
			}
		}
	});

	it('keeps the run from a home to its key unbroken, but where deleted slots are emptied', () => {
		const gaps = (deleted: 'Marked' | 'Emptied'): number =>
			play('Probing', deleted, operationsOf(3)).filter(({ buckets }) =>
				buckets.some(([slot], at) => {
					if (typeof slot !== 'number') return false;
					for (let step = homeOf(slot); step % SLOTS !== at; step++)
						if (buckets[step % SLOTS]?.length === 0) return true;
					return false;
				}),
			).length;
		expect(gaps('Marked')).toBe(0);
		expect(gaps('Emptied')).toBeGreaterThan(0);
	});
});

it('reads operations of a hand, and passes over what is none', () => {
	expect(readOperations('5, -5 ?07;x 1234 −3')).toEqual([
		{ kind: 'insert', key: 5 },
		{ kind: 'delete', key: 5 },
		{ kind: 'look up', key: 7 },
		{ kind: 'delete', key: 3 },
	]);
	expect(readOperations('1 '.repeat(99))).toHaveLength(MOST);
});

it('stands at the last step where there are fewer than asked for', () => {
	expect(shown({ step: 20, operations: '1 2 3' }).step).toBe(3);
	expect(shown({ step: 20, operations: '' }).turn.outcome).toBe('nothing');
});

it('tells of a lookup that gives up before its key, and of one that a tombstone sends on', () => {
	const operations = '3 19 35 -19 ?35';
	expect(model.finding(shown({ step: 5, operations, deleted: 'Emptied' }))).toBe(
		'Look up 35: "not there", as slot 4 is free, yet it lies in slot 5.',
	);
	expect(model.finding(shown({ step: 5, operations }))).toBe('Look up 35: found in slot 5 after 3 looks.');
});
