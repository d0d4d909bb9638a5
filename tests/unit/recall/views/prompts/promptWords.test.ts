/** How the list of all prompts speaks. */
import { expect, test } from 'vitest';
import { actions } from '../../../../../src/recall/schedule/status.ts';
import { actionWords, bulkWords, doneWords, statusWords } from '../../../../../src/recall/views/prompts/promptWords.ts';

test('says how a prompt stands', () => {
	expect(statusWords({ kind: 'outside' }, 10)).toBe('Not in your review');
	expect(statusWords({ kind: 'due' }, 10)).toBe('Due today');
	expect(statusWords({ kind: 'waiting', from: 11 }, 10)).toBe('Comes back tomorrow');
	expect(statusWords({ kind: 'suspended' }, 10)).toBe('Suspended');
});

test('says what a press does, and what it did', () => {
	expect(actions.map(actionWords)).toEqual(['Add to my review', 'Suspend', 'Resume', 'Start over']);
	expect(actions.map((action) => bulkWords(action, 8, 8))).toEqual([
		'Add all 8 to my review',
		'Suspend all 8',
		'Resume all 8',
		'Start over with all 8',
	]);
	expect(bulkWords('suspend', 3, 8)).toBe('Suspend 3 of 8');
	expect(doneWords('add', 1)).toBe('1 prompt added to your review.');
	expect(doneWords('suspend', 1)).toBe('1 prompt is suspended: not asked until you resume it.');
	expect(doneWords('suspend', 2)).toBe('2 prompts are suspended: not asked until you resume them.');
	expect(doneWords('resume', 2)).toBe('2 prompts are asked again.');
	expect(doneWords('reset', 1)).toBe('1 prompt starts over: earlier answers no longer count.');
});
