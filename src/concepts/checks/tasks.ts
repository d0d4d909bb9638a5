/** Tasks: each belongs to a coding question, is whole, and its record says that the tests separate right from wrong. */
import { count } from '../../ground/words.ts';
import { changed, linesOf } from '../listing.ts';
import { nearest } from '../nearest.ts';
import { anyOf, type Problem, problemOf, rename, type Wordings } from '../problems.ts';
import type { ConceptSource } from '../reading/content.ts';
import type { Place } from '../reading/place.ts';
import type { YamlEntry } from '../reading/yaml.ts';
import { sourceHash } from '../schema/record.ts';
import { readTaskRecord, type TaskRecord, taskParts } from '../schema/task.ts';
import type { Check, OwnCheck } from './check.ts';
import { sharedKinds } from './shared.ts';

const kinds = {
	'task-missing': ({ id }: { id: string }) => ({
		found: `the coding question ${id} without a task`,
		expected: 'every coding question to be solved on the page',
		mend: `Write tasks/${id}.py, .solution.py, .tests.py and .mistakes.yaml; npm run new -- --task <concept>/${id} begins them.`,
	}),
	'task-unnamed': ({ id }: { id: string }) => ({
		found: `the coding question ${id} without a name for its task`,
		expected: 'task with a title and the pattern of its solution: tasks are listed and found by them',
		mend: "Add a line such as task: { title: 'One AdamW step', pattern: update rule }.",
	}),
	'task-misplaced': ({ id, format }: { id: string; format: string }) => ({
		found: `task for ${id}, a question of the format ${format}`,
		expected: 'it with coding questions alone',
		mend: 'Remove it, or make the format coding.',
	}),
	'task-unasked': ({ id, nearest }: { id: string; nearest: string | undefined }) => ({
		found: `tasks/${id}, and no coding question of that id`,
		expected: 'the id of a question whose format is coding',
		mend: rename(nearest && `tasks/${nearest}`, 'Add the question, or remove the files.'),
	}),
	'task-part-missing': ({ id, missing }: { id: string; missing: string }) => ({
		found: `tasks/${id} without ${missing}`,
		expected: 'what is given, a solution, tests and mistakes',
		mend: `Add tasks/${id} with ${missing}.`,
	}),
	'task-unrecorded': ({ slug, id }: { slug: string; id: string }) => ({
		found: `tasks/${id} without a record of its tests`,
		expected: 'a run that shows that the solution passes and each mistake is caught',
		mend: `Run npm run listings -- ${slug}.`,
	}),
	'task-stale': ({ slug, id, parts }: { slug: string; id: string; parts: string }) => ({
		found: `tasks/${id}${parts}, changed since its tests ran`,
		expected: 'a run of the task as it stands',
		mend: `Run npm run listings -- ${slug}.`,
	}),
	'task-wide': ({ width, most }: { width: number; most: number }) => ({
		found: `a line of ${count(width, 'character')}`,
		expected: `at most ${most}: it stands in an editor`,
		mend: 'Break the line.',
	}),
	'mistake-misses': ({ id, matches }: { id: string; matches: number }) => ({
		found: `find that occurs ${matches === 0 ? 'nowhere' : count(matches, 'time')} in tasks/${id}.solution.py`,
		expected: 'code that occurs exactly once',
		mend: matches === 0 ? 'Copy it from the solution, spaces included.' : 'Add what stands before or after it.',
	}),
	'mistake-uncaught': ({ mistake, fails, caught }: { mistake: string; fails: string; caught: readonly string[] }) => ({
		found: `the mistake ${mistake}, at which ${fails} holds`,
		expected: `${fails} to fail; ${anyOf(caught)} did`,
		mend: 'Name the case that fails, or write one that catches it.',
	}),
	'cases-few': ({ cases, missing }: { cases: number; missing: string | undefined }) => ({
		found: missing === undefined ? count(cases, 'case') : `no case of the kind ${missing}`,
		expected: 'five cases or more: examples, edges and a property among them',
		mend: 'Write another case.',
	}),
	'case-criterion': ({ name, criterion, known }: { name: string; criterion: string; known: readonly string[] }) => ({
		found: `the case ${name} judges ${criterion}`,
		expected: `criteria of the question: ${anyOf(known)}`,
		mend: rename(nearest(criterion, known), 'Name a criterion of its rubric, or leave judges out.'),
	}),
} satisfies Wordings;

const problem = problemOf({ ...kinds, ...sharedKinds });

const WIDTH = 84;
const CASES = 5;
const NEEDED = ['example', 'edge', 'property'] as const;

