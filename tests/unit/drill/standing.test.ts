/** How tasks stand, and what a failed one asks its reader to do. */
import { describe, expect, it } from 'vitest';
import type { MaterialQuestion } from '../../../src/drill/material.ts';
import { missedParts } from '../../../src/drill/report.ts';
import { begin, reduce, type Session } from '../../../src/drill/session.ts';
import { standingsOf } from '../../../src/drill/standing.ts';
import { sectionsFor } from '../../../src/drill/views/LookAgain.tsx';
import { newTrial, type Trial } from '../../../src/tasks/trial.ts';
import { request, someQuestions } from './planFixture.ts';

const asked = someQuestions.slice(0, 1);
const key = asked.map(({ concept, id }) => `${concept}/${id}`).join();
const trial = (passed: number, rest: Partial<Trial> = {}): Trial => ({
	...newTrial('pass', []),
	of: 2,
	runs: 1,
	cases: { a: passed > 0, b: passed > 1 },
	...rest,
});
const session = (at: number, task: Trial, kind: Session['kind'] = 'attempt'): Session =>
	reduce(begin({ id: `s${at}`, kind, request: request() }, asked, at), { type: 'task', trial: task });

describe('how a task stands', () => {
	it.each([
		['solved alone before solved with help', [trial(2), trial(2, { helped: true })], 0],
		['solved with help before unsolved', [trial(2, { helped: true }), trial(1)], 0],
		['the more tests passed the better', [trial(1), trial(0)], 0],
		['of equals the later', [trial(1, { runs: 1 }), trial(1, { runs: 4 })], 1],
	])('%s', (_, [first, second], best) => {
		const sessions = [session(1, first as Trial), session(2, second as Trial, 'drill')];
		expect(standingsOf(sessions).get(key)).toEqual([first, second][best]);
		expect(standingsOf(sessions.toReversed()).get(key)).toEqual([first, second][best]);
	});

	it('is not known of a question that was answered in words alone', () => {
		const words = begin({ id: 'w', kind: 'drill', request: request() }, asked, 1);
		expect(standingsOf([words]).size).toBe(0);
	});
});

it('a failed task is a weak spot before anything is marked; a solved one is none', () => {
	expect(missedParts([session(1, trial(1))]).get(key)).toBe(0.5);
	expect(missedParts([session(1, trial(2))]).get(key)).toBe(0);
	expect(missedParts([session(1, trial(0, { runs: 0 }))]).has(key)).toBe(false);
});

describe('after tests that failed', () => {
	const see = (anchor: string) => ({ anchor, title: anchor.toUpperCase() });
	const criterion = (id: string, anchor: string | undefined, essential = false) => ({
		...{ id, html: id, expectedFrom: 'mid', dimension: 'depth', essential },
		...(anchor && { see: see(anchor) }),
	});
	const question = {
		rubric: [
			criterion('formula', 'a', true),
			criterion('why', 'b'),
			criterion('again', 'b'),
			criterion('plain', undefined),
		],
	} as unknown as MaterialQuestion;
	const judged = (grades: Record<string, number>): Trial =>
		trial(0, { judged: Object.fromEntries(Object.entries(grades).map(([id, passed]) => [id, { passed, of: 2 }])) });

	it('the sections are named that teach what failed, each once', () => {
		expect(sectionsFor(question, judged({ formula: 2, why: 1, again: 0, plain: 0 }))).toEqual([see('b')]);
	});
	it('those of what is essential, where the tests judge nothing that failed', () => {
		expect(sectionsFor(question, judged({ why: 2 }))).toEqual([see('a')]);
	});
});
