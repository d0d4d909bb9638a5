/** Opens the sheet of keys by `?`, or by any `[data-open-keys]`. The sheet itself is loaded then. */
import { plainKey } from './plainKey.ts';

async function open(): Promise<void> {
	try {
		const { openSheet } = await import('./sheet.ts');
		await openSheet();
	} catch {
		alert('The list of keys could not be loaded. Check the connection and try again.');
	}
}

addEventListener('keydown', (event) => {
	if (plainKey(event) !== '?') return;
	event.preventDefault();
	open();
});

addEventListener('click', ({ target }) => {
	if (target instanceof Element && target.closest('[data-open-keys]')) open();
});
