/**
 * Before the first paint, so that no page flashes in the wrong theme. The text of the function goes into the head of every page, so it may
 * use nothing but what it is given.
 */
export function beginPage(theme: () => unknown): void {
	const root = document.documentElement;
	root.classList.remove('no-js');
	const chosen = theme();
	if (chosen === 'light' || chosen === 'dark') root.dataset.theme = chosen;
}
