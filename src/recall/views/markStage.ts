/** Marks a stage as done, or not done after all, and says what came of it. */
import { STAGES } from '../../concepts/stageNumbers.ts';
import { openRecall } from '../index.ts';
import type { Result } from '../log/failures.ts';
import type { Recall } from '../recall.ts';

let opening: Promise<Result<Recall>> | undefined;

/**
 * For a button with a status beside it, inside of a `[data-concept]`: it names its stage and shows whether that is done, or it stands
 * under the stage links and means the one that the reader is at. Rings follow by themselves.
 */
export async function markStage(button: HTMLElement): Promise<void> {
	const part = button.closest<HTMLElement>('[data-concept]');
	const here = button.dataset.segment ? button : part?.querySelector<HTMLElement>('.here[data-segment]');
	const status = button.parentElement?.querySelector('[role=status]');
	const concept = part?.dataset.concept;
	if (!here || !status || !concept) return;
	const say = (words: string): void => {
		status.textContent = words;
	};
	opening ??= openRecall({ onFailure: ({ message }) => say(message) });
	const opened = await opening;
	if (!opened.ok) {
		opening = undefined;
		say(opened.failure.message);
		return;
	}
	const recall = opened.value;
	if (recall.kind === 'memory') {
		say('This browser does not let the site keep anything, as in a private window. Stages cannot be marked here.');
		return;
	}
	const marked = await recall.markStage(concept, Number(here.dataset.segment), !here.classList.contains('done'));
	if (!marked.ok) {
		say(marked.failure.message);
		return;
	}
	const state = await recall.load();
	if (state.ok) say(`${state.value.stages[concept]?.length ?? 0} of ${STAGES} stages done. Kept in this browser only.`);
}
