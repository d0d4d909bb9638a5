/** How a reader's program stands before the tests of its task: what a drill keeps of it, and which criteria it decides. */

import type { Grade } from '../concepts/judging.ts';
import type { TaskCase } from '../concepts/schema/task.ts';
import { count } from '../ground/words.ts';

export interface Trial {
	/** The program as it stands. */
	readonly code: string;
	/** By the name of each case, whether it passed when the tests last ran; one that did not come to its end is not there. */
	readonly cases: Readonly<Record<string, boolean>>;
	/** How many cases there are. */
	readonly of: number;
	/** How often the tests ran. */
	readonly runs: number;
	/** Whether the solution was seen before the tests passed. */
	readonly helped: boolean;
	/** By criterion, how many of the cases that judge it passed in the last run. */
	readonly judged: Readonly<Record<string, Judged>>;
}

export interface Judged {
	readonly passed: number;
	readonly of: number;
}

/** The best trial of each task that was begun: how it stands for the reader. */
export interface KnownStandings {
	/** By `<concept>/<question>`. */
	readonly standings: ReadonlyMap<string, Trial>;
	/** In words, what of it could not be read. */
	readonly problem: string | undefined;
}

export const newTrial = (starter: string, { length }: readonly TaskCase[]): Trial => ({
	code: starter,
	cases: {},
	of: length,
	runs: 0,
	helped: false,
	judged: {},
});

export const passedIn = ({ cases }: Trial): number => Object.values(cases).filter(Boolean).length;

export const isSolved = (trial: Trial): boolean => trial.of > 0 && passedIn(trial) === trial.of;

/** A trial after one more run of the tests. */
export function afterRun(trial: Trial, cases: Trial['cases'], described: readonly TaskCase[]): Trial {
	const judged: Record<string, Judged> = {};
	for (const criterion of new Set(described.flatMap(({ judges }) => judges))) {
		const judging = described.filter(({ judges }) => judges.includes(criterion));
		judged[criterion] = { passed: judging.filter(({ name }) => cases[name]).length, of: judging.length };
	}
	return { ...trial, cases, runs: trial.runs + 1, judged };
}

/** What the cases that judge a criterion say of it: met where all of them pass, missed where none does. */
export function gradeOf({ passed, of }: Judged): Grade {
	if (passed === of) return 'met';
	return passed === 0 ? 'missed' : 'partly';
}

/** The criteria that the tests have judged, as far as they are among these. */
export function gradesOf(
	trial: Trial | undefined,
	criteria: readonly { readonly id: string }[],
): Record<string, Grade> {
	return Object.fromEntries(
		criteria.flatMap(({ id }) => {
			const judged = trial?.judged[id];
			return judged ? [[id, gradeOf(judged)]] : [];
		}),
	);
}

/** "in 1 run", "in 3 runs". */
export function runsText({ runs }: Trial): string {
	return `in ${count(runs, 'run')}`;
}

/** "all 7 tests passed, in 2 runs", "3 of 7 tests passed, in 1 run, with the solution seen". */
export function trialText(trial: Trial): string {
	const passed = isSolved(trial) ? `all ${trial.of} tests passed` : `${passedIn(trial)} of ${trial.of} tests passed`;
	return [passed, runsText(trial), ...(trial.helped ? ['with the solution seen'] : [])].join(', ');
}
