/** How the list of all prompts speaks. */
import { count } from '../../../ground/words.ts';
import type { Day } from '../../log/studyDay.ts';
import type { Action, PromptStatus } from '../../schedule/status.ts';
import { dayWords } from '../words.ts';

export function statusWords(status: PromptStatus, today: Day): string {
	switch (status.kind) {
		case 'outside':
			return 'Not in your review';
		case 'due':
			return 'Due today';
		case 'waiting':
			return `Comes back ${dayWords(status.from, today)}`;
		case 'suspended':
			return 'Suspended';
	}
}

const verbs: Readonly<Record<Action, string>> = {
	add: 'Add',
	suspend: 'Suspend',
	resume: 'Resume',
	reset: 'Start over',
};

/** What a button for one prompt says. */
export function actionWords(action: Action): string {
	return action === 'add' ? 'Add to my review' : verbs[action];
}

/** What a button for several prompts says: `Suspend all 8`. */
export function bulkWords(action: Action, number: number, of: number): string {
	const which = number === of ? `all ${number}` : `${number} of ${of}`;
	return action === 'add'
		? `Add ${which} to my review`
		: `${verbs[action]} ${which}`.replace('Start over', 'Start over with');
}

/** What was done. */
export function doneWords(action: Action, number: number): string {
	const prompts = count(number, 'prompt');
	const are = number === 1 ? 'is' : 'are';
	switch (action) {
		case 'add':
			return `${prompts} added to your review.`;
		case 'suspend':
			return `${prompts} ${are} suspended: not asked until you resume ${number === 1 ? 'it' : 'them'}.`;
		case 'resume':
			return `${prompts} ${are} asked again.`;
		case 'reset':
			return `${prompts} ${number === 1 ? 'starts' : 'start'} over: earlier answers no longer count.`;
	}
}
