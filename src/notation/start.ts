/**
 * Makes formulas with linked symbols reachable by keyboard, and waits for the first pointer or focus on one, and for a reader who sets sizes.
 * What answers is loaded then: until a reader asks, it costs this script.
 */
import { loadPart, messageOf } from '../loading/loadPart.ts';
import { tell } from '../loading/tell.ts';
import { sizesKept } from './keptSizes.ts';

/** A formula with linked symbols, or a row of the notation table. */
const linked = '.math:has([data-s]), .notation dl > div';

/** What shares one stop of the Tab key: a display formula, or all formulas in a line of text. Arrow keys lead on inside. */
const block = '.math.display, p, li, td, dt, dd, dl, figcaption';

const stops = new Set<Element | null>();
for (const formula of document.querySelectorAll<HTMLElement>('.math:has([data-s])')) {
	// A formula in a link or a summary leaves the focus to it.
	if (formula.closest('a, summary, button')) continue;
	const stop = formula.closest('dl') ?? formula.closest(block);
	formula.tabIndex = stops.has(stop) ? -1 : 0;
	stops.add(stop);
}

const shapes = document.querySelector<HTMLElement>('[data-sizes]');
if (shapes) {
	const button = shapes.querySelector('button');
	const follow = async (isAsked: boolean): Promise<void> => {
		try {
			const { followSizes } = await loadPart(() => import('./sizes.ts'));
			await followSizes(shapes, isAsked);
		} catch (error) {
			if (isAsked) tell(messageOf(error));
			button?.addEventListener('click', () => follow(true), { once: true });
		}
	};
	if (sizesKept.read(shapes.dataset.concept) !== undefined) follow(false);
	else button?.addEventListener('click', () => follow(true), { once: true });
}

const events = ['pointerover', 'click', 'focusin'] as const;

let loading = false;
/** While it loads, the reader may have gone on. */
let latest: Event;

async function wake(event: Event): Promise<void> {
	latest = event;
	if (loading || !(event.target as Element).closest?.(linked)) return;
	loading = true;
	const load = () => import('./answer.ts');
	try {
		// A pointer may only pass by: what it would have said stands in the notation table, and the next one tries again.
		const { answerReader } = await (event.type === 'click' ? loadPart(load) : load());
		const answer = await answerReader();
		for (const name of events) document.removeEventListener(name, wake);
		answer(latest);
	} catch (error) {
		if (event.type === 'click') tell(messageOf(error));
		loading = false;
	}
}

for (const name of events) document.addEventListener(name, wake);
