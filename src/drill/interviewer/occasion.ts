/** From an answer of a drill to what a model is told of it. */
import { fetchJson } from '../../ground/fetching.ts';
import { nextFollowUps } from '../followUps.ts';
import type { MaterialFollowUp, MaterialQuestion } from '../material.ts';
import { MOST_FOLLOW_UPS } from '../plan.ts';
import { answerText, type Item, type Turn } from '../session.ts';
import { newFence } from './grading.ts';
import type { Occasion } from './protocol.ts';
import { type ConceptScript, findScript, type Script } from './script.ts';

interface Answered {
	readonly item: Item;
	/** The answer, the last of the item's. */
	readonly turn: Turn;
	readonly question: MaterialQuestion;
}

/** Fetches the scripts of a concept from the site itself. Rejects when they cannot be had. */
function fetchScripts(slug: string): Promise<ConceptScript> {
	return fetchJson(`concepts/${slug}/interview.json`);
}

/** Follow-ups that some grades of this answer allow; which of them may be asked is decided once it is graded. */
function offered(question: MaterialQuestion, { item, turn }: Pick<Answered, 'item' | 'turn'>): MaterialFollowUp[] {
	if (item.turns.length > MOST_FOLLOW_UPS) return [];
	const any = turn.rubric.flatMap(({ id }) => [{ [id]: 'met' as const }, { [id]: 'missed' as const }]);
	const turns = (grades: (typeof any)[number]) =>
		item.turns.with(-1, { ...turn, grades: grades as typeof turn.grades });
	return [...new Set(any.flatMap((grades) => nextFollowUps(question, turns(grades))))];
}

/** What a model is told of an answer. Rejects when the site's own text of the question cannot be had. */
export async function occasionOf({ item, turn, question }: Answered): Promise<Occasion> {
	const { questions } = await fetchScripts(item.concept);
	const script = findScript(questions, turn.id);
	if (!script) throw new Error(`no script of ${turn.id}`);
	const scripted = (id: string): readonly Script[] => [findScript(questions, id)].filter((one) => one !== undefined);
	const before = item.turns.at(-2);
	const after = before && findScript(questions, before.id)?.ask;
	return {
		script,
		...(after && { after }),
		answer: answerText(turn),
		followUps: offered(question, { item, turn }).flatMap(({ id }) => scripted(id)),
		fence: newFence(),
	};
}
