/**
 * Says what is due while a page is parsed, before it is seen, so that nothing moves. As in `paintProgress.ts`, the text of the functions
 * goes into the page: they may use nothing but what is inside of them, and read the copy that `summary.ts` keeps.
 */
import type { Summary } from './summary.ts';

/** Fills every `[data-due-count]` and shows what is around it while anything is due; again at every `storage` event and on coming back. */
export function paintCount(read: () => unknown): void {
	const paint = (): void => {
		try {
			const { due } = (read() ?? { due: {} }) as Summary;
			// The study day turns at four: a sixth of a day.
			const day = Math.floor((Date.now() / 60_000 - new Date().getTimezoneOffset()) / 1440 - 1 / 6);
			let count = 0;
			for (const [from, prompts] of Object.values(due).flat()) if (from <= day) count += prompts;
			for (const part of document.querySelectorAll('[data-due-count]')) {
				part.textContent = `${count}`;
				if (part.parentElement) part.parentElement.hidden = count < 1;
			}
		} catch {}
	};
	paint();
	for (const event of ['DOMContentLoaded', 'pageshow', 'storage']) addEventListener(event, paint);
}

/** Shows `[data-due-strip]` while anything is due, with how much, how long it takes, and of which concepts, most first. */
export function paintStrip(read: () => unknown): void {
	const strip = document.querySelector<HTMLElement>('[data-due-strip]');
	const [words, names] = strip?.querySelectorAll('p') ?? [];
	if (!strip || !words || !names) return;
	const paint = (): void => {
		try {
			const { due } = (read() ?? { due: {} }) as Summary;
			const day = Math.floor((Date.now() / 60_000 - new Date().getTimezoneOffset()) / 1440 - 1 / 6);
			const concepts = Object.entries(due)
				.map(([concept, days]) => ({
					count: days.reduce((sum, [from, prompts]) => (from <= day ? sum + prompts : sum), 0),
					name: document.querySelector(`[data-concept="${concept}"] h3 a`)?.textContent,
				}))
				.filter(({ count }) => count > 0)
				.sort((a, b) => b.count - a.count);
			const count = concepts.reduce((sum, concept) => sum + concept.count, 0);
			strip.hidden = count < 1;
			// A quarter of a minute for an answer, as long as only the review knows better.
			words.textContent = `${count} prompt${count > 1 ? 's' : ''}, about ${Math.ceil(count / 4)} min`;
			names.textContent = concepts.flatMap(({ name, count: own }) => (name ? `${name} ${own}` : [])).join(', ');
		} catch {}
	};
	paint();
	for (const event of ['DOMContentLoaded', 'pageshow', 'storage']) addEventListener(event, paint);
}
