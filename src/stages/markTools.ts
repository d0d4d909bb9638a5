/** A reader's marks on a concept page: beside each section, question and listing what marks it, and the note that stands on it. */
import { loadPart, messageOf } from '../loading/loadPart.ts';
import { tell } from '../loading/tell.ts';
import { pathTo } from '../paths.ts';
import { markedOn } from '../recall/marked.ts';
import { lineOf } from './formulaLine.ts';

type MarkKeeping = typeof import('../recall/views/marks/keepMarks.ts');

const markable = '.stage-opening h2[id], .stage > h3[id], .question, .listing[id]';

/** One place of the page, and what stands beside it. */
interface Place {
	readonly part: HTMLElement;
	readonly anchor: string;
	readonly title: string;
	readonly tools: HTMLElement;
	readonly toggle: HTMLButtonElement;
	readonly note: HTMLButtonElement;
	/** The note's field, or what was just taken away, while it is open. */
	panel?: HTMLElement | undefined;
}

/** What a place is called, its formulas in a line. */
function titleOf(part: HTMLElement): string {
	const head = part.matches('h2, h3') ? part : part.querySelector('summary h3, .listing-head .file');
	const copy = head?.cloneNode(true) as Element;
	for (const formula of copy.querySelectorAll('.katex:has(math)')) {
		formula.replaceWith(lineOf(formula.querySelector('math') as Element));
	}
	return copy.textContent.replace(/\s+/g, ' ').trim();
}

function element<Tag extends keyof HTMLElementTagNameMap>(
	tag: Tag,
	properties: Partial<HTMLElementTagNameMap[Tag]>,
	...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
	const made = Object.assign(document.createElement(tag), properties);
	made.append(...children);
	return made;
}

function button(className: string, text = ''): HTMLButtonElement {
	return element('button', { type: 'button', className, textContent: text });
}

function placeOf(part: HTMLElement): Place {
	const [anchor, title] = [part.id, titleOf(part)];
	const [toggle, note] = [button('mark-toggle'), button('mark-note')];
	toggle.ariaLabel = `Mark “${title}”`;
	toggle.title = 'Mark it';
	note.ariaLabel = `Note on “${title}”`;
	note.title = 'Your note';
	note.ariaExpanded = 'false';
	const kind = part.matches('.question') ? 'question' : part.matches('.listing') ? 'listing' : part.localName;
	return {
		part,
		anchor,
		title,
		toggle,
		note,
		tools: element('div', { className: `mark-tools at-${kind} no-print` }, toggle, note),
	};
}

/** Puts a place's tools beside it. They take no room, so nothing moves. */
function put({ part, tools }: Place): void {
	// What can be pressed must not stand in a heading's name, nor in the summary of a question.
	(part.querySelector(':scope > figcaption') ?? part).after(tools);
}

/** Puts a panel under the head of its place. */
function putPanel({ part, tools }: Place, panel: HTMLElement): void {
	if (!(part instanceof HTMLDetailsElement)) tools.after(panel);
	else if (part.open) part.querySelector('.question-body')?.prepend(panel);
	else part.after(panel);
}

function closePanel(place: Place): void {
	place.panel?.remove();
	place.panel = undefined;
	place.note.ariaExpanded = 'false';
}

function openPanel(place: Place, panel: HTMLElement): void {
	closePanel(place);
	place.panel = panel;
	putPanel(place, panel);
}

/** Loads the history and has it do something; what fails is told over the page, and nothing is changed. */
async function withMarks<Value>(place: Place, use: (marks: MarkKeeping) => Promise<Value>): Promise<Value | undefined> {
	place.tools.ariaBusy = 'true';
	try {
		return await use(await loadPart(() => import('../recall/views/marks/keepMarks.ts')));
	} catch (error) {
		tell(messageOf(error));
		return undefined;
	} finally {
		place.tools.ariaBusy = null;
	}
}

