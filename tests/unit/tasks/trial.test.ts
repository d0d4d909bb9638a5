/** What a run of the tests leaves behind, and what it says of the criteria. */
import { describe, expect, it } from 'vitest';
import type { TaskCase } from '../../../src/concepts/schema/task.ts';
import { readSession } from '../../../src/drill/record.ts';
import { begin, currentTurn, reduce } from '../../../src/drill/session.ts';
import { afterRun, gradesOf, isSolved, newTrial, trialText } from '../../../src/tasks/trial.ts';
import { request, someQuestions } from '../drill/planFixture.ts';

const described: TaskCase[] = [
	{ name: 'a', title: 'A.', kind: 'example', hidden: false, judges: ['formula'] },
	{ name: 'b', title: 'B.', kind: 'edge', hidden: false, judges: ['formula', 'why'] },
	{ name: 'c', title: 'C.', kind: 'property', hidden: true, judges: [] },
];
const criteria = [{ id: 'formula' }, { id: 'why' }, { id: 'other' }];
const begun = newTrial('def f(): ...', described);

describe('a trial', () => {
	it('is not solved before its tests have run, nor when one of them is missing', () => {
		expect(isSolved(begun)).toBe(false);
		expect(isSolved(afterRun(begun, { a: true, b: true }, described))).toBe(false);
		expect(isSolved(afterRun(begun, { a: true, b: true, c: true }, described))).toBe(true);
	});

	it.each([
		[
			{ a: true, b: true, c: true },
			{ formula: 'met', why: 'met' },
		],
		[
			{ a: true, b: false, c: true },
			{ formula: 'partly', why: 'missed' },
		],
		[
			{ a: false, b: false, c: true },
			{ formula: 'missed', why: 'missed' },
		],
		[{}, { formula: 'missed', why: 'missed' }],
	])('marks the criteria that its cases judge, and no others: %j', (cases, grades) => {
		expect(gradesOf(afterRun(begun, cases, described), criteria)).toEqual(grades);
	});

	it('says how it went in words', () => {
		const once = afterRun(begun, { a: true, b: false, c: true }, described);
		expect(trialText(once)).toBe('2 of 3 tests passed, in 1 run');
		const solved = afterRun({ ...once, helped: true }, { a: true, b: true, c: true }, described);
		expect(trialText(solved)).toBe('all 3 tests passed, in 2 runs, with the solution seen');
	});
});

it('is kept with its answer, marks it when the score is committed, and is read back', () => {
	const rubric = [
		{ id: 'formula', expectedFrom: 'junior', dimension: 'correctness', essential: true },
		{ id: 'why', expectedFrom: 'mid', dimension: 'depth', essential: false },
	] as const;
	const trial = afterRun(begun, { a: true, b: true, c: false }, described);
	const session = [
		{ type: 'task', trial } as const,
		{ type: 'commit', at: 2000, score: 'hire', rubric } as const,
		{ type: 'grade', criterion: 'why', grade: 'missed' } as const,
		// Too late: the score is committed.
		{ type: 'task', trial: begun } as const,
	].reduce(reduce, begin({ id: 'd1', kind: 'attempt', request: request() }, someQuestions.slice(0, 1), 1000));
	expect(currentTurn(session)?.grades).toEqual({ formula: 'met', why: 'missed' });
	expect(currentTurn(session)?.task).toEqual(trial);
	expect(readSession(JSON.parse(JSON.stringify(session)))).toEqual(session);
});
