import { expect, test } from 'vitest';
import type { Grade } from '../../../src/concepts/judging.ts';
import { answeredOf } from '../../../src/drill/answered.ts';
import { begin, type RubricEntry, reduce, type Session } from '../../../src/drill/session.ts';
import { request, someQuestions } from './planFixture.ts';

const rubric: readonly RubricEntry[] = ['formula', 'why', 'cost'].map((id) => ({
	...{ id, expectedFrom: 'mid', dimension: 'depth', essential: false },
}));

function session(kind: Session['kind'], at: number, question: number, grade: Grade): Session {
	const asked = someQuestions.slice(question, question + 1);
	const begun = begin({ id: `s${at}`, kind, request: request() }, asked, at);
	const marks = rubric.map(({ id }) => ({ type: 'grade' as const, criterion: id, grade }));
	return [
		{ type: 'commit' as const, at, score: 'hire' as const, rubric },
		...marks,
		{ type: 'finish' as const, at },
	].reduce(reduce, begun);
}

test('each question counts by its last answer, wherever it was given', () => {
	const [first, second] = someQuestions;
	const sessions = [
		session('attempt', 30, 0, 'met'),
		session('drill', 10, 0, 'missed'),
		session('drill', 20, 1, 'missed'),
	];
	const answered = answeredOf(sessions);
	expect(answered).toMatchObject({ questions: 2, kept: 3, lastDrill: { id: 's20', bands: ['strong no hire'] } });
	expect(answered.bands[0]).toBe('strong hire');
	const counts = [...answered.concepts.values()].reduce((sum, own) =>
		sum.map((count, index) => count + (own[index] ?? 0)),
	);
	expect(counts).toEqual([1, 0, 0, 1]);
	expect([...answered.concepts.keys()].sort()).toEqual([...new Set([first?.concept, second?.concept])].sort());
});

test('an answer without marks is kept, and has no band', () => {
	const begun = begin({ id: 'x', kind: 'drill', request: request() }, someQuestions.slice(0, 1), 5);
	const unmarked = reduce(begun, { type: 'finish', at: 6 });
	expect(answeredOf([unmarked])).toMatchObject({ questions: 0, kept: 1, lastDrill: { bands: [] } });
	expect(answeredOf([])).toMatchObject({ questions: 0, kept: 0, lastDrill: undefined });
});

test('tasks that were begun are counted by concept, and those that were solved', () => {
	const trial = { code: 'pass', cases: { a: true }, of: 1, runs: 2, helped: false, judged: {} };
	const begun = begin({ id: 't', kind: 'attempt', request: request() }, someQuestions.slice(0, 1), 5);
	const tasks = (passed: boolean) =>
		answeredOf([reduce(begun, { type: 'task', trial: { ...trial, cases: { a: passed } } })]).tasks;
	const concept = someQuestions[0]?.concept ?? '';
	expect([...tasks(true)]).toEqual([[concept, { begun: 1, solved: 1 }]]);
	expect([...tasks(false)]).toEqual([[concept, { begun: 1, solved: 0 }]]);
});
