/** What a concept's listing printed, as a test compares models with it: numbers are read from the record, never copied. */
import { readFileSync } from 'node:fs';

/** The lines of `content/concepts/<slug>/listings/<name>.out`. */
export function recordedLines(slug: string, name: string): string[] {
	const file = new URL(`../../../content/concepts/${slug}/listings/${name}.out`, import.meta.url);
	return readFileSync(file, 'utf8').trimEnd().split('\n');
}

/**
 * The numbers of the line that begins with a label.
 *
 * @throws Error when there is no such line: the listing was changed, and the test has to follow.
 */
export function numbersAfter(lines: readonly string[], label: string): number[] {
	const line = lines.find((one) => one.trimStart().startsWith(label));
	if (line === undefined) throw new Error(`no recorded line begins with "${label}"`);
	const rest = line.trimStart().slice(label.length);
	return [...rest.matchAll(/-?\d[\d,]*(?:\.\d+)?/g)].map(([text]) => Number(text.replaceAll(',', '')));
}
