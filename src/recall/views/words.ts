/** How the review speaks: days, times and reasons in plain words. */
import { count, percent } from '../../ground/words.ts';
import { DAY, type Day } from '../log/studyDay.ts';
import type { PromptText } from '../prompts.ts';
import type { QueueItem } from '../schedule/queue.ts';

/** A day as a reader says it: `today`, `tomorrow`, `on Friday, November 27`, `on March 2, 2027`. */
export function dayWords(day: Day, today: Day): string {
	if (day <= today) return 'today';
	if (day === today + 1) return 'tomorrow';
	return `on ${dateWords(day, today)}`;
}

/** The date of a day: its weekday while that says something, its year when it is not soon. */
export function dateWords(day: Day, today: Day): string {
	const isSoon = day - today < 60;
	return new Intl.DateTimeFormat('en-US', {
		...(isSoon ? { weekday: 'long' } : { year: 'numeric' }),
		month: 'long',
		day: 'numeric',
		timeZone: 'UTC',
	}).format(day * DAY);
}

/** How long until a prompt comes back: `tomorrow`, `in 9 days`, `in 4 months`. */
export function intervalWords(days: number): string {
	if (days <= 0) return 'today';
	if (days === 1) return 'tomorrow';
	if (days < 60) return `in ${days} days`;
	if (days < 730) return `in ${Math.round(days / 30.4)} months`;
	return `in ${Math.round(days / 365)} years`;
}

export function agoWords(days: number): string {
	if (days <= 0) return 'today';
	return days === 1 ? 'yesterday' : `${days} days ago`;
}

/** Why a prompt is asked today, in a sentence or two. */
export function reasonWords({ reason, card, recall, overdue }: QueueItem, today: Day): string {
	const ago = card.last ? agoWords(today - card.last.day) : '';
	const estimate = recall === undefined ? '' : ` Estimated recall ${percent(recall)}.`;
	switch (reason) {
		case 'new':
			return 'You added it to your review and have not answered it yet.';
		case 'missed':
			return 'You forgot it earlier today. It comes back until you have remembered it once.';
		case 'rewritten':
			return 'Its text asks something else than when you last answered it, so it starts anew.';
		case 'interview':
			return `Asked once more, to be fresh on the day of your interview. You last answered it ${ago}.${estimate}`;
		case 'due':
			return overdue > 0
				? `Due for ${count(overdue, 'day')}; you last answered it ${ago}.${estimate}`
				: `Due because you last answered it ${ago}.${estimate}`;
	}
}

/** What became of prompts in the review that the site no longer has. */
export function vanishedWords(vanished: number): string {
	const [are, them] = vanished === 1 ? ['is', 'it'] : ['are', 'them'];
	return `${count(vanished, 'prompt')} of your review ${are} no longer on the site and ${are} not asked any more. Your answers to ${them} are kept.`;
}

/** Where a prompt's answer stands: `Stage 3, Masks`. */
export function placeWords({ stage, section }: Pick<PromptText, 'stage' | 'section'>): string {
	return `Stage ${stage}, ${section}`;
}

export function minutesWords(minutes: number): string {
	return `about ${minutes} min`;
}
