/** Keeps a reader's changed listings in their browser, one entry a file, and says so above the code. */
import { kept } from '../../keeping/kept.ts';

/** By listing, `<slug>/<file>`: the changed source. Where storage is blocked or full, a change holds for this page. */
const sources = kept('listing', (value) => (typeof value === 'string' ? value : undefined));

/** The reader's version of a listing; undefined when it is the original. */
export function keptSource(listing: string): string | undefined {
	return sources.read(listing);
}

/** Returns whether it is kept. */
export function keepSource(listing: string, source: string): boolean {
	return sources.keep(source, listing);
}

export function forgetSource(listing: string): void {
	sources.forget(listing);
}

/** How a listing stands: as its author wrote it, or changed, and whether the change is kept. */
export type ListingState = 'original' | 'kept' | 'not-kept';

const words = {
	kept: 'Changed by you, and kept in this browser.',
	'not-kept': 'Changed by you until you leave: this browser keeps nothing, or has no room.',
};

function newNote(file: string): HTMLElement {
	const note = document.createElement('p');
	note.className = 'listing-kept note';
	const reset = document.createElement('button');
	reset.type = 'button';
	reset.className = 'text-button';
	reset.textContent = 'Reset';
	reset.dataset.reset = '';
	reset.setAttribute('aria-label', `Reset ${file}`);
	note.append(document.createElement('span'), ' ', reset);
	return note;
}

/** Says above the code of a figure that the reader has changed it, or takes that away. */
export function showKept(figure: HTMLElement, state: ListingState): void {
	const shown = figure.querySelector<HTMLElement>('.listing-kept');
	if (state === 'original') {
		shown?.remove();
		return;
	}
	const note = shown ?? newNote(figure.dataset.listing?.split('/').at(-1) ?? '');
	if (!shown) figure.querySelector('figcaption')?.after(note);
	const [said] = note.children;
	if (said) said.textContent = words[state];
}
