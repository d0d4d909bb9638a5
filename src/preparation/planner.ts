/** One day after the other: what is done on it, and with that what is left for the next. */
import { THIRD } from '../concepts/stageNumbers.ts';
import type { CalendarDay, CalendarInput, Item } from './calendar.ts';
import type { MaterialConcept } from './material.ts';
import { ALOUD, DRILL_MINUTES, FIRST, type Pace, paceOn } from './pace.ts';
import { Done, type Part, type PartsInput, questionsFor } from './parts.ts';

const ALOUD_MINUTES = 4;
const LONG_DRILL_MINUTES = 30;
const LEAST_DRILL_MINUTES = 10;
/** Part of a day that questions and checks of what is read already may take while there is something to read. */
const LEFT_OVER = 1 / 3;
/** With less, nothing is begun that does not fit. */
const LEAST_MINUTES = 5;

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

/** A day under way. */
class OpenDay {
	readonly items: Item[] = [];
	/** Minutes that are left. */
	room: number;

	constructor(minutes: number) {
		this.room = minutes;
	}

	use(item: Item): void {
		add(this.items, item);
		this.room -= item.minutes;
	}
}

/** What is known of a day before it is planned. */
export interface Moment {
	/** Its place among the days, from 0. */
	readonly index: number;
	/** Days until the interview; infinite without a date. */
	readonly left: number;
	/** Days that are not off until then, this one included. */
	readonly ahead: number;
}

/** Plans days, from the first on, for concepts in an order. */
export class Planner {
	readonly #order: readonly MaterialConcept[];
	readonly #input: CalendarInput;
	readonly #done: Done;
	/** Answers to expect, by days from the first. */
	readonly #expected: number[];
	/** Answers that did not fit into their day. */
	#waiting = 0;

	constructor(order: readonly MaterialConcept[], input: CalendarInput, days: number) {
		this.#order = order;
		this.#input = input;
		this.#done = new Done(input.known);
		this.#expected = Array.from({ length: days }, (_, index) => input.reviews[index] ?? 0);
	}

	/** Concepts that are not read by now. */
	get unread(): MaterialConcept[] {
		return this.#order.filter(({ slug }) => !this.#done.isRead(slug, THIRD));
	}

	/** A day off: what was due waits. */
	pass(index: number): void {
		this.#waiting += this.#expected[index] ?? 0;
	}

	/** The items of the next day. */
	work({ index, left, ahead }: Moment): CalendarDay['items'] {
		this.pass(index);
		const day = new OpenDay(this.#input.preparation.minutes);
		this.#review(day);
		const unread = this.unread;
		const read = this.#order.filter((concept) => !unread.includes(concept));
		const lacksFirst = this.#order.slice(0, FIRST).some((concept) => unread.includes(concept));
		const pace = paceOn({ left, ahead, unread: unread.length, lacksFirst });
		const drill = this.#drill(pace, read, day.room);
		day.room -= drill?.minutes ?? 0;
		if (left === 0) this.#sayAloud(day, read);
		else {
			// What was left of earlier days comes first, but keeps nobody from reading on.
			this.#catchUp(day, index, pace, this.#input.preparation.minutes * LEFT_OVER);
			this.#read(day, index, pace);
			this.#catchUp(day, index, pace, day.room);
			this.#ask(day, index, pace, read);
		}
		if (drill) add(day.items, drill);
		return day.items;
	}

	#review(day: OpenDay): void {
		const { dailyLimit, seconds } = this.#input;
		const prompts = Math.min(Math.round(this.#waiting), dailyLimit, Math.floor((day.room * 60) / seconds));
		if (prompts > 0) day.use({ kind: 'review', prompts, minutes: Math.ceil((prompts * seconds) / 60) });
		this.#waiting = Math.max(0, this.#waiting - prompts);
	}

	#drill({ drill }: Pace, read: readonly MaterialConcept[], room: number): Item | undefined {
		if (drill === 'none' || read.length === 0 || room < LEAST_DRILL_MINUTES) return undefined;
		const isLong = drill === 'long' && this.#input.preparation.minutes >= 2 * LONG_DRILL_MINUTES;
		const minutes = Math.min(isLong ? LONG_DRILL_MINUTES : DRILL_MINUTES, room);
		return { kind: 'drill', concepts: read.map(({ slug }) => slug), minutes };
	}

	#sayAloud(day: OpenDay, read: readonly MaterialConcept[]): void {
		const said = read.slice(0, Math.min(ALOUD, Math.floor(day.room / ALOUD_MINUTES))).map(({ slug }) => slug);
		if (said.length > 0) day.use({ kind: 'aloud', concepts: said, minutes: said.length * ALOUD_MINUTES });
	}

	/** Does a part on a day, as much of it as there are minutes. */
	#do(day: OpenDay, index: number, concept: MaterialConcept, part: Part): void {
		const minutes = Math.min(part.minutes, day.room);
		day.use(itemOf(concept, part, minutes));
		this.#done.take(concept.slug, part, minutes);
		if (part.kind !== 'check' || minutes < part.minutes) return;
		for (const [after, answers] of this.#input.newPrompt.entries()) {
			const at = index + after;
			if (after > 0 && at < this.#expected.length) {
				this.#expected[at] = (this.#expected[at] ?? 0) + answers * concept.prompts;
			}
		}
	}

	/** What is left of some concepts, without those of which nothing is. */
	#leftOf(concepts: readonly MaterialConcept[], pace: Pace): (readonly [MaterialConcept, Part[]])[] {
		const given: PartsInput = { pace, level: this.#input.preparation.level, seconds: this.#input.seconds };
		return concepts
			.map((concept) => [concept, this.#done.partsOf(concept, given)] as const)
			.filter(([, parts]) => parts.length > 0);
	}

	/** Reads on, in order: what comes first is finished first. */
	#read(day: OpenDay, index: number, pace: Pace): void {
		let whole = 0;
		let isBegun = false;
		for (const [concept, parts] of this.#leftOf(this.#order.slice(0, pace.first), pace)) {
			if (parts[0]?.kind !== 'read') continue;
			if (whole >= pace.concepts) return;
			for (const part of parts) {
				const fits = part.minutes <= day.room;
				if (!fits && (isBegun || day.room < LEAST_MINUTES)) return;
				this.#do(day, index, concept, part);
				isBegun = true;
				if (!fits) return;
			}
			whole++;
		}
	}

	/** Does questions and checks of what is read already, as far as they fit into some minutes. */
	#catchUp(day: OpenDay, index: number, pace: Pace, most: number): void {
		let spare = most;
		for (const [concept, parts] of this.#leftOf(this.#order, pace)) {
			if (parts[0]?.kind === 'read') continue;
			for (const part of parts) {
				if (part.minutes > Math.min(spare, day.room)) continue;
				spare -= part.minutes;
				this.#do(day, index, concept, part);
			}
		}
	}

	/** Asks more of what was read before today: one question of a concept at most. */
	#ask(day: OpenDay, index: number, pace: Pace, read: readonly MaterialConcept[]): void {
		let asked = 0;
		for (const concept of read) {
			if (asked >= pace.questions) return;
			const question = questionsFor(this.#input.preparation.level, concept).find(
				({ id, minutes }) => minutes <= day.room && !this.#done.isAnswered(concept.slug, id),
			);
			if (!question) continue;
			this.#do(day, index, concept, { kind: 'answer', question: question.id, minutes: question.minutes });
			asked++;
		}
	}
}
