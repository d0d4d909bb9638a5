/** Puts a reader's marks in place of what the build could say of them. */
import { render } from '../../../translation/render.ts';
import { MarksPage } from './MarksPage.tsx';

export function startMarks(root: HTMLElement): void {
	root.replaceChildren();
	render(<MarksPage />, root);
}
