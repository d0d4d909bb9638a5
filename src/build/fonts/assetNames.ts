/** Content hashes in the names of built files, kept true when a file changes after the bundler named it. */
import { createHash } from 'node:crypto';

/** The same name with the hash of this content in place of the bundler's: `name.<hash>.ext`. */
export function hashedName(name: string, content: Uint8Array | string): string {
	const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
	return name.replace(/(\.[\w-]{8,10})?(\.\w+)$/, `.${hash}$2`);
}

/** Replaces old file names by new ones wherever a text mentions them. */
export function withNames(text: string, names: ReadonlyMap<string, string>): string {
	let result = text;
	for (const [before, after] of names) result = result.replaceAll(before, after);
	return result;
}

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
	for (let before = -1; before !== names.size; ) {
		before = names.size;
		for (const [name, content] of files) {
			if (names.has(name) || ![...names.keys()].some((changed) => content.includes(changed))) continue;
			names.set(name, hashedName(name, name + seal));
		}
	}
	return names;
}
