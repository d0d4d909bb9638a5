/** What is left of each concept by a day: stages, questions, the check, each with what it takes. */
import { type QuestionLevel, questionLevels } from '../concepts/interview.ts';
import { CODE, INTUITION, QUESTIONS, RETRIEVAL } from '../concepts/stageNumbers.ts';
import type { Known } from './calendar.ts';
import type { MaterialConcept, MaterialQuestion } from './material.ts';
import type { Pace } from './pace.ts';

/** What a stage takes beside its words: its figure, its code. */
const FIGURE_MINUTES = 7;
const CODE_MINUTES = 8;
/** Questions of a concept that belong to its first reading take about this long. */
const QUESTION_MINUTES = 15;

/** Minutes that a written stage of a concept takes to be worked through. */
export function stageMinutes({ reading }: MaterialConcept, stage: number): number {
	const extra = stage === INTUITION ? FIGURE_MINUTES : stage === CODE ? CODE_MINUTES : 0;
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
export type Part =
	| { readonly kind: 'read'; readonly stage: number; readonly minutes: number }
	| { readonly kind: 'answer'; readonly question: string; readonly minutes: number }
	| { readonly kind: 'check'; readonly minutes: number };

const stagesTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

/** The stage that answering a question, or the check, belongs to. */
export const stageAnswered = { answer: QUESTIONS, check: RETRIEVAL } as const;

function stageOf(part: Part): number {
	return part.kind === 'read' ? part.stage : stageAnswered[part.kind];
}

/** Of a question its name across concepts, `slug/id`. */
function keyOf(slug: string, part: Part): string {
	return part.kind === 'answer' ? `${slug}/${part.question}` : `${slug} ${stageOf(part)}`;
}

/** What is done by a day, as far as the days before it are kept to. */
export class Done {
	readonly #stages: Map<string, Set<number>>;
	readonly #answered: Set<string>;
	/** Minutes that were spent on what goes on. */
	readonly #spent = new Map<string, number>();

	constructor({ stages, answered }: Known) {
		this.#stages = new Map(Object.entries(stages).map(([slug, done]) => [slug, new Set(done)]));
		this.#answered = new Set(answered);
	}

	has(slug: string, stage: number): boolean {
		return this.#stages.get(slug)?.has(stage) ?? false;
	}

	/** Whether a concept's stages are read up to one of them. */
	isRead(slug: string, last: number = CODE): boolean {
		return stagesTo(last).every((stage) => this.has(slug, stage));
	}

	isAnswered(slug: string, question: string): boolean {
		return this.has(slug, QUESTIONS) || this.#answered.has(`${slug}/${question}`);
	}

	take(slug: string, part: Part, minutes: number): void {
		const key = keyOf(slug, part);
		if (minutes < part.minutes) this.#spent.set(key, (this.#spent.get(key) ?? 0) + minutes);
		else if (part.kind === 'answer') this.#answered.add(key);
		else this.#stages.set(slug, (this.#stages.get(slug) ?? new Set()).add(stageOf(part)));
	}

	/** What is left of a concept, in order. */
	partsOf(concept: MaterialConcept, { pace, level, seconds }: PartsInput): Part[] {
		const { slug } = concept;
		const isShort = pace.lastStage < CODE;
		const parts: Part[] = [
			...stagesTo(pace.lastStage)
				.filter((stage) => !this.has(slug, stage))
				.map((stage): Part => ({ kind: 'read', stage, minutes: stageMinutes(concept, stage) })),
			...firstQuestions(level, concept, isShort)
				.filter(({ id }) => !this.isAnswered(slug, id))
				.map(({ id, minutes }): Part => ({ kind: 'answer', question: id, minutes })),
		];
		if (!isShort && !this.has(slug, RETRIEVAL) && concept.prompts > 0) {
			parts.push({ kind: 'check', minutes: Math.ceil((concept.prompts * seconds) / 60) });
		}
		return parts.map((part) => ({ ...part, minutes: part.minutes - (this.#spent.get(keyOf(slug, part)) ?? 0) }));
	}
}

export interface PartsInput {
	readonly pace: Pace;
	readonly level: QuestionLevel;
	readonly seconds: number;
}
