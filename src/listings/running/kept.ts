/**
 * Keeps a reader's changed listings in their browser, one entry a file, and says so above the code:
 * `sixfold:listing:<slug>/<file>` → the changed source as plain text. Where storage is blocked or full, a change holds for this page.
 */

const prefix = 'sixfold:listing:';

/** The reader's version of a listing; undefined when it is the original. */
export function keptSource(listing: string): string | undefined {
	try {
		return localStorage.getItem(prefix + listing) ?? undefined;
	} catch {
		return undefined;
	}
}

/** Returns whether it is kept. */
export function keepSource(listing: string, source: string): boolean {
	try {
		localStorage.setItem(prefix + listing, source);
		return true;
	} catch {
		return false;
	}
}

export function forgetSource(listing: string): void {
	try {
		localStorage.removeItem(prefix + listing);
	} catch {
		// Blocked: nothing is kept.
	}
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
