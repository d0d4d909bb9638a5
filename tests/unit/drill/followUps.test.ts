import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Grade, grades } from '../../../src/concepts/judging.ts';
import type { AskWhen } from '../../../src/concepts/schema/question.ts';
import { holds, nextFollowUps } from '../../../src/drill/followUps.ts';
import type { MaterialCriterion, MaterialFollowUp } from '../../../src/drill/material.ts';

function criterion(id: string, essential = false): MaterialCriterion {
	return { id, html: id, expectedFrom: 'mid', dimension: 'depth', essential };
}

function followUp(id: string, askWhen: AskWhen, followUps: MaterialFollowUp[] = []): MaterialFollowUp {
	return { id, askWhen, heading: id, rest: '', rubric: [criterion(`${id}-said`)], answer: id, followUps };
}

const question = {
	id: 'root',
	rubric: [criterion('formula', true), criterion('why'), criterion('cost')],
	followUps: [
		followUp('further', { met: 'cost' }),
		followUp('usual', 'always', [followUp('below-usual', 'always')]),
		followUp('reason', { missed: 'why' }, [followUp('below-reason', { missed: 'reason-said' })]),
		followUp('basics', { missed: 'formula' }),
	],
};

const ids = (...turns: Parameters<typeof nextFollowUps>[1]): string[] =>
	nextFollowUps(question, turns).map(({ id }) => id);
const root = (formula: Grade, why: Grade, cost: Grade) => ({ id: 'root', grades: { formula, why, cost } });

test('asks after what was missed, the essential first, then what is always asked, then further', () => {
	expect(ids(root('missed', 'missed', 'met'))).toEqual(['basics', 'reason', 'usual', 'further']);
	expect(ids(root('met', 'met', 'missed'))).toEqual(['usual']);
});

test('partly met is where an answer was thin', () => {
	expect(ids(root('met', 'partly', 'partly'))).toEqual(['reason', 'usual']);
});

test('goes one deeper before it goes on beside', () => {
	const first = root('met', 'missed', 'missed');
	expect(ids(first, { id: 'reason', grades: { 'reason-said': 'missed' } })).toEqual(['below-reason', 'usual']);
	expect(ids(first, { id: 'reason', grades: { 'reason-said': 'met' } })).toEqual(['usual']);
});

test('asks two at most, and none before the answer is marked', () => {
	const first = root('missed', 'missed', 'met');
	expect(ids(first, { id: 'basics', grades: {} }, { id: 'reason', grades: {} })).toEqual([]);
	expect(ids()).toEqual([]);
});

test('whatever the marks, what is offered was authored, holds, and was not asked before', () => {
	const grade = fc.constantFrom(...grades);
	fc.assert(
		fc.property(grade, grade, grade, grade, (formula, why, cost, said) => {
			const first = root(formula, why, cost);
			const [asked] = nextFollowUps(question, [first]);
			if (!asked) return;
			expect(holds(asked, first)).toBe(true);
			const second = { id: asked.id, grades: { [`${asked.id}-said`]: said } };
			for (const next of nextFollowUps(question, [first, second])) {
				expect(next.id).not.toBe(asked.id);
				expect(holds(next, asked.followUps.includes(next) ? second : first)).toBe(true);
			}
		}),
	);
});
