/**
 * Paints what a reader has done onto a page while it is parsed, before it is seen. The text of the functions goes into the page
 * (`PaintProgress.astro`), so they may use nothing but what is inside of them. They read the copy that `summary.ts` keeps;
 * where that is blocked or damaged, the page stays as it was built.
 */
import type { Summary } from './summary.ts';

/**
 * Within every `[data-concept]`: what stands for a stage that is done (`[data-segment]`) gets the class `done`, the ring a dot when
 * prompts are due, and its words. It does so again when the page was parsed or is come back to, and at every `storage` event: another
 * tab, or this one, changed something.
 */
export function paintRings(read: () => unknown): void {
	const paint = (): void => {
		try {
			const { stages, due } = (read() ?? { stages: {}, due: {} }) as Summary;
			// The study day turns at four: a sixth of a day.
			const day = Math.floor((Date.now() / 60_000 - new Date().getTimezoneOffset()) / 1440 - 1 / 6);
			for (const part of document.querySelectorAll<HTMLElement>('[data-concept]')) {
				const done = stages[`${part.dataset.concept}`] ?? [];
				let count = 0;
				for (const [from, prompts] of due[`${part.dataset.concept}`] ?? []) if (from <= day) count += prompts;
				for (const mark of part.querySelectorAll<HTMLElement>('[data-segment]')) {
					mark.classList.toggle('done', done.includes(Number(mark.dataset.segment)));
				}
				for (const ring of part.querySelectorAll('.ring')) {
					ring.classList.toggle('due', count > 0);
					ring.ariaHidden = `${done.length + count < 1}`;
					ring.ariaLabel = `${done.length} of 6 stages done${count ? `, ${count} prompt${count > 1 ? 's' : ''} due` : ''}`;
				}
			}
		} catch {}
	};
	paint();
	for (const event of ['DOMContentLoaded', 'pageshow', 'storage']) addEventListener(event, paint);
}

/** Says in every `[data-complete]` how many concepts of its `[data-category]` are done, once any stage is. Paint the rings first. */
export function countComplete(): void {
	const count = (): void => {
		for (const note of document.querySelectorAll('[data-complete]')) {
			const rows = [...(note.closest('[data-category]')?.querySelectorAll('[data-concept]') ?? [])];
			const complete = rows.filter((row) => row.querySelectorAll('.done').length === 6).length;
			note.textContent = document.querySelector('[data-concept] .done') ? `${complete} of ${rows.length} complete` : '';
		}
	};
	count();
	for (const event of ['pageshow', 'storage']) addEventListener(event, count);
}