/** The field for a note on a place that is marked. */
function notePanel(concept: string, place: Place, text: string): HTMLElement {
	const field = element('textarea', { rows: 2, value: text });
	const said = element('span', { role: 'status', className: 'note' });
	const close = button('text-button', 'Close');
	const form = element(
		'form',
		{ className: 'mark-form no-print', ariaLabel: `Your mark: ${place.title}` },
		element('label', { className: 'note' }, 'Marked. Your note on it, if you like; it stays in this browser', field),
		element(
			'p',
			{ className: 'actions' },
			element('button', { type: 'submit', className: 'button' }, 'Keep the note'),
			close,
			element('a', { className: 'text-button', href: pathTo('marks/') }, 'All your marks'),
			said,
		),
	);
	const leave = (): void => {
		closePanel(place);
		place.note.focus({ preventScroll: true });
	};
	close.addEventListener('click', leave);
	form.addEventListener('keydown', (event) => {
		if (event.key !== 'Escape' || event.isComposing) return;
		event.stopPropagation();
		leave();
	});
	form.addEventListener('submit', async (event) => {
		event.preventDefault();
		const kept = await withMarks(place, (marks) => marks.keepMark(concept, place, field.value));
		if (kept) said.textContent = kept.note ? 'Kept.' : 'Kept, without a note.';
	});
	return form;
}

/** Offers back what was just taken away. */
function takenPanel(concept: string, place: Place, note: string): HTMLElement {
	const undo = button('text-button', 'Undo');
	undo.addEventListener('click', async () => {
		const kept = await withMarks(place, (marks) => marks.keepMark(concept, place, note));
		if (!kept) return;
		closePanel(place);
		place.toggle.focus({ preventScroll: true });
	});
	return element(
		'p',
		{ className: 'mark-taken note no-print', role: 'status' },
		'The mark and its note are taken away. ',
		undo,
	);
}

async function toggleMark(concept: string, place: Place): Promise<void> {
	if (place.tools.ariaBusy) return;
	if (place.toggle.ariaPressed === 'true') {
		const taken = await withMarks(place, (marks) => marks.takeMark(concept, place.anchor));
		if (!taken) return;
		closePanel(place);
		if (taken.note) openPanel(place, takenPanel(concept, place, taken.note));
		return;
	}
	const kept = await withMarks(place, (marks) => marks.keepMark(concept, place));
	if (kept) showNote(concept, place, kept.note);
}

function showNote(concept: string, place: Place, text: string): HTMLElement {
	const panel = notePanel(concept, place, text);
	openPanel(place, panel);
	place.note.ariaExpanded = 'true';
	return panel;
}

async function toggleNote(concept: string, place: Place): Promise<void> {
	if (place.tools.ariaBusy) return;
	if (place.note.ariaExpanded === 'true') {
		closePanel(place);
		return;
	}
	const known = await withMarks(place, (marks) => marks.findMark(concept, place.anchor));
	if (known) showNote(concept, place, known.note).querySelector('textarea')?.focus();
}

/** Shows what is marked, as the browser keeps it: here, or in another tab. */
function paint(concept: string, places: readonly Place[]): void {
	const marked = markedOn(concept);
	for (const { anchor, toggle, note } of places) {
		toggle.ariaPressed = `${marked.has(anchor)}`;
		note.hidden = !marked.has(anchor);
		note.classList.toggle('written', marked.get(anchor) === true);
	}
}

/** Puts the tools beside everything that can be marked. */
export function offerMarks(): void {
	const concept = document.querySelector<HTMLElement>('[data-concept]')?.dataset.concept;
	if (!concept) return;
	const places = [...document.querySelectorAll<HTMLElement>(markable)].map(placeOf);
	for (const place of places) {
		place.toggle.addEventListener('click', () => toggleMark(concept, place));
		place.note.addEventListener('click', () => toggleNote(concept, place));
		put(place);
	}
	const repaint = (): void => paint(concept, places);
	repaint();
	for (const event of ['storage', 'pageshow']) addEventListener(event, repaint);
}
