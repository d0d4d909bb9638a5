/**
 * Waits for Run and Edit, or Ctrl/⌘ Enter inside a listing. All that runs code is loaded then: until it is asked for, it costs
 * this script, which also says which listings the reader has changed.
 */
import { withPart } from '../../loading/loadPart.ts';
import { keptSource, showKept } from './kept.ts';

const figures = document.querySelectorAll<HTMLElement>('[data-listing]');

/** `break` makes a suggested change in the editor, `try` runs it as well. */
type Action = 'run' | 'edit' | 'reset' | 'break' | 'try';

const act = (figure: HTMLElement, action: Action, { find = '', replace = '' }: DOMStringMap): Promise<void> =>
	withPart(
		() => import('./view.tsx'),
		async ({ viewOf }) => {
			const view = await viewOf(figure);
			if (action === 'break' || action === 'try') await view.apply(find, replace);
			else await view[action]();
			if (action === 'try') await view.run();
		},
	);

const actions: readonly Action[] = ['run', 'edit', 'reset', 'break', 'try'];

document.addEventListener('click', ({ target }) => {
	const button = (target as Element).closest('button');
	const figure = button?.closest<HTMLElement>('[data-listing]');
	const action = actions.find((name) => name in (button?.dataset ?? {}));
	if (button && figure && action) act(figure, action, button.closest<HTMLElement>('[data-find]')?.dataset ?? {});
});

document.addEventListener('keydown', (event) => {
	if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
	const figure = (event.target as Element).closest<HTMLElement>('[data-listing]');
	if (!figure) return;
	event.preventDefault();
	act(figure, 'run', {});
});

for (const figure of figures) {
	showKept(figure, keptSource(figure.dataset.listing ?? '') === undefined ? 'original' : 'kept');
}