const checkTasks: OwnCheck = function* (concept, { today }) {
	const coding = concept.questions?.items.filter((entry) => entry.get('format').text === 'coding') ?? [];
	const asked = new Map(coding.flatMap((entry) => (entry.get('id').text ? [[entry.get('id').text ?? '', entry]] : [])));
	for (const [id, entry] of asked) {
		if (!concept.tasks.includes(id)) yield problem('task-missing', entry.get('format').place, { id });
	}
	for (const entry of concept.questions?.items ?? []) {
		const [id, format] = [entry.get('id').text, entry.get('format').text];
		const named = entry.get('task').exists;
		if (id && format === 'coding' && !named) yield problem('task-unnamed', entry.get('format').place, { id });
		if (id && format && format !== 'coding' && named)
			yield problem('task-misplaced', entry.get('task').place, { id, format });
	}
	for (const id of concept.tasks) {
		const place = placeOf(concept, id);
		const question = asked.get(id);
		if (!question && concept.questions) {
			yield problem('task-unasked', place, { id, nearest: nearest(id, [...asked.keys()]) });
		}
		const missing = taskParts.filter((part) => !concept.files.has(`tasks/${id}${part}`));
		if (missing.length > 0) yield problem('task-part-missing', place, { id, missing: missing.join(', ') });
		else yield* checkTask(concept, id, question, today);
	}
};

function placeOf(concept: ConceptSource, id: string): Place {
	const part = taskParts.find((end) => concept.files.has(`tasks/${id}${end}`)) ?? '.run.json';
	return { file: concept.pathOf(`tasks/${id}${part}`), line: 1 };
}

function* checkTask(
	concept: ConceptSource,
	id: string,
	question: YamlEntry | undefined,
	today: string,
): Generator<Problem> {
	for (const part of ['.py', '.solution.py'] as const) yield* checkWidth(concept, `tasks/${id}${part}`);
	const record = readTaskRecord(concept.text(`tasks/${id}.run.json`));
	const { slug } = concept;
	yield* checkMistakes(concept, id, record);
	if (!record) {
		yield problem('task-unrecorded', placeOf(concept, id), { slug, id });
		return;
	}
	const place = { file: concept.pathOf(`tasks/${id}.run.json`), line: 1 };
	if (record.date > today) yield problem('date-future', place, { field: 'date', date: record.date, today });
	const stale = taskParts.filter(
		(part) => sourceHash(concept.text(`tasks/${id}${part}`) ?? '') !== record.sources[part],
	);
	if (stale.length > 0) {
		const first = { file: concept.pathOf(`tasks/${id}${stale[0]}`), line: 1 };
		yield problem('task-stale', first, { slug, id, parts: stale.join(', ') });
		return;
	}
	yield* checkCases(concept, id, record, question);
}

function* checkWidth(concept: ConceptSource, file: string): Generator<Problem> {
	const lines = linesOf(concept.text(file) ?? '');
	for (const [index, { length }] of lines.entries()) {
		if (length > WIDTH) {
			yield problem('task-wide', { file: concept.pathOf(file), line: index + 1 }, { width: length, most: WIDTH });
		}
	}
}

function* checkMistakes(concept: ConceptSource, id: string, record: TaskRecord | undefined): Generator<Problem> {
	const solution = concept.text(`tasks/${id}.solution.py`) ?? '';
	for (const entry of concept.mistakes.get(id)?.items ?? []) {
		const [mistake, find, replace, fails] = ['id', 'find', 'replace', 'fails'].map((field) => entry.get(field).text);
		if (!mistake || !find || replace === undefined || !fails) continue;
		const matches = solution.split(find).length - 1;
		if (changed(solution, { find, replace }) === undefined) {
			yield problem('mistake-misses', entry.get('find').place, { id, matches });
		}
		const caught = record?.mistakes[mistake];
		if (caught && !caught.includes(fails)) {
			yield problem('mistake-uncaught', entry.get('fails').place, { mistake, fails, caught });
		}
	}
}

function* checkCases(
	concept: ConceptSource,
	id: string,
	{ cases }: TaskRecord,
	question: YamlEntry | undefined,
): Generator<Problem> {
	const place = { file: concept.pathOf(`tasks/${id}.tests.py`), line: 1 };
	if (cases.length < CASES) yield problem('cases-few', place, { cases: cases.length, missing: undefined });
	const missing = NEEDED.find((needed) => !cases.some(({ kind }) => kind === needed));
	if (missing) yield problem('cases-few', place, { cases: cases.length, missing });
	const known = question?.get('rubric').items.flatMap((entry) => entry.get('id').text ?? []) ?? [];
	if (known.length === 0) return;
	for (const { name, judges } of cases) {
		for (const criterion of judges) {
			if (!known.includes(criterion)) yield problem('case-criterion', place, { name, criterion, known });
		}
	}
}

export const check = { kinds, own: [checkTasks] } satisfies Check;
