/** Stage 6: enough prompts, over all written stages. Their fields and anchors are checked with all others. */
import { count } from '../../ground/words.ts';
import { problemOf, type Wordings } from '../problems.ts';
import { writtenStagesOf } from '../stages.ts';
import type { Check, OwnCheck } from './check.ts';

const kinds = {
	'prompts-few': ({ prompts, least }: { prompts: number; least: number }) => ({
		found: count(prompts, 'prompt'),
		expected: `${least} or more`,
		mend: 'Add prompts, each one idea.',
	}),
	'stage-unasked': ({ title }: { title: string }) => ({
		found: `no prompt about ${title}`,
		expected: 'prompts over all written stages',
		mend: 'Add a prompt whose see names the stage or one of its sections.',
	}),
} satisfies Wordings;

const problem = problemOf(kinds);

const PROMPTS = 10;

const checkPrompts: OwnCheck = function* ({ prompts, outline, track }) {
	if (!prompts) return;
	const count = prompts.items.length;
	if (count < PROMPTS) yield problem('prompts-few', prompts.place, { prompts: count, least: PROMPTS });
	if (count === 0) return;
	const seen = new Set(prompts.items.map((prompt) => prompt.get('see').text));
	for (const { number, title, anchor } of writtenStagesOf(track)) {
		const sections = outline.find((stage) => stage.number === number)?.sections ?? [];
		// Without sections the stage is misspelt or not written, and that is told by itself.
		if (sections.length > 0 && ![anchor, ...sections.map(({ id }) => id)].some((one) => seen.has(one))) {
			yield problem('stage-unasked', prompts.place, { title });
		}
	}
};

export const check = { kinds, own: [checkPrompts] } satisfies Check;
