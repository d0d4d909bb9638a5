/**
 * The days until an interview: what to read, answer, review and drill on each. Pure: the same history on the same day gives the same
 * calendar. A day is planned from what is left and from how far the interview is, from nothing else, so that the calendar of tomorrow is
 * today's without today, and a missed day moves what it held.
 */
import { type QuestionLevel, questionLevels } from '../concepts/interview.ts';
import type { Day, StagesDone } from '../recall/index.ts';
import type { Preparation } from '../recall/preparation.ts';
import { dateOf } from '../recall/studyDay.ts';
import type { MaterialConcept, MaterialQuestion } from './material.ts';
import { FIRST, type Pace, paceOn } from './pace.ts';

/** What is done in one go. */
export type Work =
	/** Prompts that the schedule asks. */
	| { readonly kind: 'review'; readonly prompts: number }
	/** Stages 1 to 4. */
	| { readonly kind: 'read'; readonly concept: string; readonly stages: readonly number[] }
	| { readonly kind: 'answer'; readonly concept: string; readonly questions: readonly string[] }
	| { readonly kind: 'check'; readonly concept: string; readonly prompts: number }
	/** "In one breath", the equation or the table of costs, the red flags. */
	| { readonly kind: 'aloud'; readonly concepts: readonly string[] }
	| { readonly kind: 'drill'; readonly concepts: readonly string[] };

export type Item = Work & {
	readonly minutes: number;
	/** It does not fit into the day: the rest of it comes next. */
	readonly goesOn?: boolean;
};

export interface CalendarDay {
	readonly day: Day;
	/** Days until the interview. */
	readonly left: number;
	readonly isOff: boolean;
	readonly items: readonly Item[];
}

/** What a reader has done before the first day. */
export interface Known {
	readonly stages: StagesDone;
	/** Questions that were answered, as `slug/id`. */
	readonly answered: ReadonlySet<string>;
}

export interface CalendarInput {
	/** The first day. */
	readonly from: Day;
	/** Undefined for no date: the next four weeks are planned. */
	readonly interview: Day | undefined;
	readonly preparation: Preparation;
	readonly concepts: ReadonlyMap<string, MaterialConcept>;
	readonly known: Known;
	/** Answers to expect of the review as it stands, by days from the first. */
	readonly reviews: readonly number[];
	/** Answers to expect of one new prompt, by days from its check; the check itself is not among them. */
	readonly newPrompt: readonly number[];
	/** Most prompts a day. */
	readonly dailyLimit: number;
	/** What an answer takes, in seconds. */
	readonly seconds: number;
}

export interface Calendar {
	readonly days: readonly CalendarDay[];
	/** Chosen concepts that are not read by then, in order. */
	readonly leftOut: readonly string[];
	/** Concepts that were not chosen, read because what was chosen builds on them. */
	readonly inserted: readonly string[];
	/** Unread concepts that a chosen one builds on and that the calendar has no time for. */
	readonly missing: readonly { readonly concept: string; readonly needs: readonly string[] }[];
}

/** What a stage takes beside its words: its figure, its code. */
export const FIGURE_MINUTES = 7;
export const CODE_MINUTES = 8;
/** Questions of a concept that belong to its first reading take about this long. */
const QUESTION_MINUTES = 15;
const ALOUD_MINUTES = 4;
/** Concepts that are said aloud on the day itself. */
const ALOUD = 8;
const DRILL_MINUTES = 20;
const LONG_DRILL_MINUTES = 30;
const LEAST_DRILL_MINUTES = 10;
/** Part of a day that questions and checks of what is read already may take while there is something to read. */
const LEFT_OVER = 1 / 3;
/** With less, nothing is begun that does not fit. */
const LEAST_MINUTES = 5;
/** Days that are planned without a date. */
const OPEN_DAYS = 28;
/** A path's prerequisites are read as well when there is more time than this. */
const DAYS_FOR_NEEDS = 7;

/** Minutes that stages 1 to 4 of a concept take to be worked through. */
export function stageMinutes({ reading }: MaterialConcept, stage: number): number {
	const extra = stage === 2 ? FIGURE_MINUTES : stage === 4 ? CODE_MINUTES : 0;
	return (reading[stage - 1] ?? 0) + extra;
}

