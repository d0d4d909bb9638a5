/** The prompts that train a question. */

import type { PromptRef } from '../recall/index.ts';
import type { ConceptMaterial, MaterialQuestion } from './material.ts';

/** A prompt with its words, as HTML. */
export type WantedPrompt = PromptRef & { readonly ask: string };

export function promptsOf(
	material: ConceptMaterial | undefined,
	question: MaterialQuestion | undefined,
): WantedPrompt[] {
	return (question?.prompts ?? []).flatMap((id) => {
		const prompt = material?.prompts.find((one) => one.id === id);
		return prompt ? [{ prompt: `${material?.slug}/${id}`, revision: prompt.revision, ask: prompt.ask }] : [];
	});
}
