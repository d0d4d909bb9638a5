import { expect, it } from 'vitest';
import { completed } from '../../../../src/figures/parts/settings.ts';
import { model, slide } from '../../../../src/figures/sliding-window/model.ts';
import { numbersAfter, recordedLines } from '../recordedOutput.ts';

const shown = (values: object) => model.compute(completed(model.settings, values));

it('finds as much too little beside a negative number as rules.py printed', () => {
	const { found, longest } = shown({ rule: 'sum ≤ S', limit: 5, numbers: '4 3 −5 2' });
	expect(numbersAfter(recordedLines('two-pointers', 'rules'), '4 3 -5 2, at most 5: found')).toEqual([
		found.length,
		longest.length,
	]);
});

it('moves as often as longest.py counted, in proportion to the items', () => {
	expect(slide([...'abcdefgh'], 'no repeat', 1).map(({ end }) => end)).toEqual(Array(8).fill('right'));
	expect(slide([...'aaaaaaaa'], 'no repeat', 1)).toHaveLength(15);
});

it('gives out what stands left of a repeat, the repeated item last', () => {
	const moves = slide([...'abcb'], 'no repeat', 1);
	expect(moves.map(({ end, item }) => `${end} ${item}`).slice(3)).toEqual(['right b', 'left a', 'left b']);
	expect(moves.map(({ broken }) => broken)).toEqual([false, false, false, true, true, false]);
});

it('counts kinds and not items', () => {
	expect(shown({ rule: 'k kinds', limit: 2, letters: 'eceba' }).found.text).toBe('ece');
	expect(shown({ rule: 'k kinds', limit: 1, letters: 'aabbb' }).found.text).toBe('bbb');
});

it('may empty the window where one item alone breaks the rule', () => {
	const { left, right, inside, found } = shown({ rule: 'sum ≤ S', limit: 3, numbers: '9', step: 32 });
	expect([left, right, inside, found.length]).toEqual([1, 0, '', 0]);
});

it('says that a start was passed only once the rule holds again', () => {
	const states = Array.from({ length: 9 }, (_, step) =>
		shown({ rule: 'sum ≤ S', limit: 5, numbers: '4 3 -5 2', step }),
	);
	expect(states.map(({ passed }) => passed?.text)).toEqual([
		...Array(4).fill(undefined),
		'4 3 −5',
		...Array(4).fill('4 3 −5 2'),
	]);
});

it('reads numbers with either minus sign, and at most as many as it draws', () => {
	expect(shown({ rule: 'sum ≤ S', numbers: '1, -2; −3 x 4000' }).items).toEqual(['1', '−2', '−3', '99']);
	expect(shown({ rule: 'sum ≤ S', numbers: '1 '.repeat(24) }).items).toHaveLength(16);
	expect(shown({ letters: 'a b' }).items).toEqual(['a', '␣', 'b']);
});
