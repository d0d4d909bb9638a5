/** Marked criteria, for the tests of what is judged by them. */
import fc from 'fast-check';
import { dimensions, questionLevels } from '../../../src/concepts/interview.ts';
import { type Grade, grades, type Marked } from '../../../src/concepts/judging.ts';

export function marked(expectedFrom: Marked['expectedFrom'], grade: Grade, changes: Partial<Marked> = {}): Marked {
	return { dimension: 'correctness', expectedFrom, essential: false, grade, ...changes };
}

export const anyMarked: fc.Arbitrary<Marked> = fc.record({
	dimension: fc.constantFrom(...dimensions),
	expectedFrom: fc.constantFrom(...questionLevels),
	essential: fc.boolean(),
	grade: fc.constantFrom(...grades),
});

export const anyLevel = fc.constantFrom(...questionLevels);
