/** Makes the summary that other pages are told. */
import { conceptOf } from './log/events.ts';
import type { Day } from './log/studyDay.ts';
import { askedOf, type ReviewInput } from './schedule/asked.ts';
import { secondsAnAnswer } from './schedule/pace.ts';
import type { State } from './store/store.ts';
import type { Beside, Summary } from './summary.ts';

/** Days that the summary looks ahead. */
const DAYS = 60;

/** The summary of a state. Undefined when there is nothing to tell. */
export function summaryOf(
	{ cards, stages, marks, settings }: Pick<State, 'cards' | 'stages' | 'marks' | 'settings'>,
	input: ReviewInput,
): (Summary & Beside) | undefined {
	const { day } = input;
	const due = new Map<string, Map<Day, number>>();
	let missed = 0;
	for (const { card, from } of askedOf(input)) {
		if (from > day + DAYS) continue;
		if (card.missed === day) missed++;
		const days = due.get(conceptOf(card.prompt)) ?? new Map<Day, number>();
		const first = Math.max(day, from);
		due.set(conceptOf(card.prompt), days.set(first, (days.get(first) ?? 0) + 1));
	}
	const planned = !!settings.preparation;
	if (due.size + marks.length === 0 && Object.keys(stages).length === 0 && !planned) return undefined;
	return {
		due: Object.fromEntries([...due].map(([concept, days]) => [concept, [...days].sort(([a], [b]) => a - b)])),
		stages,
		marks: marks.map(({ concept, anchor, note }) => [concept, anchor, note !== '']),
		planned,
		limit: settings.dailyLimit,
		done: [day, cards.filter(({ last }) => last?.day === day).length, missed],
		seconds: secondsAnAnswer(cards),
	};
}
