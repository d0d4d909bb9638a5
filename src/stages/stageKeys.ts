/** Single keys of a concept page: `n` and `p` lead to the next and the previous stage, `q` to the next question, opened. Loaded with the first. */

/** How far from the top of the window a heading may stand and still be where the reader is, in pixels. */
const NEAR = 48;

/** The first of some elements that begins below where the reader is. */
const next = <Part extends HTMLElement>(parts: readonly Part[]): Part | undefined =>
	parts.find((part) => part.getBoundingClientRect().top > NEAR);

/** The last one that begins above. */
const previous = <Part extends HTMLElement>(parts: readonly Part[]): Part | undefined =>
	parts.findLast((part) => part.getBoundingClientRect().top < -NEAR);

/** Brings a part to the top of the window, and the focus with it, so that Tab goes on from there. */
function goTo(part: HTMLElement, focus: HTMLElement): void {
	part.scrollIntoView();
	focus.focus({ preventScroll: true });
}

function goToStage(which: typeof next): void {
	const stage = which([...document.querySelectorAll<HTMLElement>('.stage')]);
	const heading = stage?.querySelector<HTMLElement>('h2');
	if (!stage || !heading) return;
	heading.tabIndex = -1;
	goTo(stage, heading);
}

function goToQuestion(): void {
	const question = next([...document.querySelectorAll<HTMLDetailsElement>('details.question')]);
	const summary = question?.querySelector('summary');
	if (!question || !summary) return;
	question.open = true;
	goTo(question, summary);
}

const uses: Record<string, () => void> = {
	n: () => goToStage(next),
	p: () => goToStage(previous),
	q: goToQuestion,
};

/** Obeys one of the keys. */
export function goBy(key: string): void {
	uses[key]?.();
}
