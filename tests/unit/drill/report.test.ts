import { describe, expect, test } from 'vitest';
import type { Band, Grade } from '../../../src/concepts/judging.ts';
import { filtered, missedParts, reportOf, trendOf } from '../../../src/drill/report.ts';
import { begin, type RubricEntry, reduce, type Session, type SessionEvent } from '../../../src/drill/session.ts';
import { request, someQuestions } from './planFixture.ts';

const noon = Date.UTC(2026, 4, 4, 12);
const minute = 60_000;
const rubric: readonly RubricEntry[] = [
	{ id: 'formula', expectedFrom: 'junior', dimension: 'correctness', essential: true },
	{ id: 'why', expectedFrom: 'mid', dimension: 'depth', essential: false },
	{ id: 'cost', expectedFrom: 'mid', dimension: 'depth', essential: false },
];
const below: readonly RubricEntry[] = [{ id: 'further', expectedFrom: 'mid', dimension: 'depth', essential: true }];

const mark = (marks: Record<string, Grade>): SessionEvent[] =>
	Object.entries(marks).map(([criterion, grade]) => ({ type: 'grade', criterion, grade }));

/** A drill of two questions: the first answered with a follow-up, the second skipped. */
function drill(at: number, band: Band, marks: Record<string, Grade>, changes: Partial<Session> = {}): Session {
	const events: SessionEvent[] = [
		{ type: 'hint' },
		{ type: 'commit', at: at + 2 * minute, score: band, rubric },
		...mark(marks),
		{ type: 'followUp', at: at + 5 * minute, id: 'below' },
		{ type: 'commit', at: at + 5.5 * minute, score: 'met', rubric: below },
		...mark({ further: 'missed' }),
		{ type: 'next', at: at + 6 * minute },
		{ type: 'skip', at: at + 7 * minute },
	];
	const begun = begin({ id: `d${at}`, kind: 'drill', request: request() }, someQuestions.slice(0, 2), at);
	return { ...events.reduce(reduce, begun), ...changes };
}

describe('the report of a drill', () => {
	const report = reportOf(drill(noon, 'strong hire', { formula: 'missed', why: 'met', cost: 'partly' }));

	test('judges questions, and leaves follow-ups without a band', () => {
		expect(report.answers.map(({ turn }) => turn.committed)).toEqual(['strong hire', 'met']);
		expect(report.judged).toHaveLength(1);
		expect(report.judged[0]?.judgement.band).toBe('strong no hire');
		expect(report.gaps).toEqual([3]);
		expect(report.skipped.map(({ question }) => question)).toEqual([someQuestions[1]?.id]);
	});

	test('counts the time of answers, not of marking, and the hints', () => {
		expect([report.used, report.hints]).toEqual([2.5 * minute, 1]);
		expect(report.planned).toBe(((someQuestions[0]?.minutes ?? 0) + 1) * minute);
	});

	test('names what was lacking, what fails an answer first', () => {
		expect(report.lacking.map(({ criterion, grade }) => [criterion.id, grade])).toEqual([
			['formula', 'missed'],
			['further', 'missed'],
			['cost', 'partly'],
		]);
	});

	test('rests its picture on follow-ups too', () => {
		const depth = report.picture.dimensions.find(({ dimension }) => dimension === 'depth');
		expect(depth?.tally).toEqual({ met: 1, partly: 1, missed: 1 });
		expect(depth?.band).toBe('no hire');
	});

	test('says nothing where nothing was marked', () => {
		const empty = begin({ id: 'e', kind: 'drill', request: request() }, someQuestions.slice(0, 1), noon);
		expect(reportOf(empty)).toMatchObject({ answers: [], gaps: [], used: 0, lacking: [] });
	});
});

describe('over many drills', () => {
	const poor = drill(noon, 'hire', { formula: 'missed', why: 'missed', cost: 'missed' });
	const good = drill(noon + 60 * minute, 'hire', { formula: 'met', why: 'met', cost: 'partly' });

	test('trends go from the earliest to the latest, and leave out drills without an answer', () => {
		const empty = begin({ id: 'e', kind: 'drill', request: request() }, someQuestions.slice(0, 1), noon);
		const points = trendOf([good, empty, poor]);
		expect(points.map(({ id }) => id)).toEqual([poor.id, good.id]);
		expect(points.map(({ shares }) => shares.correctness)).toEqual([0, 1]);
		expect(points[0]?.shares.verification).toBeUndefined();
		expect(points[0]?.pace).toBeCloseTo(2.5 / 4);
	});

	test('the last answer to a question says how much of it is missed', () => {
		const key = `${someQuestions[0]?.concept}/${someQuestions[0]?.id}`;
		expect(missedParts([poor]).get(key)).toBe(1);
		expect(missedParts([good, poor]).get(key)).toBeCloseTo(1 - 3.5 / 4);
	});

	test('a history is filtered by kind, concept and level', () => {
		const attempt = { ...poor, id: 'a', kind: 'attempt' as const, request: request({ level: 'staff' }) };
		const ids = (filter: Parameters<typeof filtered>[1]): string[] =>
			filtered([good, attempt], filter).map(({ id }) => id);
		expect(ids({ kind: 'any', concept: '', level: '' })).toEqual([good.id, 'a']);
		expect(ids({ kind: 'attempt', concept: '', level: '' })).toEqual(['a']);
		expect(ids({ kind: 'any', concept: 'trees', level: '' })).toEqual([]);
		expect(ids({ kind: 'any', concept: 'attention', level: 'staff' })).toEqual(['a']);
	});
});
