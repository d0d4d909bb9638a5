/** Content hashes in the names of built files, kept true when a file changes after the bundler named it. */
import { createHash } from 'node:crypto';

/** The same name with the hash of this content in place of the bundler's: `name.<hash>.ext`. */
export function hashedName(name: string, content: Uint8Array | string): string {
	const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
	return name.replace(/(\.[\w-]{8,10})?(\.\w+)$/, `.${hash}$2`);
}

/** What may be the name of a built file: letters, digits, `_` and `-`, with points between. A text is read once, however many files there are. */
const fileName = /[\w-]+(?:\.[\w-]+)+/g;

/** All that may be names of files in a text. */
export const namesIn = (text: string): ReadonlySet<string> => new Set(text.match(fileName));

/** Replaces old file names by new ones wherever a text mentions them. */
export const withNames = (text: string, names: ReadonlyMap<string, string>): string =>
	text.replace(fileName, (name) => names.get(name) ?? name);

/**
 * Names anew every file that mentions a renamed file, directly or through others: its content changes with the name.
 * The new hash covers the old name, which carries the old content's hash, and every change, so files may mention each
 * other in circles.
 *
 * @param files Hashed text files by name.
 * @param changes New names of other files by old name.
 * @returns All new names by old name, `changes` included.
 */
export function carryNames(
	files: ReadonlyMap<string, string>,
	changes: ReadonlyMap<string, string>,
): Map<string, string> {
	const names = new Map(changes);
	const seal = JSON.stringify([...changes].sort());
	const mentioned = [...files].map(([name, content]) => ({ name, others: namesIn(content) }));
	for (let before = -1; before !== names.size; ) {
		before = names.size;
		for (const { name, others } of mentioned) {
			if (names.has(name) || others.isDisjointFrom(names)) continue;
			names.set(name, hashedName(name, name + seal));
		}
	}
	return names;
}
