/** Puts the plan in place of what the build could say of it. */
import { render } from '../../translation/render.ts';
import { PlanPage } from './PlanPage.tsx';

export function startPlan(root: HTMLElement): void {
	root.replaceChildren();
	render(<PlanPage />, root);
}