/** The questions that are worth most to a level: its own first, then those below it, then those above; in the order of the page. */
export function questionsFor(level: QuestionLevel, { questions }: MaterialConcept): MaterialQuestion[] {
	const rank = (question: MaterialQuestion): number => {
		const above = questionLevels.indexOf(question.level) - questionLevels.indexOf(level);
		return above > 0 ? above + 0.5 : -above;
	};
	return questions.toSorted((a, b) => rank(a) - rank(b));
}

/** Those that belong to the first reading. */
function firstQuestions(level: QuestionLevel, concept: MaterialConcept, isShort: boolean): MaterialQuestion[] {
	const ranked = questionsFor(level, concept);
	if (isShort) return ranked.slice(0, 1);
	let minutes = 0;
	const chosen = ranked.filter((question) => {
		if (minutes + question.minutes > QUESTION_MINUTES) return false;
		minutes += question.minutes;
		return true;
	});
	return chosen.length > 0 ? chosen : ranked.slice(0, 1);
}

/** One step of a concept: a stage, a question, the check. */
type Part =
	| { readonly kind: 'read'; readonly stage: number; readonly minutes: number }
	| { readonly kind: 'answer'; readonly question: string; readonly minutes: number }
	| { readonly kind: 'check'; readonly minutes: number };

/** What is done by a day, as far as the days before it are kept to. */
class Progress {
	readonly #done: Map<string, Set<number>>;
	readonly #answered: Set<string>;
	/** Minutes that were spent on what goes on. */
	readonly #spent = new Map<string, number>();

	constructor({ stages, answered }: Known) {
		this.#done = new Map(Object.entries(stages).map(([slug, done]) => [slug, new Set(done)]));
		this.#answered = new Set(answered);
	}

	has(slug: string, stage: number): boolean {
		return this.#done.get(slug)?.has(stage) ?? false;
	}

	/** Whether a concept's first stages are read. */
	isRead(slug: string, stages = 4): boolean {
		return Array.from({ length: stages }, (_, index) => index + 1).every((stage) => this.has(slug, stage));
	}

	isAnswered(slug: string, question: string): boolean {
		return this.has(slug, 5) || this.#answered.has(`${slug}/${question}`);
	}

	take(slug: string, part: Part, minutes: number): void {
		const key = part.kind === 'answer' ? `${slug}/${part.question}` : `${slug} ${stageOf(part)}`;
		if (minutes < part.minutes) this.#spent.set(key, (this.#spent.get(key) ?? 0) + minutes);
		else if (part.kind === 'answer') this.#answered.add(key);
		else this.#done.set(slug, (this.#done.get(slug) ?? new Set()).add(stageOf(part)));
	}

