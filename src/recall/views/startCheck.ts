/** Waits for *Start the check* on a concept page. All that it needs is loaded then: until it is pressed, a check costs this script. */

/** Connects the button, `[data-start-check]`, which holds the concept's slug and stands before the list of its prompts. */
export function followCheckButton(): void {
	const button = document.querySelector<HTMLButtonElement>('[data-start-check]');
	const place = document.querySelector<HTMLElement>('[data-check]');
	if (!button || !place) return;
	button.addEventListener('click', async () => {
		button.disabled = true;
		try {
			const { openCheck } = await import('./Check.tsx');
			await openCheck(button.dataset.startCheck ?? '', place);
		} catch {
			place.textContent =
				'The check could not be loaded. Check the connection and try again; the prompts below work without it.';
		}
		button.disabled = false;
	});
}
