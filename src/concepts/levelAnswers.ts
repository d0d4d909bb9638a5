/** A rubric with criteria of three levels tells three answers apart: what each of them has, and what it adds to the one below. */
import { type QuestionLevel, questionLevels } from './interview.ts';

/** What the criteria of one level say of an answer. */
export interface LevelAnswer<Criterion> {
	readonly level: QuestionLevel;
	/** Whose answer it is, in a few words: `A senior answer adds`. */
	readonly title: string;
	readonly criteria: readonly Criterion[];
}

/** From so many levels on, criteria tell answers apart. */
const ANSWERS = 3;

/** The answers that a rubric tells apart, the lowest level's first, each with what it adds; none where it has criteria of one or two levels. */
export function levelAnswers<Criterion extends { readonly expectedFrom: QuestionLevel }>(
	rubric: readonly Criterion[],
): LevelAnswer<Criterion>[] {
	const levels = questionLevels.filter((level) => rubric.some(({ expectedFrom }) => expectedFrom === level));
	if (levels.length < ANSWERS) return [];
	return levels.map((level, index) => ({
		level,
		title: `A ${level === 'mid' ? 'mid-level' : level} answer${index > 0 ? ' adds' : ''}`,
		criteria: rubric.filter(({ expectedFrom }) => expectedFrom === level),
	}));
}

/** Criteria in the order of the answers that they tell apart, the first of each under its title; in their own order where they do not. */
export function titled<Criterion extends { readonly expectedFrom: QuestionLevel }>(
	rubric: readonly Criterion[],
): { readonly criterion: Criterion; readonly title?: string | undefined }[] {
	const answers = levelAnswers(rubric);
	return answers.length === 0
		? rubric.map((criterion) => ({ criterion }))
		: answers.flatMap(({ title, criteria }) =>
				criteria.map((criterion, index) => ({ criterion, title: index === 0 ? title : undefined })),
			);
}
