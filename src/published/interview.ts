/** A concept's questions in their author's words, for the file that the interviewer's page fetches: `concepts/<slug>/interview.json`. */
import { withoutBindings } from '../concepts/outputs.ts';
import type { Question } from '../concepts/schema/question.ts';
import type { Script } from '../drill/interviewer/script.ts';

type Authored = Pick<Question, 'id' | 'ask' | 'rubric' | 'answer'> & { readonly followUps?: readonly Authored[] };

const plain = (text: string): string => withoutBindings(text.trim());

/** What a model is told of a question and of its follow-ups. */
export function scriptOf({ id, ask, rubric, answer, followUps = [] }: Authored): Script {
	return {
		id,
		ask: plain(ask),
		rubric: rubric.map(({ id: criterion, text, essential }) => ({ id: criterion, text: plain(text), essential })),
		answer: plain(answer),
		followUps: followUps.map(scriptOf),
	};
}
