/** What a reader may do on a concept page, beyond reading: its code is loaded when they first do it. */

import { loadPart, messageOf } from '../loading/loadPart.ts';

const requests = '[data-mark-stage], [data-say-aloud], [data-print]';

/** Obeys the buttons that ask for something. Says beside them when their code cannot be had. */
export function obeyButtons(): void {
	addEventListener('click', async ({ target }) => {
		const button = target instanceof Element && target.closest<HTMLElement>(requests);
		if (!button) return;
		try {
			const { obey } = await loadPart(() => import('./requests.ts'));
			await obey(button);
		} catch (error) {
			const status = button.parentElement?.querySelector('[role=status]');
			if (status) status.textContent = messageOf(error);
		}
	});
}
