/**
 * Finished HTML of texts, formulas and code, beside the modules that are compiled from them. They run in the process that compiled them, in a build and
 * in dev alike; what is bundled is another copy of this module, so the texts are found through what all copies share.
 */

const place = Symbol.for('sixfold: finished HTML of texts');
const shared = globalThis as { [place]?: Map<string, Buffer> };

const texts = shared[place] ?? new Map<string, Buffer>();
shared[place] = texts;

/** Keeps the finished HTML of a text, in place of what it had before. As bytes: as strings they would be twice as large. */
export function keepFinished(name: string, finished: readonly string[]): void {
	texts.set(name, Buffer.from(JSON.stringify(finished)));
}

/**
 * The finished HTML of a text.
 *
 * @throws when nothing compiled it
 */
export function finishedOf(name: string): string[] {
	const finished = texts.get(name);
	if (!finished) throw new Error(`${name} was not compiled in this process`);
	return JSON.parse(finished.toString());
}
