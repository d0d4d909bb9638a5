/** Waits for *Start the check* on a concept page. All that it needs is loaded then: until it is pressed, a check costs this script. */

import { loadPart, messageOf } from '../../loading/loadPart.ts';

/** Connects the button, `[data-start-check]`, which holds the concept's slug and stands before the list of its prompts. */
export function followCheckButton(): void {
	const button = document.querySelector<HTMLButtonElement>('[data-start-check]');
	const place = document.querySelector<HTMLElement>('[data-check]');
	if (!button || !place) return;
	button.addEventListener('click', async () => {
		button.disabled = true;
		try {
			const { openCheck } = await loadPart(() => import('./Check.tsx'));
			await openCheck(button.dataset.startCheck ?? '', place);
		} catch (error) {
			place.textContent = `${messageOf(error)} The prompts below work without it.`;
		}
		button.disabled = false;
	});
}
