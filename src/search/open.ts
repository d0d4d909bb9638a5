/**
 * Opens search by `/`, Ctrl or ⌘ K, or any `[data-open-search]`, whose value is what to search for. The dialog itself is
 * loaded then: until it is asked for, search costs this script.
 */
import { plainKey } from '../keys/plainKey.ts';
import { loadPart, messageOf } from '../loading/loadPart.ts';

async function open(words = ''): Promise<void> {
	try {
		const { openSearch } = await loadPart(() => import('./dialog.tsx'));
		await openSearch(words);
	} catch (error) {
		alert(messageOf(error));
	}
}

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
