import { describe, expect, it } from 'vitest';
import type { QuestionLevel } from '../../../src/concepts/interview.ts';
import { levelAnswers, titled } from '../../../src/concepts/levelAnswers.ts';

const criteria = (...levels: QuestionLevel[]) => levels.map((expectedFrom, index) => ({ id: index, expectedFrom }));
const ids = (list: readonly { readonly id: number }[]) => list.map(({ id }) => id);

describe('the answers that a rubric tells apart', () => {
	it('are one a level where it has criteria of three, each with what it adds', () => {
		const answers = levelAnswers(criteria('senior', 'mid', 'staff', 'mid'));
		expect(answers.map(({ level, title, criteria }) => [level, title, ids(criteria)])).toEqual([
			['mid', 'A mid-level answer', [1, 3]],
			['senior', 'A senior answer adds', [0]],
			['staff', 'A staff answer adds', [2]],
		]);
	});

	it('are all four where there are four levels', () => {
		const answers = levelAnswers(criteria('junior', 'mid', 'senior', 'staff'));
		expect(answers.map(({ title }) => title)).toEqual([
			'A junior answer',
			'A mid-level answer adds',
			'A senior answer adds',
			'A staff answer adds',
		]);
	});

	it('are none where it has fewer', () => {
		expect(levelAnswers(criteria('mid', 'senior', 'mid'))).toEqual([]);
		expect(levelAnswers([])).toEqual([]);
	});

	it('put the rubric in their order, the first criterion of each under its title', () => {
		const list = titled(criteria('senior', 'mid', 'staff', 'mid'));
		expect(list.map(({ criterion, title }) => [criterion.id, title])).toEqual([
			[1, 'A mid-level answer'],
			[3, undefined],
			[0, 'A senior answer adds'],
			[2, 'A staff answer adds'],
		]);
	});

	it('leave a rubric of two levels as its author wrote it', () => {
		const list = titled(criteria('senior', 'mid', 'senior'));
		expect(list.map(({ criterion, title }) => [criterion.id, title])).toEqual([
			[0, undefined],
			[1, undefined],
			[2, undefined],
		]);
	});
});
