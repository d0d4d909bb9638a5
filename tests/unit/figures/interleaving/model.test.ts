import { expect, it } from 'vitest';
import { type Ends, model, names, programs, readOrder } from '../../../../src/figures/interleaving/model.ts';
import { completed } from '../../../../src/figures/parts/settings.ts';
import { numbersAfter, recordedLines } from '../recordedOutput.ts';

const shown = (values: object) => model.compute(completed(model.settings, values));
const endsOf = (program: string): Ends => shown({ program }).ends;

it('has the orders that increments.py counts, where a lock is taken in a step of its own', () => {
	const lines = recordedLines('locks', 'increments');
	for (const [program, listed] of [
		['No lock', 'no_lock'],
		['A lock for the update', 'whole_update'],
		['Compare and swap', 'compare_and_swap'],
	] as const) {
		const { right, lost, stuck } = endsOf(program);
		expect([right + lost, lost], program).toEqual(numbersAfter(lines, listed));
		expect(stuck).toBe(0);
	}
	// As the text says it: here each access takes three lines, its lock's included.
	expect(endsOf('A lock for each access')).toEqual({ right: 2, lost: 50, stuck: 0 });
});

it('deadlocks in no program but the one with locks in opposite orders, by two turns', () => {
	expect(names.filter((name) => endsOf(name).stuck > 0)).toEqual(['Two locks, opposite orders']);
	for (const order of ['AB', 'BA', 'ABABABAB']) {
		const state = shown({ program: 'Two locks, opposite orders', order, step: order.length });
		expect([state.deadlock, state.here.stuck, state.left]).toEqual([true, 1, 1]);
	}
});

it('ends as the order says, whatever the order', () => {
	for (const program of names) {
		for (const turns of [
			'AAAAAAAAAAAABBBBBBBBBBBB',
			'BBBBBBBBBBBBAAAAAAAAAAAA',
			'ABABABABABABABABABABABAB',
			'AABBAABBAABBAABBAABBAABB',
		]) {
			const state = shown({ program, order: turns, step: 24 });
			expect(state.done || state.deadlock, `${program}, ${turns}`).toBe(true);
			if (turns.startsWith('AAA')) expect(state.n, program).toBe(2);
			for (const [who, lines] of programs[program].entries()) {
				if (state.done) expect(state.at[who]).toBe(lines.length);
			}
		}
	}
});

it('reads letters alone, and no more than fit', () => {
	expect(readOrder('a, B x b')).toEqual([0, 1, 1]);
	expect(readOrder('AB'.repeat(40))).toHaveLength(24);
	expect(shown({ order: '', step: 9 }).step).toBe(0);
});
