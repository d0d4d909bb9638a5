/**
 * The band of each question when it was last answered, for the concept pages: a small copy, as JSON under
 * `sixfold:last:<base path><slug>`, so that a page that only shows it opens no database.
 */
const keyOf = (concept: string): string => `sixfold:last:${import.meta.env.BASE_URL}${concept}`;

/** Bands by the question's id; empty where nothing is kept. */
export function lastBands(concept: string): Record<string, string> {
	try {
		return JSON.parse(localStorage.getItem(keyOf(concept)) ?? '{}');
	} catch {
		return {};
	}
}

/** Keeps what was answered last, beside what was answered before. */
export function rememberBands(concept: string, bands: ReadonlyMap<string, string>): void {
	try {
		localStorage.setItem(keyOf(concept), JSON.stringify({ ...lastBands(concept), ...Object.fromEntries(bands) }));
	} catch {
		// The copy is a courtesy; the drills themselves are kept elsewhere.
	}
}

/** Says beside a question how its last answer went. */
export function showLast(question: Element, band: string): void {
	const meta = question.querySelector('.question-meta');
	const last = meta?.querySelector('.last') ?? meta?.appendChild(document.createElement('span'));
	if (!last) return;
	last.className = 'last';
	last.textContent = `your last: ${band}`;
}
