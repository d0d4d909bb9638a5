/**
 * Waits for Run and Edit, or Ctrl/⌘ Enter inside a listing. All that runs code is loaded then: until it is asked for, it costs
 * this script, which also shows those that the reader has changed.
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

/** Brings the reader's version of a listing into its place shortly before they come to it; where it does not come, the note above stays true. */
const coming = new IntersectionObserver(
	(entries) => {
		for (const { isIntersecting, target } of entries) {
			if (!isIntersecting) continue;
			coming.unobserve(target);
			import('./view.tsx')
				.then(({ viewOf }) => viewOf(target as HTMLElement))
				.then((view) => view.show())
				.catch(() => {});
		}
	},
	{ rootMargin: '100%' },
);

for (const figure of figures) {
	const isKept = keptSource(figure.dataset.listing ?? '') !== undefined;
	showKept(figure, isKept ? 'kept' : 'original');
	if (isKept) coming.observe(figure);
}
