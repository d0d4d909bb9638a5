/** Stage 5: enough questions of each level and kind, and rubrics that separate the levels. */
import { questionLevels } from '../interview.ts';
import { nearest } from '../nearest.ts';
import { type Problem, problem } from '../problems.ts';
import type { YamlEntry } from '../reading/yaml.ts';
import type { ConceptCheck } from './check.ts';
import { answersOf } from './questionTree.ts';

const QUESTIONS = 8;
const OF_ONE_LEVEL = 3;

/** At least one question of each of these kinds. */
const neededFormats = [['derivation', 'coding'], ['debugging']];
const clarifiedFormats = ['coding', 'design'];

export const checkQuestions: ConceptCheck = function* ({ questions, prompts }) {
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
	for (const level of questionLevels) {
		const ofLevel = items.filter((question) => question.get('level').text === level);
		if (ofLevel.length === 0) yield problem('level-empty', questions.place, { level });
		const surplus = ofLevel[OF_ONE_LEVEL];
		if (surplus) yield problem('level-crowded', surplus.get('level').place, { level, most: OF_ONE_LEVEL });
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
