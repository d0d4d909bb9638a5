/** The band of each question when it was last answered, for the concept pages: a small copy, so that a page that only shows it opens no database. */
import { kept } from '../keeping/kept.ts';

const isBands = (value: unknown): value is Record<string, string> =>
	typeof value === 'object' && value !== null && Object.values(value).every((band) => typeof band === 'string');

const last = kept('last', (value) => (isBands(value) ? value : undefined));

/** Bands by the question's id; empty where nothing is kept. */
export function lastBands(concept: string): Record<string, string> {
	return last.read(concept) ?? {};
}

/** Keeps what was answered last, beside what was answered before. The copy is a courtesy; the drills themselves are kept elsewhere. */
export function rememberBands(concept: string, bands: ReadonlyMap<string, string>): void {
	last.keep({ ...lastBands(concept), ...Object.fromEntries(bands) }, concept);
}

/** Says beside a question how its last answer went. */
export function showLast(question: Element, band: string): void {
	const meta = question.querySelector('.question-meta');
	const last = meta?.querySelector('.last') ?? meta?.appendChild(document.createElement('span'));
	if (!last) return;
	last.className = 'last';
	last.textContent = `your last: ${band}`;
}
