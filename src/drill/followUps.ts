/** Where an interviewer goes after an answer, by what it met and missed: at most two follow-ups, the second possibly below the first. */

import type { Grade } from '../concepts/judging.ts';
import type { MaterialCriterion, MaterialFollowUp } from './material.ts';
import { MOST_FOLLOW_UPS } from './plan.ts';

/** A question or follow-up that was answered, with its marks. */
export interface Answered {
	readonly id: string;
	readonly grades: Readonly<Record<string, Grade>>;
	/** What a model said of the answer, with the follow-up it would ask. */
	readonly interview?: { readonly followUp: string | null };
}

/** What follow-ups hang on: a question, or a follow-up itself. */
interface Node {
	readonly id: string;
	readonly rubric: readonly MaterialCriterion[];
	readonly followUps: readonly MaterialFollowUp[];
}

/**
 * Whether a follow-up's condition holds. A criterion that was only partly met counts as missed: that is where the answer was
 * thin.
 */
export function holds({ askWhen }: Pick<MaterialFollowUp, 'askWhen'>, { grades }: Answered): boolean {
	if (askWhen === 'always') return true;
	if ('met' in askWhen) return grades[askWhen.met] === 'met';
	const grade = grades[askWhen.missed];
	return grade === 'missed' || grade === 'partly';
}

/** What was missed is asked first, and of that what is essential; then what is always asked; then what goes further. */
function rank({ askWhen }: MaterialFollowUp, rubric: readonly MaterialCriterion[]): number {
	if (askWhen === 'always') return 2;
	if ('met' in askWhen) return 3;
	return rubric.find(({ id }) => id === askWhen.missed)?.essential ? 0 : 1;
}

/** The follow-ups of a node that may be asked now, the most wanted first. */
function allowed(node: Node, answered: Answered, asked: ReadonlySet<string>): MaterialFollowUp[] {
	return node.followUps
		.filter((followUp) => !asked.has(followUp.id) && holds(followUp, answered))
		.sort((a, b) => rank(a, node.rubric) - rank(b, node.rubric));
}

/**
 * All follow-ups that may be asked next, the one to ask first. Those below the last answer come before those beside it;
 * none once enough were asked.
 *
 * @param question The question with its tree.
 * @param turns The question's own answer and those of the follow-ups asked so far, in order.
 */
export function nextFollowUps(question: Node, turns: readonly Answered[]): MaterialFollowUp[] {
	if (turns.length === 0 || turns.length > MOST_FOLLOW_UPS) return [];
	const asked = new Set(turns.map(({ id }) => id));
	const nodes: readonly Node[] = [
		question,
		...question.followUps,
		...question.followUps.flatMap((one) => one.followUps),
	];
	return turns.toReversed().flatMap((turn) => {
		const node = nodes.find(({ id }) => id === turn.id);
		return node ? allowed(node, turn, asked) : [];
	});
}

/**
 * The follow-up to ask next: the one that a model chose for the last answer, if it is one of those that may be asked, or
 * else the first of them.
 */
export function chosenFollowUp(question: Node, turns: readonly Answered[]): MaterialFollowUp | undefined {
	const allowed = nextFollowUps(question, turns);
	const wish = turns.at(-1)?.interview?.followUp;
	return allowed.find(({ id }) => id === wish) ?? allowed[0];
}
