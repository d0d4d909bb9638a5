/** Puts the progress page in place of what the build could say of it. */
import { render } from '../../../translation/render.ts';
import { ProgressPage } from './ProgressPage.tsx';

export function startProgress(root: HTMLElement): void {
	root.replaceChildren();
	render(<ProgressPage />, root);
}
