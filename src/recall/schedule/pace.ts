/** How fast a reader answers, for the minutes that pages name. */
import { SECONDS_A_PROMPT } from '../../concepts/readingTime.ts';
import type { Card } from './card.ts';

/** Whoever answers in less has not read the prompt. */
const LEAST_SECONDS = 4;

/** Typical time of an answer, in whole seconds: the median of each card's last. It is of all cards, so that every page says the same. */
export function secondsAnAnswer(cards: readonly Card[]): number {
	const durations = cards
		.flatMap(({ last }) => (last && last.duration > 0 ? last.duration / 1000 : []))
		.sort((a, b) => a - b);
	return Math.max(LEAST_SECONDS, Math.round(durations[Math.floor(durations.length / 2)] ?? SECONDS_A_PROMPT));
}
