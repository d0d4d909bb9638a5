/** Shows beside a pressed word what is behind it: the line of output that a number stands in, what a term means, the reference that is cited. */
import { loadStyles } from '../styles/loadStyles.ts';
import styles from './card.css?url';
import { placeCard } from './place.ts';

const card = document.createElement('div');
card.className = 'card preview';
card.popover = 'manual';
const status = document.createElement('p');
status.className = 'visually-hidden';
status.role = 'status';

let shown: HTMLAnchorElement | undefined;

function element(name: string, ...children: (Node | string)[]): HTMLElement {
	const made = document.createElement(name);
	made.append(...children);
	return made;
}

/** What was printed, with the pressed words set off where its last line has them as such. */
function printedLines(line: string, words: string): HTMLElement {
	const at = line.indexOf(words, line.lastIndexOf('\n') + 1);
	if (at < 0) return element('samp', line);
	return element('samp', line.slice(0, at), element('mark', words), line.slice(at + words.length));
}

function contentOf(link: HTMLAnchorElement): HTMLElement[] {
	const { printed } = link.dataset;
	const way = document.createElement('a');
	way.href = link.href;
	if (printed !== undefined) {
		way.textContent = 'The listing that prints it';
		return [printedLines(printed, link.textContent?.trim() ?? ''), element('p', way)];
	}
	const source = sourceOf(link)?.cloneNode(true) as HTMLElement | undefined;
	if (!source) throw new Error(`${link.hash} is not on the page`);
	source.querySelector('.back')?.remove();
	way.textContent = link.closest('.cite') ? 'All references' : 'All terms of this page';
	return [element('p', ...source.childNodes), element('p', way)];
}

/** What the page says of a term or a reference, where it lists them. */
function sourceOf({ hash }: HTMLAnchorElement): HTMLElement | null | undefined {
	const row = document.getElementById(decodeURIComponent(hash.slice(1)));
	return row?.querySelector('dd') ?? row;
}

const back = document.createElement('a');
back.className = 'back no-print';
back.href = '#read-on-here';
back.textContent = 'Back to the text';

/** Puts the way back beside what a link leads to. */
function leadBack(link: HTMLAnchorElement): void {
	for (const former of document.querySelectorAll(back.hash)) former.removeAttribute('id');
	link.id = back.hash.slice(1);
	sourceOf(link)?.append(' ', back);
}

/** What the card says, without what KaTeX draws beside its MathML. */
function spoken(): string {
	const copy = card.cloneNode(true) as HTMLElement;
	for (const drawn of copy.querySelectorAll('.katex-html, a')) drawn.remove();
	return copy.textContent?.trim() ?? '';
}

function hide(): void {
	if (!shown) return;
	shown.ariaExpanded = null;
	shown = undefined;
	status.textContent = '';
	card.remove();
}

const isInside = (target: EventTarget | null): boolean =>
	target instanceof Node && (card.contains(target) || shown?.contains(target) === true);

function dismiss(event: Event): void {
	if (!shown) return;
	if (event instanceof KeyboardEvent) {
		if (event.key !== 'Escape') return;
		const link = shown;
		const hadFocus = card.contains(document.activeElement);
		hide();
		if (hadFocus) link.focus();
		event.preventDefault();
		event.stopPropagation();
	} else if (!isInside(event.target)) hide();
}

function followDismissals(): void {
	document.body.append(status);
	for (const name of ['pointerdown', 'focusin', 'keydown']) document.addEventListener(name, dismiss, true);
	addEventListener('resize', hide);
	// The way out of the card leads away from the word.
	card.addEventListener('click', ({ target }) => {
		const way = target instanceof Element && target.closest('a');
		if (!way) return;
		if (shown && way.hash === shown.hash && shown.matches('.cite a')) leadBack(shown);
		setTimeout(hide);
	});
}

/** Shows the card of a link, right after it in the order of the page. @throws when its styles or its words cannot be had. */
export async function showPreview(link: HTMLAnchorElement): Promise<void> {
	await loadStyles(styles);
	if (!status.isConnected) followDismissals();
	hide();
	card.replaceChildren(...contentOf(link));
	link.after(card);
	card.showPopover();
	const printed = card.querySelector('samp');
	// What scrolls can be scrolled by keys.
	if (printed && printed.scrollWidth > printed.clientWidth) printed.tabIndex = 0;
	const [first] = link.getClientRects();
	placeCard(card, first ?? link.getBoundingClientRect(), (first ?? link.getBoundingClientRect()).left);
	shown = link;
	link.ariaExpanded = 'true';
	status.textContent = spoken();
}
