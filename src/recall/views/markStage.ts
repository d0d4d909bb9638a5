/** Marks the stage that the reader is at as done, or not done after all, and says what came of it. */
import { openRecall, type Recall, type Result } from '../index.ts';

let opening: Promise<Result<Recall>> | undefined;

/** For a button inside of a `[data-concept]` with the stage links and a status of its own. Rings follow by themselves. */
export async function markStage(button: HTMLElement): Promise<void> {
	const part = button.closest<HTMLElement>('[data-concept]');
	const here = part?.querySelector<HTMLElement>('.here[data-stage-link]');
	const status = button.parentElement?.querySelector('[role=status]');
	const concept = part?.dataset.concept;
	if (!here || !status || !concept) return;
	const say = (words: string): void => {
		status.textContent = words;
	};
	opening ??= openRecall({ onProblem: ({ message }) => say(message) });
	const opened = await opening;
	if (!opened.ok) {
		opening = undefined;
		say(opened.problem.message);
		return;
	}
	const recall = opened.value;
	if (recall.kind === 'memory') {
		say('This browser does not let the site keep anything, as in a private window. Stages cannot be marked here.');
		return;
	}
	const marked = await recall.markStage(concept, Number(here.dataset.stageLink), !here.classList.contains('done'));
	if (!marked.ok) {
		say(marked.problem.message);
		return;
	}
	const state = await recall.load();
	if (state.ok) say(`${state.value.stages[concept]?.length ?? 0} of 6 stages done. Kept in this browser only.`);
}
