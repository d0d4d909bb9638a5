/**
 * Answers a reader who points at a symbol, taps it or moves to it by the arrow keys: a card says what the notation table says of it, and
 * it lights up wherever else it stands, in formulas, in the table and in the listings.
 */
import cardStyles from '../preview/card.css?url';
import { placeCard } from '../preview/place.ts';
import { loadStyles } from '../styles/loadStyles.ts';
import styles from './answer.css?url';
import { rangesOf } from './code.ts';

/** A pointer that only passes asks for nothing. */
const REST = 90;
/** Time to move from the symbol to its card. */
const LEAVE = 240;
/** How far from a symbol a finger may land, in CSS pixels. */
const REACH = 28;

const rows = [...document.querySelectorAll<HTMLElement>('.notation dl > div')];
const formulas = [...document.querySelectorAll<HTMLElement>('.math:has([data-s])')];
const card = document.createElement('div');
const status = document.createElement('p');

/** The mark that the card belongs to. */
let shown: HTMLElement | undefined;
let pinned = false;
let timer: ReturnType<typeof setTimeout> | undefined;

const symbolOf = (mark: Element | null | undefined): number =>
	Number((mark as HTMLElement | undefined)?.dataset.s ?? Number.NaN);

function light(symbol: number | undefined): void {
	for (const mark of document.querySelectorAll('.lit')) mark.classList.remove('lit');
	CSS.highlights?.delete('symbol');
	if (symbol === undefined) return;
	for (const mark of document.querySelectorAll(`[data-s="${symbol}"]`)) mark.classList.add('lit');
	rows[symbol]?.classList.add('lit');
	const names = rows[symbol]?.querySelector('dd > code')?.textContent;
	if (names && CSS.highlights) CSS.highlights.set('symbol', new Highlight(...rangesOf(names)));
}

/** A part of a row of the table, for the card. */
function part(row: HTMLElement, selector: string): HTMLElement[] {
	const found = row.querySelector(selector)?.cloneNode(true) as HTMLElement | undefined;
	if (!found?.textContent?.trim()) return [];
	// A copy lights up and takes the focus as little as it answers.
	for (const copy of [found, ...found.querySelectorAll('[tabindex], [data-s]')]) {
		for (const name of ['tabindex', 'data-s']) copy.removeAttribute(name);
		copy.classList.remove('lit', 'asked');
	}
	return [found];
}

/** A text without what KaTeX draws beside the MathML. */
function plain(elements: readonly HTMLElement[]): string {
	return elements
		.map((element) => {
			const copy = element.cloneNode(true) as HTMLElement;
			for (const drawn of copy.querySelectorAll('.katex-html')) drawn.remove();
			return copy.textContent?.trim() ?? '';
		})
		.filter(Boolean)
		.join('; ');
}

