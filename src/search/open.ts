/**
 * Opens search by `/`, Ctrl or ⌘ K, or any `[data-open-search]`, whose value is what to search for. The dialog itself is
 * loaded then: until it is asked for, search costs this script.
 */

async function open(words = ''): Promise<void> {
	try {
		const { openSearch } = await import('./dialog.tsx');
		await openSearch(words);
	} catch {
		alert('Search could not be loaded. Check the connection and try again.');
	}
}

/** A slash that is typed into something is only a slash. */
function isTyping({ target }: Event): boolean {
	return (
		target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
	);
}

addEventListener('keydown', (event) => {
	const { key, ctrlKey, metaKey, altKey } = event;
	const modified = ctrlKey || metaKey;
	const isSlash = key === '/' && !modified && !isTyping(event);
	const isChord = key.toLowerCase() === 'k' && modified && !altKey;
	if (!isSlash && !isChord) return;
	event.preventDefault();
	open();
});

addEventListener('click', ({ target }) => {
	const button = target instanceof Element && target.closest<HTMLElement>('[data-open-search]');
	if (button) open(button.dataset.openSearch);
});
