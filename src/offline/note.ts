/** The quiet word that a page is a copy: when it was kept, and why it is shown. */
import { loadStyles } from '../styles/loadStyles.ts';
import styles from './note.css?url';
import type { Reason, WhyKept } from './whyKept.ts';

const whys: Readonly<Record<Exclude<Reason, 'missing'>, string>> = {
	offline: 'No connection',
	slow: 'The connection is slow',
	foreign: 'Something else than this site answered',
};

function words(reason: keyof typeof whys, kept: number): string {
	const date = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric', year: 'numeric' }).format(kept);
	return `${whys[reason]}: this page is a copy, kept on ${date}.`;
}

/** Shows it until it is closed. A page that nobody has says so itself. */
export async function showNote({ reason, kept }: WhyKept): Promise<void> {
	if (reason === 'missing') return;
	await loadStyles(styles);
	const note = document.createElement('div');
	note.className = 'kept-note note';
	note.role = 'status';
	const close = document.createElement('button');
	close.type = 'button';
	close.textContent = 'Close';
	close.addEventListener('click', () => note.remove());
	document.body.append(note);
	// Screen readers say what changes in a status that is there.
	note.append(words(reason, kept), close);
}
