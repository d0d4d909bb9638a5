/** The list of all tasks: what a filter leaves and what is said of a reader's trial. */
import { describe, expect, it } from 'vitest';
import { filterOutcome, filterTasks, standingText, stateOf } from '../../../src/tasks/taskFilter.ts';
import { newTrial, type Trial } from '../../../src/tasks/trial.ts';

const rows = [
	{ key: 'heaps/top-k', text: 'Top k of a stream heap Heaps', level: 'mid', pattern: 'heap' },
	{ key: 'heaps/merge', text: 'Merge k lists heap Heaps', level: 'senior', pattern: 'heap' },
	{ key: 'sorting/quick', text: 'Quicksort merging Sorting', level: 'mid', pattern: 'merging' },
];
const begun: Trial = newTrial('pass', []);
const tried: Trial = { ...begun, of: 2, runs: 1, cases: { a: true, b: false } };
const solved: Trial = { ...tried, runs: 2, cases: { a: true, b: true } };
const standings = new Map([
	['heaps/top-k', solved],
	['sorting/quick', tried],
]);
const noFilter = { q: '', level: '', pattern: '', state: '' };
const left = (filter: Partial<typeof noFilter>) => [...filterTasks({ ...noFilter, ...filter }, rows, standings)];

describe('a filter of tasks', () => {
	it.each([
		[{}, rows.map(({ key }) => key)],
		[{ q: 'merg' }, ['heaps/merge', 'sorting/quick']],
		[{ q: 'quickosrt' }, ['sorting/quick']],
		[{ q: 'merge lists' }, ['heaps/merge']],
		[{ level: 'mid' }, ['heaps/top-k', 'sorting/quick']],
		[{ pattern: 'heap', level: 'mid' }, ['heaps/top-k']],
		[{ state: 'new' }, ['heaps/merge']],
		[{ state: 'begun' }, ['sorting/quick']],
		[{ state: 'solved' }, ['heaps/top-k']],
		[{ state: 'solved', q: 'quick' }, []],
	])('%j leaves %j', (filter, keys) => {
		expect(left(filter)).toEqual(keys);
	});

	it('says what it leaves, and nothing when it asks for nothing', () => {
		expect(filterOutcome(noFilter, 3, 3)).toBe('');
		expect(filterOutcome({ ...noFilter, level: 'mid' }, 2, 3)).toBe('2 of 3 tasks');
		expect(filterOutcome({ ...noFilter, q: 'x' }, 0, 3)).toBe('No task is like that.');
	});
});

it.each([
	[undefined, 'new', ''],
	[begun, 'begun', 'begun'],
	[tried, 'begun', '1 of 2 tests'],
	[{ ...solved, runs: 1 }, 'solved', 'solved in 1 run'],
	[{ ...solved, helped: true }, 'solved', 'solved with help, in 2 runs'],
] as const)('of a trial it says how it stands: %#', (trial, state, text) => {
	expect(stateOf(trial)).toBe(state);
	expect(standingText(trial)).toBe(text);
});
