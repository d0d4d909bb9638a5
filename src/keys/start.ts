/** Opens the sheet of keys by `?`, or by any `[data-open-keys]`. The sheet itself is loaded then. */
import { withPart } from '../loading/loadPart.ts';
import { plainKey } from './plainKey.ts';

const open = (): Promise<void> =>
	withPart(
		() => import('./sheet.ts'),
		({ openSheet }) => openSheet(),
	);

addEventListener('keydown', (event) => {
	if (plainKey(event) !== '?') return;
	event.preventDefault();
	open();
});

addEventListener('click', ({ target }) => {
	if (target instanceof Element && target.closest('[data-open-keys]')) open();
});
