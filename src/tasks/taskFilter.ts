/** Which tasks a reader has asked for. Pure. */
import { hasWords } from '../search/filter.ts';
import { type Filter, isEmpty } from '../search/filterAddress.ts';
import { isSolved, passedIn, runsText, type Trial } from './trial.ts';

export const states = ['new', 'begun', 'solved'] as const;
export type TaskState = (typeof states)[number];

/** A row of the list, as the page has it. */
export interface TaskRow {
	readonly key: string;
	/** Title, pattern and concept. */
	readonly text: string;
	readonly level: string;
	readonly pattern: string;
}

/** Fields of the filter. */
export const taskFields = ['q', 'level', 'pattern', 'state'] as const;
export type TaskFilter = Filter<(typeof taskFields)[number]>;

export function stateOf(trial: Trial | undefined): TaskState {
	if (!trial) return 'new';
	return isSolved(trial) ? 'solved' : 'begun';
}

/** "solved in 2 runs", "solved with help, in 3 runs", "3 of 7 tests", "begun"; nothing for a task that was never opened. */
export function standingText(trial: Trial | undefined): string {
	if (!trial) return '';
	const runs = runsText(trial);
	if (isSolved(trial)) return trial.helped ? `solved with help, ${runs}` : `solved ${runs}`;
	return trial.runs > 0 ? `${passedIn(trial)} of ${trial.of} tests` : 'begun';
}

/** The keys of the rows that a filter leaves; each typed word may be unfinished, or one slip off. */
export function filterTasks(
	{ q, level, pattern, state }: TaskFilter,
	rows: readonly TaskRow[],
	standings: ReadonlyMap<string, Trial>,
): Set<string> {
	const left = rows.filter(
		(row) =>
			(level === '' || row.level === level) &&
			(pattern === '' || row.pattern === pattern) &&
			(state === '' || stateOf(standings.get(row.key)) === state) &&
			hasWords(q, row.text),
	);
	return new Set(left.map(({ key }) => key));
}

/** What is said of a filter's outcome. */
export function filterOutcome(filter: TaskFilter, left: number, all: number): string {
	if (isEmpty(filter)) return '';
	return left === 0 ? 'No task is like that.' : `${left} of ${all} tasks`;
}
