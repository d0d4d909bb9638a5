/** Every place where the site keeps something stands in one list: no other file reaches for the browser's storage. */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const src = fileURLToPath(new URL('../../../src/', import.meta.url));

/** What keeps something in a browser, and who may name it. */
const keepers: readonly [RegExp, RegExp][] = [
	[/\b(?:local|session)Storage\b/, /^keeping\//],
	[/\b(?:indexedDB|openDB|deleteDB)\b|['"]idb['"]/, /^recall\/store\/connection\.ts$/],
	[/\bdocument\.cookie\b|\bcookieStore\b|\bcaches\.|\bCacheStorage\b|\bgetDirectory\(/, /^keeping\//],
];

/** Code without its comments, which may speak of anything. */
function code(text: string): string {
	return text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$|<!--[\s\S]*?-->/gm, '');
}

test('storage is named in the rooms that keep it, and nowhere else', async () => {
	const files = (await readdir(src, { recursive: true })).filter((file) => /\.(?:ts|tsx|astro|mjs)$/.test(file));
	expect(files).toContain('keeping/kept.ts');
	const found: string[] = [];
	for (const file of files) {
		const text = code(await readFile(src + file, 'utf8'));
		for (const [name, mayName] of keepers) {
			const [match] = name.exec(text) ?? [];
			if (match && !mayName.test(file)) found.push(`${file} names ${match}`);
		}
	}
	expect(found).toEqual([]);
});
