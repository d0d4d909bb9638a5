/** What a drill is made of: the index of all questions, and the questions of a concept as finished HTML. Both are files that the build writes. */
import type { Dimension, Format, QuestionLevel } from '../concepts/interview.ts';
import type { AskWhen } from '../concepts/schema/question.ts';
import { fetchJson } from '../ground/fetching.ts';
import type { Renames } from '../keeping/rename.ts';

/** A question as the plan knows it: everything but its words. */
export interface IndexedQuestion {
	/** Slug of its concept. */
	readonly concept: string;
	readonly id: string;
	readonly revision: number;
	readonly level: QuestionLevel;
	readonly format: Format;
	/** Time for the answer, without follow-ups. */
	readonly minutes: number;
	/** Prompts of the concept that train it. */
	readonly prompts: readonly string[];
}

export interface DrillCategory {
	readonly id: string;
	readonly title: string;
	/** In the catalog's order; only those that have questions. */
	readonly concepts: readonly { readonly slug: string; readonly name: string }[];
}

/** `drill/questions.json` */
export interface QuestionIndex {
	readonly categories: readonly DrillCategory[];
	readonly questions: readonly IndexedQuestion[];
	/** Slugs by those that concepts had before. */
	readonly former: Renames;
}

/** A criterion. Texts named `html` are the site's own, rendered when it was built. */
export interface MaterialCriterion {
	readonly id: string;
	readonly html: string;
	readonly expectedFrom: QuestionLevel;
	readonly dimension: Dimension;
	readonly essential: boolean;
	/** The section that teaches it. */
	readonly see?: { readonly anchor: string; readonly title: string };
}

/** What is asked and how it is judged: a question and a follow-up alike. */
export interface Asked {
	readonly id: string;
	/** The first paragraph, without the `p` around it: it is a heading. */
	readonly heading: string;
	/** What follows it: code, a list, more paragraphs. */
	readonly rest: string;
	readonly rubric: readonly MaterialCriterion[];
	readonly answer: string;
	readonly followUps: readonly MaterialFollowUp[];
}

export interface MaterialFollowUp extends Asked {
	readonly askWhen: AskWhen;
}

/** A question with its texts as HTML. */
export interface MaterialQuestion extends Asked, Omit<IndexedQuestion, 'concept'> {
	readonly intent: string;
	readonly clarifications: readonly { readonly ask: string; readonly answer: string }[];
	readonly hints: readonly string[];
	readonly mistakes: readonly { readonly mistake: string; readonly correction: string }[];
	readonly redFlags: readonly string[];
	/** Whether it can be solved as a task. */
	readonly task?: true;
}

/** `concepts/<slug>/questions.json` */
export interface ConceptMaterial {
	readonly slug: string;
	readonly name: string;
	readonly questions: readonly MaterialQuestion[];
	/** The prompts that questions name, with what a review has to know of them. */
	readonly prompts: readonly { readonly id: string; readonly revision: number; readonly ask: string }[];
}

/** The words of concepts by slug. */
export type Materials = ReadonlyMap<string, ConceptMaterial>;

/** A question of them; undefined when it is gone from the site, or could not be had. */
export function questionOf(
	materials: Materials,
	{ concept, question }: { concept: string; question: string },
): MaterialQuestion | undefined {
	return materials.get(concept)?.questions.find(({ id }) => id === question);
}

/** Fetches the index of all questions. Rejects when it cannot be had. */
export function fetchIndex(): Promise<QuestionIndex> {
	return fetchJson('drill/questions.json');
}

const materials = new Map<string, Promise<ConceptMaterial>>();

/** Fetches the questions of a concept, once a page. Rejects when they cannot be had; the next call tries again. */
export function fetchMaterial(slug: string): Promise<ConceptMaterial> {
	const known = materials.get(slug);
	if (known) return known;
	const fetched = fetchJson<ConceptMaterial>(`concepts/${slug}/questions.json`);
	materials.set(slug, fetched);
	fetched.catch(() => materials.delete(slug));
	return fetched;
}

/** The question or the follow-up of this id; undefined when it is gone from the site. */
export function findAsked(question: MaterialQuestion, id: string): Asked | undefined {
	if (question.id === id) return question;
	const search = (followUps: readonly MaterialFollowUp[]): MaterialFollowUp | undefined => {
		for (const followUp of followUps) {
			const found = followUp.id === id ? followUp : search(followUp.followUps);
			if (found) return found;
		}
		return undefined;
	};
	return search(question.followUps);
}
