/** Questions and prompts as Markdown, everything open. */
import type { Prompt } from '../concepts/schema/prompt.ts';
import type { AskWhen, Criterion, FollowUp, Question } from '../concepts/schema/question.ts';
import type { TaskMaterial } from '../tasks/material.ts';
import { fenced } from './fenced.ts';

/** A list item; every further line is indented by the marker's width, or it would end the item. */
function item(marker: string, text: string): string {
	return marker + text.trim().replaceAll(/\n(?=.)/g, `\n${' '.repeat(marker.length)}`);
}

function bullets(items: readonly string[]): string {
	return items.map((text) => item('- ', text)).join('\n');
}

function rubricText(criteria: readonly Criterion[]): string {
	return bullets(
		criteria.map(
			({ text, expectedFrom, dimension, essential }) =>
				`${text} (${[`from ${expectedFrom}`, dimension, ...(essential ? ['essential'] : [])].join(', ')})`,
		),
	);
}

function conditionText(askWhen: AskWhen, criteria: readonly Criterion[]): string {
	if (askWhen === 'always') return 'Always asked.';
	const [id, verb] = 'met' in askWhen ? [askWhen.met, 'met'] : [askWhen.missed, 'missed'];
	const text = criteria.find((criterion) => criterion.id === id)?.text ?? id;
	return `Asked when you ${verb}: ${text}`;
}

type AnyFollowUp = Omit<FollowUp, 'followUps'> & { readonly followUps?: FollowUp['followUps'] };

function followUpText(
	{ ask, askWhen, rubric, answer, followUps = [] }: AnyFollowUp,
	asked: readonly Criterion[],
): string {
	return [
		`${ask.trim()} (${conditionText(askWhen, asked)})`,
		answer,
		`What counts:\n\n${rubricText(rubric)}`,
		...followUps.map((next) => item('- ', followUpText(next, rubric))),
	].join('\n\n');
}

/** What is given of a task, and what its tests hold it to. */
function taskText({ starter, cases }: TaskMaterial): string {
	return [fenced('python', starter.trimEnd()), `It is tested:\n\n${bullets(cases.map(({ title }) => title))}`].join(
		'\n\n',
	);
}

/** One question as a section of its own, with everything an interviewer has in hand. */
export function questionText(question: Question, number: number, task?: TaskMaterial): string {
	const { level, format, minutes, ask, clarifications, hints, intent, rubric, answer, mistakes, redFlags } = question;
	const part = (title: string, text: string) => (text ? [`**${title}**`, text] : []);
	return [
		`### Question ${number} (${level}, ${format}, ${minutes} min)`,
		ask,
		...part('If you ask back', bullets(clarifications.map((asked) => `${asked.ask} ${asked.answer}`))),
		...part(question.task ? `Task: ${question.task.title}` : 'Task', task ? taskText(task) : ''),
		...part('Hints', bullets(hints)),
		...part('What they are really asking', intent),
		...part('Rubric', rubricText(rubric)),
		...part('Model answer', answer),
		...part('A program that passes', task ? fenced('python', task.solution.trimEnd()) : ''),
		...part('Common mistakes', bullets(mistakes.map(({ mistake, correction }) => `${mistake} ${correction}`))),
		...part('Red flags', bullets(redFlags)),
		...part('Follow-ups', bullets(question.followUps.map((followUp) => followUpText(followUp, rubric)))),
	]
		.map((block) => block.trim())
		.join('\n\n');
}

/** Prompts as a numbered list, each with its answer. */
export function promptsText(prompts: readonly Prompt[]): string {
	return prompts.map(({ ask, answer }, index) => item(`${index + 1}. `, `${ask.trim()}\n\n${answer}`)).join('\n\n');
}