/** KaTeX writes stacks from the bottom up, and tables column by column; a reader goes down, and along the lines. */
function byReading(a: Element, b: Element): number {
	let around = a.parentElement;
	while (around && !around.contains(b)) around = around.parentElement;
	const apart = a.getBoundingClientRect().top - b.getBoundingClientRect().top;
	const least = around?.matches('.mtable') ? 14 : around?.matches('.vlist') ? 2 : Infinity;
	if (Math.abs(apart) > least) return apart;
	return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** Marks of a formula as the arrow keys visit them: pieces of one symbol count as one. */
function stepsIn(formula: Element): HTMLElement[] {
	const marks = [...formula.querySelectorAll<HTMLElement>('[data-s]')].sort(byReading);
	return marks.filter((mark, index) => {
		const before = marks[index - 1];
		return symbolOf(before) !== symbolOf(mark) || before?.nextElementSibling !== mark;
	});
}

function place(mark: HTMLElement): void {
	placeCard(card, (mark.closest('.math.display') ?? mark).getBoundingClientRect(), mark.getBoundingClientRect().left);
}

function show(mark: HTMLElement): void {
	clearTimeout(timer);
	if (shown === mark) return;
	const symbol = symbolOf(mark);
	const row = rows[symbol];
	if (!row) return;
	shown?.classList.remove('asked');
	shown = mark;
	light(symbol);
	mark.classList.add('asked');
	const facts = document.createElement('p');
	facts.append(...part(row, '.shape'), ...part(row, 'dd > code'), ...part(row, '.said'));
	card.replaceChildren(...part(row, 'dt .math'), ...part(row, '.meaning'), facts);
	card.hidden = false;
	place(mark);
}

/** Tells a screen reader what the card shows. */
function say(mark: HTMLElement, hint = ''): void {
	const row = rows[symbolOf(mark)];
	if (!row) return;
	const told = ['dt', '.meaning', '.shape', 'dd > code', '.said'].flatMap((selector) => part(row, selector));
	status.textContent = `${plain(told)}.${hint}`;
}

function hide(): void {
	clearTimeout(timer);
	if (!shown) return;
	shown.classList.remove('asked');
	shown = undefined;
	pinned = false;
	card.hidden = true;
	status.textContent = '';
	light(undefined);
}

function onPointer({ target, pointerType }: PointerEvent): void {
	if (pointerType === 'touch' || pinned || !(target instanceof Element)) return;
	clearTimeout(timer);
	const isOnCard = card.contains(target);
	const mark = isOnCard ? null : target.closest<HTMLElement>('[data-s]');
	if (mark) {
		timer = setTimeout(() => show(mark), shown ? 0 : REST);
	} else if (!isOnCard) {
		const row = target.closest<HTMLElement>('.notation dl > div');
		timer = setTimeout(() => {
			hide();
			light(row ? rows.indexOf(row) : undefined);
		}, LEAVE);
	}
}

/** The symbol nearest to a point: letters are smaller than fingers. */
function nearest(formula: Element, x: number, y: number): HTMLElement | undefined {
	let best: HTMLElement | undefined;
	let least = REACH;
	for (const mark of formula.querySelectorAll<HTMLElement>('[data-s]')) {
		const { left, right, top, bottom } = mark.getBoundingClientRect();
		const distance = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
		if (distance < least) [best, least] = [mark, distance];
	}
	return best;
}

function onClick({ target, clientX, clientY }: MouseEvent): void {
	if (!(target instanceof Element) || card.contains(target)) return;
	const isControl = target.closest('a, summary, button');
	const area = isControl ? null : target.closest('.math, .notation dl > div');
	const mark =
		area && (nearest(area, clientX, clientY) ?? (area.matches('.math') ? null : area.querySelector('[data-s]')));
	const again = pinned && mark === shown;
	if (!mark || again) {
		hide();
		return;
	}
	show(mark as HTMLElement);
	say(mark as HTMLElement);
	pinned = true;
}

function onFocus({ target }: FocusEvent): void {
	if (!(target instanceof HTMLElement) || !formulas.includes(target)) {
		if (pinned && !card.contains(target as Node)) hide();
		return;
	}
	// A click on a formula focuses it too, but asks for the symbol under the pointer.
	if (target.matches(':focus-visible')) step(stepsIn(target), 0, ' Arrow keys move to the other symbols.');
}

function step(steps: readonly HTMLElement[], index: number, hint = ''): void {
	const mark = steps.at(index);
	if (!mark) return;
	mark.scrollIntoView({ block: 'nearest', inline: 'nearest' });
	show(mark);
	pinned = true;
	const at = index < 0 ? steps.length + index : index;
	say(mark, ` ${at + 1} of ${steps.length}.${steps.length > 1 || hint === '' ? hint : ''}`);
}

/** The next formula on the page that is not folded away. */
function neighbor(formula: HTMLElement, by: 1 | -1): HTMLElement | undefined {
	for (let at = formulas.indexOf(formula) + by; formulas[at]; at += by) {
		const candidate = formulas[at];
		if (candidate?.hasAttribute('tabindex') && candidate.checkVisibility()) return candidate;
	}
	return undefined;
}

function move(formula: HTMLElement, by: 1 | -1): void {
	const steps = stepsIn(formula);
	const at = steps.indexOf(shown as HTMLElement);
	const next = at < 0 ? 0 : at + by;
	if (steps[next]) {
		step(steps, next);
		return;
	}
	// The end of a wide formula may lie beyond its last symbol.
	const before = formula.scrollLeft;
	formula.scrollBy({ left: 80 * by, behavior: 'instant' });
	if (formula.scrollLeft !== before) return;
	const other = neighbor(formula, by);
	other?.focus({ focusVisible: true } as FocusOptions);
	if (other && by < 0) step(stepsIn(other), -1);
}

function onKey(event: KeyboardEvent): void {
	const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
	if (key === 'Escape' && shown) {
		hide();
		event.preventDefault();
		return;
	}
	const formula = document.activeElement as HTMLElement;
	if (altKey || ctrlKey || metaKey || shiftKey || !formulas.includes(formula)) return;
	const steps = stepsIn(formula);
	const moves: Record<string, () => void> = {
		ArrowRight: () => move(formula, 1),
		ArrowLeft: () => move(formula, -1),
		Home: () => step(steps, 0),
		End: () => step(steps, -1),
		Enter: () => step(steps, Math.max(0, steps.indexOf(shown as HTMLElement))),
	};
	const act = moves[key];
	if (!act) return;
	event.preventDefault();
	act();
}

const answers: Record<string, (event: never) => void> = {
	pointerover: onPointer,
	click: onClick,
	focusin: onFocus,
	keydown: onKey,
};

function answer(event: Event): void {
	answers[event.type]?.(event as never);
}

/** Starts answering; what it returns answers the event that asked for it. @throws when the card's styles cannot be loaded. */
export async function answerReader(): Promise<(event: Event) => void> {
	await Promise.all([cardStyles, styles].map(loadStyles));
	card.className = 'card symbol-card';
	card.hidden = true;
	status.className = 'visually-hidden';
	status.role = 'status';
	document.body.append(card, status);
	for (const name of Object.keys(answers)) document.addEventListener(name, answer);
	// A box that scrolls sideways takes the symbol from under its card.
	document.addEventListener('scroll', ({ target }) => target !== document && shown && place(shown), {
		capture: true,
		passive: true,
	});
	addEventListener('resize', hide);
	return answer;
}
