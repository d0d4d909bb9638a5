/** Puts the list of all prompts in place of what the build could say of it. */
import { render } from '../../../translation/render.ts';
import { PromptsPage } from './PromptsPage.tsx';

export function startPrompts(root: HTMLElement): void {
	root.replaceChildren();
	render(<PromptsPage />, root);
}
