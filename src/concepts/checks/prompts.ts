/** Stage 6: enough prompts. Their fields and anchors are checked with all others. */
import { problem } from '../problems.ts';
import type { ConceptCheck } from './check.ts';

const PROMPTS = 10;

export const checkPrompts: ConceptCheck = function* ({ prompts }) {
	const count = prompts?.items.length ?? PROMPTS;
	if (prompts && count < PROMPTS) yield problem('prompts-few', prompts.place, { prompts: count, least: PROMPTS });
};
