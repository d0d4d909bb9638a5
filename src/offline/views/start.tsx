/** Puts the view in place of what the build could say. */
import { render } from '../../translation/render.ts';
import { OfflinePage } from './OfflinePage.tsx';

export function startOffline(root: HTMLElement): void {
	root.replaceChildren();
	render(<OfflinePage />, root);
}
