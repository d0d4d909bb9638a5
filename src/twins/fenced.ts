/** Code in Markdown. */

/** A block of code, fenced by more backticks than it holds. */
export function fenced(language: string, text: string): string {
	const ticks = '`'.repeat(Math.max(3, ...[...text.matchAll(/`{3,}/g)].map(([run]) => run.length + 1)));
	return `${ticks}${language}\n${text}\n${ticks}`;
}
