/**
 * What a model is told of a question: the words its author wrote, in Markdown and TeX, which models read better than markup.
 * A file of its own for each concept, which the interviewer's page alone fetches.
 */

/** A question or a follow-up. */
export interface Script {
	readonly id: string;
	readonly ask: string;
	readonly rubric: readonly { readonly id: string; readonly text: string; readonly essential: boolean }[];
	/** The model answer. */
	readonly answer: string;
	readonly followUps: readonly Script[];
}

/** `concepts/<slug>/interview.json` */
export interface ConceptScript {
	readonly questions: readonly Script[];
}

/** The script of a question or of a follow-up anywhere below it; undefined when there is none. */
export function findScript(scripts: readonly Script[], id: string): Script | undefined {
	for (const script of scripts) {
		const found = script.id === id ? script : findScript(script.followUps, id);
		if (found) return found;
	}
	return undefined;
}
