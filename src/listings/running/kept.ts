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

function noteOf(file: string): HTMLElement {
	const note = document.createElement('p');
	note.className = 'listing-kept note';
	note.innerHTML =
		'<span>Changed by you, and kept in this browser.</span> <button class="text-button" type="button" data-reset>Reset</button>';
	note.querySelector('button')?.setAttribute('aria-label', `Reset ${file}`);
	return note;
}

/** Says above the code of a figure that the reader has changed it, or takes that away. */
export function showKept(figure: HTMLElement, changed: boolean): void {
	const note = figure.querySelector('.listing-kept');
	if (!changed) note?.remove();
	else if (!note) figure.querySelector('figcaption')?.after(noteOf(figure.dataset.listing?.split('/').at(-1) ?? ''));
}
