/**
 * Opens search by `/`, Ctrl or ⌘ K, or any `[data-open-search]`, whose value is what to search for. The dialog itself is
 * loaded then: until it is asked for, search costs this script.
 */
import { plainKey } from '../keys/plainKey.ts';
import { withPart } from '../loading/loadPart.ts';

const open = (words = ''): Promise<void> =>
	withPart(
		() => import('./dialog.tsx'),
		({ openSearch }) => openSearch(words),
	);

addEventListener('keydown', (event) => {
	const { key, ctrlKey, metaKey, altKey } = event;
	const isChord = key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey;
	if (!isChord && plainKey(event) !== '/') return;
	event.preventDefault();
	open();
});

addEventListener('click', ({ target }) => {
	const button = target instanceof Element && target.closest<HTMLElement>('[data-open-search]');
	if (button) open(button.dataset.openSearch);
});
