/** What the calendar is computed from: the reader's history, read once and brought to the form that the calendar takes. */

import type { Renames } from '../keeping/rename.ts';
import { hasAny } from '../keeping/work.ts';
import { loadPart } from '../loading/loadPart.ts';
import {
	type Card,
	type Day,
	dayOf,
	forecast,
	isStageEvent,
	type Preparation,
	progressOf,
	type Recall,
	type RecallEvent,
	type Result,
	type ReviewInput,
	type State,
	secondsAnAnswer,
	stagesDone,
	studyTime,
} from '../recall/index.ts';
import { type Calendar, type CalendarInput, calendar, type Item, type Known } from './calendar.ts';
import type { Material, MaterialConcept } from './material.ts';
import { stageAnswered } from './parts.ts';
import type { Practice } from './practice.ts';

export interface History {
	readonly state: State;
	readonly day: Day;
	/** Stages that were done before today. */
	readonly before: State['stages'];
	readonly practice: Practice;
}

/** Reads it. What cannot be read of drills, the calendar does without. */
export async function readHistory(recall: Recall, former: Renames): Promise<Result<History>> {
	const day = recall.day();
	const loaded = await recall.load();
	if (!loaded.ok) return loaded;
	const past = await recall.history(0, day - 1);
	if (!past.ok) return past;
	const sessions = await recall.sessions();
	// What was just finished waits until a page takes it into the history.
	const hasPractice = hasAny('finished') || (sessions.ok && sessions.value.length > 0);
	const practice = hasPractice
		? await (await loadPart(() => import('./practice.ts'))).keptPractice(former, (time) =>
				dayOf(studyTime(time, recall.clock)),
			)
		: { answered: new Map(), drills: new Set<Day>() };
	const events: readonly RecallEvent[] = past.value;
	return {
		ok: true,
		value: {
			state: loaded.value,
			day,
			before: stagesDone(events.filter(isStageEvent)),
			practice,
		},
	};
}

/** New prompts that the expectation is an average over. */
const SAMPLE = 40;

/** Answers to expect of one new prompt, by days from its check. The check itself is its first. */
function newPromptDays({ day, target, scheduler }: ReviewInput, days: number): number[] {
	const cards = Array.from(
		{ length: SAMPLE },
		(_, index): Card => ({
			...{ prompt: `new/${index}`, revision: 1, enrolled: true, suspended: false },
			...{ from: day, answers: 0, misses: [], events: 1 },
		}),
	);
	const revisions = new Map(cards.map(({ prompt }) => [prompt, 1]));
	return forecast({ cards, revisions, day, target, scheduler }, days).map(({ expected }, index) =>
		index === 0 ? 0 : expected / SAMPLE,
	);
}

function knownBefore({ before, practice, day }: History): Known {
	const answered = [...practice.answered].filter(([, first]) => first < day).map(([key]) => key);
	return { stages: before, answered: new Set(answered) };
}

/** What counts are computed from. The material has no revisions: those prompts that a reader has count as they were answered. */
function inputOf(recall: Recall, { state, day }: History): ReviewInput {
	return recall.input(state, undefined, day);
}

/** Prompts that are due by now. */
export function dueNow(recall: Recall, history: History): number {
	return progressOf(inputOf(recall, history)).due;
}

/** The calendar from today, as the day began: what was done since is ticked, not planned away. */
export function calendarOf(
	recall: Recall,
	history: History,
	preparation: Preparation,
	concepts: ReadonlyMap<string, MaterialConcept>,
): Calendar {
	const { state, day } = history;
	const input = inputOf(recall, history);
	const { target } = input;
	const days = target.interview === undefined ? 30 : target.interview - day + 1;
	const answeredToday = state.cards.filter(({ last }) => last?.day === day).length;
	const reviews = forecast(input, days).map(({ expected }, index) => expected + (index === 0 ? answeredToday : 0));
	const given: CalendarInput = {
		...{ from: day, interview: target.interview, preparation, concepts, known: knownBefore(history), reviews },
		newPrompt: newPromptDays(input, days),
		dailyLimit: state.settings.dailyLimit,
		seconds: secondsAnAnswer(state.cards),
	};
	return calendar(given);
}

/** Whether an item of today is done by now. */
export function isDone(item: Item, { state, practice, day }: History, due: number): boolean {
	const has = (concept: string, stage: number): boolean => state.stages[concept]?.includes(stage) ?? false;
	switch (item.kind) {
		case 'review':
			return due === 0;
		case 'read':
			return item.stages.every((stage) => has(item.concept, stage));
		case 'answer':
			return (
				has(item.concept, stageAnswered.answer) ||
				item.questions.every((id) => practice.answered.has(`${item.concept}/${id}`))
			);
		case 'check':
			return has(item.concept, stageAnswered.check);
		default:
			return practice.drills.has(day);
	}
}

export function conceptsOf({ concepts }: Material): ReadonlyMap<string, MaterialConcept> {
	return new Map(concepts.map((concept) => [concept.slug, concept]));
}
