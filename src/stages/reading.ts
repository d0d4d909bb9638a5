/** Follows the reader through a concept page: the stage they are at, addresses that lead into folded parts, copying. */
import { followQuestions } from '../drill/onPage.ts';
import { plainKey } from '../keys/plainKey.ts';
import { withPart } from '../loading/loadPart.ts';
import { sought } from '../search/sought.ts';
import { timeWords } from './timeWords.ts';

/** The last stage whose opening has come into the upper part of the window. */
function stageInView(stages: readonly HTMLElement[]): number {
	const line = innerHeight * 0.4;
	const reached = stages.filter((stage) => stage.getBoundingClientRect().top <= line);
	return Number(reached.at(-1)?.dataset.stage ?? 1);
}

function showStage(number: number): void {
	for (const item of document.querySelectorAll<HTMLElement>('[data-stage-link]')) {
		const stage = Number(item.dataset.stageLink);
		item.classList.toggle('here', stage === number);
		const link = item.querySelector('a');
		if (stage === number) link?.setAttribute('aria-current', 'step');
		else link?.removeAttribute('aria-current');
	}
	for (const segment of document.querySelectorAll<HTMLElement>('.here-ring [data-segment], .strip [data-segment]')) {
		segment.classList.toggle('here', Number(segment.dataset.segment) === number);
	}
	const name = document.querySelector('[data-stage-name]');
	if (name) name.textContent = document.querySelector(`[data-stage="${number}"] h2`)?.textContent ?? '';
	tellTime(number);
}

/** Says how long the rest takes: the stage the reader is at and those after it that are not done. */
function tellTime(number: number): void {
	let read = 0;
	let answer = 0;
	for (const { dataset, classList } of document.querySelectorAll<HTMLElement>('.stage-rail [data-stage-link]')) {
		if (Number(dataset.stageLink) < number || classList.contains('done')) continue;
		read += Number(dataset.read ?? 0);
		answer += Number(dataset.answer ?? 0);
	}
	for (const note of document.querySelectorAll('[data-minutes-left]')) {
		// The bar of a small screen has room for one of the two.
		note.textContent = timeWords(read, read > 0 && note.closest('summary') ? 0 : answer);
	}
}

function followStages(): void {
	const stages = [...document.querySelectorAll<HTMLElement>('[data-stage]')];
	let shown = 0;
	const update = (): void => {
		const number = stageInView(stages);
		if (number !== shown) showStage(number);
		shown = number;
	};
	// The observer wakes when an opening crosses the line, also in a jump over all of a stage: what lies above the window is within. Positions decide.
	const observer = new IntersectionObserver(update, { rootMargin: '1000000px 0px -60% 0px' });
	for (const stage of stages) observer.observe(stage);
	update();
	// A stage was marked, here or in another tab: the marks are painted first.
	addEventListener('storage', () => requestAnimationFrame(() => tellTime(shown)));
}

/** The element that an anchor names, if any: addresses are typed and cut off, and may be no valid encoding. */
function targetOf(hash: string): HTMLElement | null {
	// A figure's anchor may carry its state, as in #figure-attention?d=128.
	const [anchor = ''] = hash.slice(1).split('?');
	try {
		return document.getElementById(decodeURIComponent(anchor));
	} catch {
		return null;
	}
}

/** Opens the folded parts around the target of the address, and the target itself if it folds. */
function openTarget(isArrival: boolean): void {
	const target = targetOf(location.hash);
	if (!target) return;
	let wasFolded = false;
	for (let part: Element | null | undefined = target; part; part = part.parentElement?.closest('details')) {
		if (!(part instanceof HTMLDetailsElement) || part.open) continue;
		part.open = true;
		wasFolded = true;
	}
	// What was not folded the browser has shown by itself.
	if (isArrival || wasFolded || target.id !== location.hash.slice(1)) target.scrollIntoView();
}

/** A link to where the address already leads changes nothing that a browser would report; its target may have been folded since. */
function openTargetAgain(): void {
	document.addEventListener('click', ({ target }) => {
		if ((target as Element).closest<HTMLAnchorElement>('a[href^="#"]')?.hash === location.hash) openTarget(true);
	});
}

/** Who goes back after a link within the page comes out where they had read to: browsers lead to the target of the former address. */
function comeBack(): void {
	addEventListener('click', ({ target }) => {
		if (!(target as Element).closest('a[href^="#"]')) return;
		history.replaceState({ ...history.state, top: scrollY }, '');
	});
	addEventListener('popstate', ({ state }) => {
		if (typeof state?.top !== 'number') return;
		// The browser scrolls after this event.
		requestAnimationFrame(() => scrollTo({ top: state.top }));
	});
}

/** A link in the phone's sheet closes it, so that the reader sees where it led. */
function closeSheetOnJump(): void {
	const sheet = document.querySelector<HTMLDetailsElement>('.stage-bar');
	if (!sheet) return;
	sheet.addEventListener('click', (event) => {
		if ((event.target as Element).closest('a')) sheet.open = false;
	});
	sheet.addEventListener('keydown', (event) => {
		if (event.key !== 'Escape' || !sheet.open) return;
		sheet.open = false;
		sheet.querySelector('summary')?.focus();
	});
}

function copyListings(): void {
	document.addEventListener('click', async (event) => {
		const button = (event.target as Element).closest<HTMLButtonElement>('[data-copy]');
		const code = button?.closest('.listing')?.querySelector('code');
		if (!button || !code) return;
		try {
			await navigator.clipboard.writeText(code.textContent);
			button.textContent = 'Copied';
		} catch {
			getSelection()?.selectAllChildren(code);
			button.textContent = 'Selected: press Ctrl/⌘ C';
		}
		button.addEventListener('blur', () => (button.textContent = 'Copy'), { once: true });
	});
}

/** The keys of stages and questions; what they do is loaded with the first of them. */
function followStageKeys(): void {
	addEventListener('keydown', (event) => {
		const key = plainKey(event) ?? '';
		if (!['n', 'p', 'q'].includes(key)) return;
		event.preventDefault();
		withPart(
			() => import('./stageKeys.ts'),
			({ goBy }) => goBy(key),
		);
	});
}

/** Who comes from the search finds the words that they looked for. Without that, the heading is lit all the same. */
function lightSought(): void {
	if (sought.read() === undefined) return;
	import('../search/light.ts').then(
		({ light }) => light(),
		() => {},
	);
}

/** Starts all of it. The page reads without: stages are links, questions unfold by themselves. */
export function followReader(): void {
	followStages();
	openTarget(true);
	lightSought();
	addEventListener('hashchange', () => {
		openTarget(false);
		lightSought();
	});
	openTargetAgain();
	comeBack();
	closeSheetOnJump();
	copyListings();
	followQuestions();
	followStageKeys();
	// Where it does not come, the page reads as it is.
	import('./late.ts').catch(() => {});
}