	/** What is left of a concept, in order. */
	partsOf(concept: MaterialConcept, { pace, level, seconds }: PartsInput): Part[] {
		const { slug } = concept;
		const isShort = pace.stages < 4;
		const stages = Array.from({ length: pace.stages }, (_, index) => index + 1);
		const parts: Part[] = [
			...stages
				.filter((stage) => !this.has(slug, stage))
				.map((stage): Part => ({ kind: 'read', stage, minutes: stageMinutes(concept, stage) })),
			...firstQuestions(level, concept, isShort)
				.filter(({ id }) => !this.isAnswered(slug, id))
				.map(({ id, minutes }): Part => ({ kind: 'answer', question: id, minutes })),
		];
		if (!isShort && !this.has(slug, 6) && concept.prompts > 0) {
			parts.push({ kind: 'check', minutes: Math.ceil((concept.prompts * seconds) / 60) });
		}
		return parts.map((part) => {
			const key = part.kind === 'answer' ? `${slug}/${part.question}` : `${slug} ${stageOf(part)}`;
			return { ...part, minutes: part.minutes - (this.#spent.get(key) ?? 0) };
		});
	}
}

interface PartsInput {
	readonly pace: Pace;
	readonly level: QuestionLevel;
	readonly seconds: number;
}

function stageOf(part: Part): number {
	return part.kind === 'read' ? part.stage : part.kind === 'answer' ? 5 : 6;
}

function itemOf(concept: MaterialConcept, part: Part, minutes: number): Item {
	const { slug } = concept;
	const goesOn = minutes < part.minutes && { goesOn: true };
	if (part.kind === 'read') return { kind: 'read', concept: slug, stages: [part.stage], minutes, ...goesOn };
	if (part.kind === 'answer') return { kind: 'answer', concept: slug, questions: [part.question], minutes, ...goesOn };
	return { kind: 'check', concept: slug, prompts: concept.prompts, minutes, ...goesOn };
}

/** Adds an item, to the one before it where both are stages or questions of one concept. */
function add(items: Item[], item: Item): void {
	const last = items.at(-1);
	const minutes = item.minutes + (last?.minutes ?? 0);
	const goesOn = item.goesOn && { goesOn: true };
	if (item.kind === 'read' && last?.kind === 'read' && last.concept === item.concept) {
		items[items.length - 1] = { ...last, stages: [...last.stages, ...item.stages], minutes, ...goesOn };
	} else if (item.kind === 'answer' && last?.kind === 'answer' && last.concept === item.concept) {
		items[items.length - 1] = { ...last, questions: [...last.questions, ...item.questions], minutes, ...goesOn };
	} else items.push(item);
}

/** Whether a reader takes a day off. The day of the interview is none. */
export function isOff(day: Day, { daysOff, datesOff }: Preparation, interview: Day | undefined): boolean {
	// Day 0 was a Thursday.
	return day !== interview && (daysOff.includes((day + 3) % 7) || datesOff.includes(dateOf(day)));
}

interface Planned {
	readonly days: readonly CalendarDay[];
	readonly leftOut: readonly string[];
}

/** The calendar for concepts in an order. */
function planned(order: readonly MaterialConcept[], input: CalendarInput): Planned {
	const { from, interview, preparation, known, reviews, newPrompt, dailyLimit, seconds } = input;
	const { level, minutes } = preparation;
	const last = interview ?? from + OPEN_DAYS - 1;
	const progress = new Progress(known);
	const expected = Array.from({ length: last - from + 1 }, (_, index) => reviews[index] ?? 0);
	const working = Array.from({ length: last - from + 1 }, (_, index) => from + index).filter(
		(day) => !isOff(day, preparation, interview),
	);
	const days: CalendarDay[] = [];
	/** Answers that did not fit into their day. */
	let waiting = 0;
	for (let day = from; day <= last; day++) {
		const left = interview === undefined ? Number.POSITIVE_INFINITY : interview - day;
		waiting += expected[day - from] ?? 0;
		if (isOff(day, preparation, interview)) {
			days.push({ day, left, isOff: true, items: [] });
			continue;
		}
		const items: Item[] = [];
		let room = minutes;
		const use = (item: Item): void => {
			add(items, item);
			room -= item.minutes;
		};

		const prompts = Math.min(Math.round(waiting), dailyLimit, Math.floor((minutes * 60) / seconds));
		if (prompts > 0) use({ kind: 'review', prompts, minutes: Math.min(room, Math.ceil((prompts * seconds) / 60)) });
		waiting = Math.max(0, waiting - prompts);

		const ahead = working.filter((other) => other >= day && other !== interview).length;
		const unread = order.filter(({ slug }) => !progress.isRead(slug, 3)).length;
		const lacksFirst = order.slice(0, FIRST).some(({ slug }) => !progress.isRead(slug, 3));
		const pace = paceOn({ left, ahead, unread, lacksFirst });
		const read = order.filter(({ slug }) => progress.isRead(slug, 3));
		const wanted = pace.drill === 'long' && minutes >= 2 * LONG_DRILL_MINUTES ? LONG_DRILL_MINUTES : DRILL_MINUTES;
		const canDrill = pace.drill !== 'none' && read.length > 0 && room >= LEAST_DRILL_MINUTES;
		const drill = canDrill ? Math.min(wanted, room) : 0;
		room -= drill;

		if (left === 0) {
			const said = read.slice(0, Math.min(ALOUD, Math.floor(room / ALOUD_MINUTES))).map(({ slug }) => slug);
			if (said.length > 0) use({ kind: 'aloud', concepts: said, minutes: said.length * ALOUD_MINUTES });
		}

		/** Does a part on this day, as much of it as there are minutes. */
		const work = (concept: MaterialConcept, part: Part, taken: number): void => {
			use(itemOf(concept, part, taken));
			progress.take(concept.slug, part, taken);
			if (part.kind !== 'check' || taken < part.minutes) return;
			for (const [after, answers] of newPrompt.entries()) {
				const at = day - from + after;
				if (after > 0 && at < expected.length) expected[at] = (expected[at] ?? 0) + answers * concept.prompts;
			}
		};
		const open = (): (readonly [MaterialConcept, Part[]])[] =>
			order
				.slice(0, pace.first)
				.map((concept) => [concept, progress.partsOf(concept, { pace, level, seconds })] as const)
				.filter(([, parts]) => parts.length > 0);
		/** Questions and checks of what is read already, as far as they fit into some minutes. */
		const catchUp = (most: number): void => {
			let spare = most;
			for (const [concept, parts] of open()) {
				if (parts[0]?.kind === 'read') continue;
				for (const part of parts) {
					if (part.minutes > Math.min(spare, room)) continue;
					spare -= part.minutes;
					work(concept, part, part.minutes);
				}
			}
		};

		// What was left of earlier days comes first, but keeps nobody from reading on.
		catchUp(minutes * LEFT_OVER);
		let whole = 0;
		let isBegun = false;
		for (const [concept, parts] of open()) {
			if (parts[0]?.kind !== 'read') continue;
			if (whole >= pace.concepts) break;
			for (const part of parts) {
				const fits = part.minutes <= room;
				if (!fits && (isBegun || room < LEAST_MINUTES)) break;
				work(concept, part, Math.min(part.minutes, room));
				isBegun = true;
				if (!fits) break;
			}
			// What comes first is finished first.
			if (progress.partsOf(concept, { pace, level, seconds }).length > 0) break;
			whole++;
		}
		catchUp(room);

		let asked = 0;
		for (const concept of read) {
			if (asked >= pace.questions) break;
			const question = questionsFor(level, concept).find(
				({ id, minutes: takes }) => takes <= room && !progress.isAnswered(concept.slug, id),
			);
			if (!question) continue;
			work(concept, { kind: 'answer', question: question.id, minutes: question.minutes }, question.minutes);
			asked++;
		}

		if (drill > 0) add(items, { kind: 'drill', concepts: read.map(({ slug }) => slug), minutes: drill });
		days.push({ day, left, isOff: false, items });
	}
	return { days, leftOut: order.flatMap(({ slug }) => (progress.isRead(slug, 3) ? [] : slug)) };
}

/** The chosen concepts, each behind what it builds on, as far as that is unread. */
function withNeeds(chosen: readonly string[], { concepts, known }: CalendarInput): string[] {
	const progress = new Progress(known);
	const ordered = new Set<string>();
	const place = (slug: string): void => {
		if (ordered.has(slug)) return;
		for (const need of concepts.get(slug)?.needs ?? []) {
			if (!chosen.includes(need) && !progress.isRead(need, 3)) place(need);
		}
		ordered.add(slug);
	};
	for (const slug of chosen) place(slug);
	return [...ordered];
}

export function calendar(input: CalendarInput): Calendar {
	const { concepts, preparation, known, from, interview } = input;
	const chosen = preparation.concepts.filter((slug) => concepts.has(slug));
	const listOf = (slugs: readonly string[]) => slugs.flatMap((slug) => concepts.get(slug) ?? []);
	const plain = planned(listOf(chosen), input);
	const extended = withNeeds(chosen, input);
	const hasTime = interview === undefined || interview - from > DAYS_FOR_NEEDS;
	if (hasTime && extended.length > chosen.length) {
		const wide = planned(listOf(extended), input);
		// Nothing that was chosen gives way to what was not.
		if (wide.leftOut.every((slug) => plain.leftOut.includes(slug))) {
			return { ...wide, inserted: extended.filter((slug) => !chosen.includes(slug)), missing: [] };
		}
	}
	const progress = new Progress(known);
	const missing = listOf(chosen).flatMap(({ slug, needs }) => {
		const unread = needs.filter((need) => !chosen.includes(need) && !progress.isRead(need, 3));
		return progress.isRead(slug, 3) || unread.length === 0 ? [] : { concept: slug, needs: unread };
	});
	return { ...plain, inserted: [], missing };
}
