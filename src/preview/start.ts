/**
 * Waits for a reader who presses a word with something behind it: a number that a listing printed, a term, a citation. What shows it is loaded
 * then; without it, or pressed again, the word is the link that it is.
 */

const previewed = 'a.out, a.term, .cite a';

addEventListener('click', async (event) => {
	const { target, button, altKey, ctrlKey, metaKey, shiftKey } = event;
	if (event.defaultPrevented || button !== 0 || altKey || ctrlKey || metaKey || shiftKey) return;
	const link = target instanceof Element ? target.closest<HTMLAnchorElement>(previewed) : null;
	if (!link || link.ariaExpanded === 'true') return;
	event.preventDefault();
	try {
		await (await import('./card.ts')).showPreview(link);
	} catch {
		location.assign(link.href);
	}
});

// Pages import this late, and what is imported so must be a module.
export {};
