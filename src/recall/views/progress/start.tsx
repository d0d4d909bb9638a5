/** Puts the progress page in place of what the build could say of it. */
import { render } from '../../../translation/render.ts';
import { type LoadAnswered, ProgressPage } from './ProgressPage.tsx';

/** @param loadAnswered What the drill knows of answered questions: rooms stand side by side, and the page brings them together. */
export function startProgress(root: HTMLElement, loadAnswered: LoadAnswered): void {
	root.replaceChildren();
	render(<ProgressPage loadAnswered={loadAnswered} />, root);
}
