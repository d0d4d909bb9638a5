/** Questions for plans: made-up concepts with questions of every level and format. */
import fc from 'fast-check';
import { formats, questionLevels } from '../../../src/concepts/interview.ts';
import type { IndexedQuestion } from '../../../src/drill/material.ts';
import type { PlanRequest } from '../../../src/drill/plan.ts';
import { usual } from '../../../src/drill/request.ts';

export const someQuestions: readonly IndexedQuestion[] = ['attention', 'descent', 'tokens', 'trees'].flatMap(
	(concept, c) =>
		questionLevels.flatMap((level, l) =>
			[0, 1].map((n) => ({
				concept,
				id: `${level}-${n}`,
				revision: 1,
				level,
				format: formats[(c + l + n) % formats.length] ?? 'concept',
				minutes: 3 + l + n,
				prompts: [`${level}-${n}-prompt`],
			})),
		),
);

export function request(changes: Partial<PlanRequest> = {}): PlanRequest {
	return { ...usual, seed: 'b7k2', ...changes };
}

export const anyQuestions: fc.Arbitrary<IndexedQuestion[]> = fc.uniqueArray(
	fc.record({
		concept: fc.constantFrom('attention', 'descent', 'tokens'),
		id: fc.stringMatching(/^[a-z]{1,6}$/),
		revision: fc.constant(1),
		level: fc.constantFrom(...questionLevels),
		format: fc.constantFrom(...formats),
		minutes: fc.integer({ min: 1, max: 20 }),
		prompts: fc.constant<string[]>([]),
	}),
	{ selector: ({ concept, id }) => `${concept}/${id}`, maxLength: 40 },
);

export const anyRequest: fc.Arbitrary<PlanRequest> = fc.record({
	seed: fc.stringMatching(/^[a-z0-9]{1,16}$/),
	concepts: fc.uniqueArray(fc.constantFrom('attention', 'descent', 'tokens')),
	level: fc.constantFrom(...questionLevels),
	formats: fc.subarray([...formats]),
	minutes: fc.integer({ min: 5, max: 120 }),
	hideLevels: fc.boolean(),
	asked: fc.constant<string[]>([]),
});
