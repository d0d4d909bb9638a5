/**
 * Draws the questions of a drill. The same request over the same questions gives the same drill: chance comes from the seed
 * alone, one number a question, so that a question added elsewhere moves no other.
 */
import { type Format, type QuestionLevel, questionLevels } from '../concepts/interview.ts';
import type { IndexedQuestion } from './material.ts';
import { numberFor } from './seed.ts';

/** At most so many follow-ups are asked after a question. */
export const MOST_FOLLOW_UPS = 2;
/** Time for the answer to each of them. */
export const FOLLOW_UP_MINUTES = 1;

/** What a reader asks for. */
export interface PlanRequest {
	readonly seed: string;
	/** Slugs; none means all. */
	readonly concepts: readonly string[];
	/** The level that the reader interviews for. */
	readonly level: QuestionLevel;
	/** None means all. */
	readonly formats: readonly Format[];
	/** All of it, follow-ups included. */
	readonly minutes: number;
	/** Levels are not shown until the report. */
	readonly hideLevels: boolean;
	/** Exactly these questions, as `slug/id`, in this order: a drill that was drawn by one reader's weak spots, shared. */
	readonly asked: readonly string[];
}

/** The name of a question across concepts: `slug/id`. */
export function keyOf({ concept, id }: Pick<IndexedQuestion, 'concept' | 'id'>): string {
	return `${concept}/${id}`;
}

/** Minutes that a question takes out of a drill's time. */
export function costOf({ minutes }: Pick<IndexedQuestion, 'minutes'>): number {
	return minutes + MOST_FOLLOW_UPS * FOLLOW_UP_MINUTES;
}

/** An interviewer starts a level lower and ends a level higher than the one that is interviewed for. */
const byDistance: Readonly<Record<number, number>> = { [-1]: 0.5, 0: 1, 1: 0.35 };

function levelWeight(level: QuestionLevel, target: QuestionLevel): number {
	return byDistance[questionLevels.indexOf(level) - questionLevels.indexOf(target)] ?? 0;
}

/** The questions that a request allows. */
export function poolOf(questions: readonly IndexedQuestion[], request: PlanRequest): IndexedQuestion[] {
	const { concepts, formats, level } = request;
	return questions.filter(
		(question) =>
			(concepts.length === 0 || concepts.includes(question.concept)) &&
			(formats.length === 0 || formats.includes(question.format)) &&
			levelWeight(question.level, level) > 0,
	);
}

/**
 * The questions of a drill, whose costs together keep to the minutes asked for.
 *
 * @param weightOf How much a question is wanted, above 0; 1 for all draws evenly.
 */
export function drawQuestions(
	questions: readonly IndexedQuestion[],
	request: PlanRequest,
	weightOf: (question: IndexedQuestion) => number = () => 1,
): IndexedQuestion[] {
	if (request.asked.length > 0) {
		return request.asked.flatMap((key) => questions.find((question) => keyOf(question) === key) ?? []);
	}
	const left = poolOf(questions, request);
	const drawn: IndexedQuestion[] = [];
	let minutes = request.minutes;
	for (;;) {
		const fitting = left.filter((question) => costOf(question) <= minutes);
		const next = bestOf(fitting, (question) => {
			// Questions of one concept give each other away: the second is wanted less, the third hardly.
			const siblings = drawn.filter(({ concept }) => concept === question.concept).length;
			const weight = (levelWeight(question.level, request.level) * weightOf(question)) / (1 + siblings) ** 2;
			// Drawing by the largest u^(1/w) draws without replacement in proportion to w.
			return Math.log(numberFor(request.seed, keyOf(question))) / weight;
		});
		if (!next) break;
		drawn.push(next);
		left.splice(left.indexOf(next), 1);
		minutes -= costOf(next);
	}
	// Rising levels would say what is hidden.
	return request.hideLevels ? drawn : drawn.sort((a, b) => rank(a) - rank(b));
}

function rank({ level }: IndexedQuestion): number {
	return questionLevels.indexOf(level);
}

/** The question of the highest score; of equals the one whose name comes first, whatever their order. */
function bestOf(
	questions: readonly IndexedQuestion[],
	scoreOf: (question: IndexedQuestion) => number,
): IndexedQuestion | undefined {
	let best: { question: IndexedQuestion; score: number } | undefined;
	for (const question of questions) {
		const score = scoreOf(question);
		const first = !best || score > best.score || (score === best.score && keyOf(question) < keyOf(best.question));
		if (first) best = { question, score };
	}
	return best?.question;
}

/** What is known of a reader's weak spots. */
export interface WeakSpots {
	/** Part of a question's criteria that were not met when it was last asked, 0 to 1, by `slug/id`. */
	readonly missed: ReadonlyMap<string, number>;
	/** Part of a prompt that is likely forgotten, 0 to 1, by `slug/id`; only those in the review. */
	readonly forgotten: ReadonlyMap<string, number>;
}

/** How much *surprise me* wants a question: what was missed most of all, what is being forgotten next, what was met least. */
export function wantedBy({ missed, forgotten }: WeakSpots): (question: IndexedQuestion) => number {
	return (question) => {
		const last = missed.get(keyOf(question));
		const prompts = question.prompts.flatMap((id) => forgotten.get(`${question.concept}/${id}`) ?? []);
		const weak = prompts.length > 0 ? prompts.reduce((sum, part) => sum + part, 0) / prompts.length : 0;
		return (last === undefined ? 1 : 0.25 + 4 * last) + 3 * weak;
	};
}
