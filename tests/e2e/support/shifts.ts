/** What moves on a page while it loads. */
import type { Page } from '@playwright/test';

/** Notes from now on, on every page that is opened, what the browser saw move. */
export async function watchShifts(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const shifts: { value: number; moved: string[] }[] = [];
		Object.assign(window, { shifts });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries() as (PerformanceEntry & {
				value: number;
				sources: { node?: Node }[];
			})[]) {
				// A formula is set in its own faces or in none. When they come its parts settle, and the words of its own
				// paragraph flow around it anew, in the room that the paragraph has: nothing else moves.
				const settles = ({ node }: { node?: Node }) => {
					const box = node instanceof Element ? node : node?.parentElement;
					return Boolean(box?.closest('.katex') ?? (node instanceof Text && box?.querySelector('.katex')));
				};
				if (entry.sources.length > 0 && entry.sources.every(settles) && entry.value < 0.01) continue;
				const moved = entry.sources.map(({ node }) =>
					node instanceof Element ? node.outerHTML.slice(0, 120) : (node?.textContent?.slice(0, 60) ?? ''),
				);
				shifts.push({ value: entry.value, moved });
			}
		}).observe({ type: 'layout-shift', buffered: true });
	});
}

/** What has moved so far on the page that is open. */
export const shiftsSeen = (page: Page): Promise<unknown[]> =>
	page.evaluate(() => (window as unknown as { shifts: unknown[] }).shifts);
