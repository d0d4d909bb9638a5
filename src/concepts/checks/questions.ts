/** Stage 5: enough questions of each level and kind, and rubrics that separate the levels. */
import { count } from '../../ground/words.ts';
import { type QuestionLevel, questionLevels } from '../interview.ts';
import { nearest } from '../nearest.ts';
import { anyOf, type Problem, problemOf, rename, type Wordings } from '../problems.ts';
import type { YamlEntry } from '../reading/yaml.ts';
import type { Check, OwnCheck } from './check.ts';
import { answersOf } from './questionTree.ts';

const kinds = {
	'questions-few': ({ questions, least }: { questions: number; least: number }) => ({
		found: count(questions, 'question'),
		expected: `${least} or more`,
		mend: 'Add questions.',
	}),
	'questions-many': ({ most }: { most: number }) => ({
		found: `question number ${most + 1}`,
		expected: `at most ${most} on a page`,
		mend: 'Leave out the weakest.',
	}),
	'level-empty': ({ level }: { level: string }) => ({
		found: `no question of level ${level}`,
		expected: 'one to four questions of each level',
		mend: `Add a ${level} question.`,
	}),
	'level-crowded': ({ level, most }: { level: string; most: number }) => ({
		found: `question number ${most + 1} of level ${level}`,
		expected: `at most ${most} of one level`,
		mend: 'Leave out the weakest, or change its level.',
	}),
	'levels-order': ({ level, before }: { level: string; before: string }) => ({
		found: `a ${level} question after a ${before} one`,
		expected: 'questions from junior to staff',
		mend: 'Move it to the others of its level.',
	}),
	'format-missing': ({ formats }: { formats: string[] }) => ({
		found: `no question of format ${anyOf(formats)}`,
		expected: 'at least one to derive or code, and one to debug',
		mend: 'Add one.',
	}),
	'criteria-narrow': ({ what, only }: { what: string; only: string }) => ({
		found: `criteria of one ${what}, ${only}`,
		expected: 'criteria over two levels and two dimensions',
		mend: `Add a criterion of another ${what}, or change one.`,
	}),
	'essential-missing': () => ({
		found: 'no essential criterion',
		expected: 'at least one criterion without which the answer fails',
		mend: 'Set essential: true on the criterion that decides.',
	}),
	'clarifications-missing': ({ format }: { format: string }) => ({
		found: `a ${format} question without clarifications`,
		expected: 'answers to what a careful candidate asks back',
		mend: 'Add clarifications: [{ ask, answer }].',
	}),
	'condition-unknown': ({ criterion, nearest }: { criterion: string; nearest: string | undefined }) => ({
		found: `askWhen naming ${criterion}`,
		expected: 'a criterion of the answer that this follows',
		mend: rename(nearest, 'Name one of its criteria, or write always.'),
	}),
	'prompt-unknown': ({ id, nearest }: { id: string; nearest: string | undefined }) => ({
		found: `the prompt ${id}`,
		expected: 'the id of a prompt in prompts.yaml',
		mend: rename(nearest, 'Correct the id, or add the prompt.'),
	}),
} satisfies Wordings;

const problem = problemOf(kinds);

const QUESTIONS = 9;
const MOST_QUESTIONS = 12;
const OF_ONE_LEVEL = 4;

/** At least one question of each of these kinds. */
const neededFormats = [['derivation', 'coding'], ['debugging']];
const clarifiedFormats = ['coding', 'design'];

const checkQuestions: OwnCheck = function* ({ questions, prompts }) {
	if (!questions) return;
	yield* checkSpread(questions);
	const promptIds = prompts?.items.flatMap((item) => item.get('id').text ?? []);
	for (const question of questions.items) {
		yield* checkRubric(question);
		const format = question.get('format').text ?? '';
		if (clarifiedFormats.includes(format) && question.get('clarifications').items.length === 0) {
			yield problem('clarifications-missing', question.get('format').place, { format });
		}
		for (const entry of question.get('prompts').items) {
			const id = entry.text;
			if (id !== undefined && promptIds && !promptIds.includes(id)) {
				yield problem('prompt-unknown', entry.place, { id, nearest: nearest(id, promptIds) });
			}
		}
	}
	for (const { entry, parent } of answersOf(questions)) if (parent) yield* checkFollowUp(entry, parent);
};

function* checkSpread(questions: YamlEntry): Generator<Problem> {
	const { items } = questions;
	if (items.length < QUESTIONS) {
		yield problem('questions-few', questions.place, { questions: items.length, least: QUESTIONS });
	}
	const last = items[MOST_QUESTIONS];
	if (last) yield problem('questions-many', last.get('id').place, { most: MOST_QUESTIONS });
	for (const level of questionLevels) {
		const ofLevel = items.filter((question) => question.get('level').text === level);
		if (ofLevel.length === 0) yield problem('level-empty', questions.place, { level });
		const surplus = ofLevel[OF_ONE_LEVEL];
		if (surplus) yield problem('level-crowded', surplus.get('level').place, { level, most: OF_ONE_LEVEL });
	}
	for (const [index, question] of items.entries()) {
		const [before, level] = [items[index - 1], question].map((one) =>
			questionLevels.indexOf(one?.get('level').text as QuestionLevel),
		) as [number, number];
		if (level < 0 || level >= before) continue;
		yield problem('levels-order', question.get('level').place, {
			level: questionLevels[level] ?? '',
			before: questionLevels[before] ?? '',
		});
	}
	for (const formats of neededFormats) {
		if (!items.some((question) => formats.includes(question.get('format').text ?? ''))) {
			yield problem('format-missing', questions.place, { formats });
		}
	}
}

function* checkRubric(question: YamlEntry): Generator<Problem> {
	const rubric = question.get('rubric');
	const criteria = rubric.items;
	if (criteria.length === 0) return;
	yield* checkEssential(question);
	for (const [what, field] of [
		['level', 'expectedFrom'],
		['dimension', 'dimension'],
	] as const) {
		const values = new Set(criteria.map((criterion) => criterion.get(field).text));
		if (values.size === 1) yield problem('criteria-narrow', rubric.place, { what, only: String([...values][0]) });
	}
}

function* checkEssential(answer: YamlEntry): Generator<Problem> {
	const criteria = answer.get('rubric').items;
	if (criteria.length > 0 && !criteria.some((criterion) => criterion.get('essential').value === true)) {
		yield problem('essential-missing', answer.get('rubric').place);
	}
}

function* checkFollowUp(followUp: YamlEntry, parent: YamlEntry): Generator<Problem> {
	yield* checkEssential(followUp);
	const known = parent.get('rubric').items.flatMap((criterion) => criterion.get('id').text ?? []);
	for (const condition of ['met', 'missed']) {
		const entry = followUp.get('askWhen').get(condition);
		const criterion = entry.text;
		if (criterion !== undefined && !known.includes(criterion)) {
			yield problem('condition-unknown', entry.place, { criterion, nearest: nearest(criterion, known) });
		}
	}
}

export const check = { kinds, own: [checkQuestions] } satisfies Check;
