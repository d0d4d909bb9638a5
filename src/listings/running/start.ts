/**
 * Waits for Run and Edit, or Ctrl/⌘ Enter inside a listing. All that runs code is loaded then: until it is asked for, it costs
 * this script, which also says which listings the reader has changed.
 */
import { keptSource, showKept } from './kept.ts';

const figures = document.querySelectorAll<HTMLElement>('[data-listing]');

async function act(figure: HTMLElement, action: 'run' | 'edit' | 'reset'): Promise<void> {
	try {
		const { viewOf } = await import('./view.tsx');
		await (await viewOf(figure))[action]();
	} catch {
		alert('What runs code could not be loaded. Check the connection and try again.');
	}
}

document.addEventListener('click', ({ target }) => {
	const button = (target as Element).closest<HTMLElement>('[data-run], [data-edit], [data-reset]');
	const figure = button?.closest<HTMLElement>('[data-listing]');
	if (!button || !figure) return;
	act(figure, 'run' in button.dataset ? 'run' : 'edit' in button.dataset ? 'edit' : 'reset');
});

document.addEventListener('keydown', (event) => {
	if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
	const figure = (event.target as Element).closest<HTMLElement>('[data-listing]');
	if (!figure) return;
	event.preventDefault();
	act(figure, 'run');
});

for (const figure of figures) showKept(figure, keptSource(figure.dataset.listing ?? '') !== undefined);
