/**
 * A year with the review, simulated: a reader whose memory fades as the model says adds concepts, keeps to a habit and answers what
 * the queue asks. It shows whether queue, target and scheduler together hold what they promise. Tests and `npm run bench` run it.
 */
import { uniform } from '../ground/uniform.ts';
import { DAY, type Day } from '../recall/log/studyDay.ts';
import { afterAnswer, type Card } from '../recall/schedule/card.ts';
import { recallOn } from '../recall/schedule/due.ts';
import { buildQueue } from '../recall/schedule/queue.ts';
import type { Scheduler } from '../recall/schedule/scheduler.ts';

export interface Habit {
	readonly name: string;
	/** Whether the reader reviews on a day, counted from 0, a Monday. */
	readonly reviews: (day: number) => boolean;
	readonly dailyLimit: number;
}

export const habits: readonly Habit[] = [
	{ name: 'every day', reviews: () => true, dailyLimit: 9999 },
	{ name: 'weekends only', reviews: (day) => day % 7 >= 5, dailyLimit: 9999 },
	{ name: 'every day, 20 at most', reviews: () => true, dailyLimit: 20 },
	{ name: 'every day, a month away', reviews: (day) => day < 180 || day >= 210, dailyLimit: 9999 },
];

export interface YearResult {
	readonly name: string;
	/** Share of answers remembered, of prompts that had been answered before. */
	readonly retention: number;
	readonly answers: number;
	/** Answers on an average day of review, and on the fullest. */
	readonly perDay: number;
	readonly most: number;
	/** Mean probability of recall over all prompts on the last day. */
	readonly recallAtEnd: number;
}

const CONCEPTS = 40;
const PROMPTS = 12;
/** A new concept is read every few days, until all are. */
const DAYS_A_CONCEPT = 4;
/** How likely a prompt is remembered right after reading. */
const AFTER_READING = 0.75;

export function simulateYear(habit: Habit, retention: number, scheduler: Scheduler, seed = 1): YearResult {
	const random = uniform(seed);
	const start: Day = 20_577;
	const cards = new Map<string, Card>();
	const revisions = new Map<string, number>();
	const target = { retention, interview: undefined };
	const perDay: number[] = [];
	let [asked, remembered] = [0, 0];
	const answer = (card: Card, day: Day, isRemembered: boolean): void => {
		const given = { rating: isRemembered ? 3 : 1, revision: 1, study: day * DAY, duration: 0 } as const;
		cards.set(card.prompt, afterAnswer(card, given, scheduler));
	};
	for (let index = 0; index < 365; index++) {
		if (!habit.reviews(index)) continue;
		const day = start + index;
		// Read on the day itself: what is read in the meantime is answered at once, so it needs no place in the queue.
		while (cards.size < PROMPTS * Math.min(CONCEPTS, Math.floor(index / DAYS_A_CONCEPT) + 1)) {
			const prompt = `concept-${Math.floor(cards.size / PROMPTS)}/prompt-${cards.size % PROMPTS}`;
			revisions.set(prompt, 1);
			const fresh = {
				prompt,
				revision: 1,
				enrolled: true,
				suspended: false,
				from: day,
				answers: 0,
				misses: [],
				events: 1,
			};
			answer(fresh, day, random() < AFTER_READING);
		}
		const { items } = buildQueue({
			cards: [...cards.values()].filter(({ last }) => last?.day !== day),
			revisions,
			day,
			target,
			dailyLimit: habit.dailyLimit,
			scheduler,
		});
		for (const { card } of items) {
			const isRemembered = random() < (recallOn(day, card, scheduler) ?? 0);
			asked++;
			if (isRemembered) remembered++;
			answer(card, day, isRemembered);
		}
		perDay.push(items.length);
	}
	const last = start + 364;
	const recall = [...cards.values()].map((card) => recallOn(last, card, scheduler) ?? 0);
	return {
		name: habit.name,
		retention: remembered / asked,
		answers: asked,
		perDay: asked / perDay.length,
		most: Math.max(...perDay),
		recallAtEnd: recall.reduce((sum, chance) => sum + chance, 0) / recall.length,
	};
}
