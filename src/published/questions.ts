/** A concept's questions as HTML, for the file that a drill fetches: `concepts/<slug>/questions.json`. */

import { splitAsk } from '../concepts/ask.ts';
import type { ConceptPage } from '../concepts/page.ts';
import { sectionTitle } from '../concepts/page.ts';
import type { Criterion, FollowUp, Question } from '../concepts/schema/question.ts';
import type {
	Asked,
	ConceptMaterial,
	MaterialCriterion,
	MaterialFollowUp,
	MaterialQuestion,
} from '../drill/material.ts';
import { elsewhereRenderer } from './elsewhere.ts';
import { withoutParagraph } from './markdown.ts';
import { taskOf } from './tasks.ts';

/** Renders what a question of one page is made of. */
function rendererOf(page: ConceptPage) {
	const block = elsewhereRenderer(page);
	const line = async (text: string): Promise<string> => withoutParagraph(await block(text));
	const criterion = async ({ text, see, ...rest }: Criterion): Promise<MaterialCriterion> => ({
		...rest,
		html: await line(text),
		...(see && { see: { anchor: see, title: sectionTitle(page, see) } }),
	});
	const criteria = (rubric: readonly Criterion[]) => Promise.all(rubric.map(criterion));
	const ask = async (text: string): Promise<Pick<Asked, 'heading' | 'rest'>> => {
		const { heading, rest } = splitAsk(text);
		return { heading: await line(heading), rest: rest && (await block(rest)) };
	};
	const followUp = async (
		one: Omit<FollowUp, 'followUps'> & Partial<Pick<FollowUp, 'followUps'>>,
	): Promise<MaterialFollowUp> => ({
		id: one.id,
		askWhen: one.askWhen,
		...(await ask(one.ask)),
		rubric: await criteria(one.rubric),
		answer: await block(one.answer),
		followUps: await Promise.all((one.followUps ?? []).map(followUp)),
	});
	return { ask, block, line, criteria, followUp };
}

async function materialOf(question: Question, page: ConceptPage): Promise<MaterialQuestion> {
	const { ask, block, line, criteria, followUp } = rendererOf(page);
	const { id, revision, level, format, minutes, prompts } = question;
	const each = <From, To>(values: readonly From[], render: (value: From) => Promise<To>): Promise<To[]> =>
		Promise.all(values.map(render));
	return {
		...{ id, revision, level, format, minutes, prompts },
		...(await ask(question.ask)),
		intent: await line(question.intent),
		clarifications: await each(question.clarifications, async ({ ask: asked, answer }) => ({
			ask: await line(asked),
			answer: await line(answer),
		})),
		hints: await each(question.hints, line),
		rubric: await criteria(question.rubric),
		answer: await block(question.answer),
		mistakes: await each(question.mistakes, async ({ mistake, correction }) => ({
			mistake: await line(mistake),
			correction: await line(correction),
		})),
		redFlags: await each(question.redFlags, line),
		followUps: await each(question.followUps, followUp),
		...(taskOf(page.summary.slug, id) && { task: true }),
	};
}

/** What the file of a concept says. */
export async function conceptMaterial(page: ConceptPage): Promise<ConceptMaterial> {
	const { block } = rendererOf(page);
	const named = new Set(page.questions.flatMap(({ prompts }) => prompts));
	return {
		slug: page.summary.slug,
		name: page.summary.name,
		questions: await Promise.all(page.questions.map((question) => materialOf(question, page))),
		prompts: await Promise.all(
			page.prompts
				.filter(({ id }) => named.has(id))
				.map(async ({ id, revision, ask }) => ({ id, revision, ask: await block(ask) })),
		),
	};
}
