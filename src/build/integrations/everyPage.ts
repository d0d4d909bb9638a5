/** What several steps of a build do: change every page of the built site. */
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Writes every page anew.
 *
 * @param dir The built site.
 * @param change The page as it shall be. Its file is the path in the built site, with slashes.
 */
export async function changeEveryPage(dir: URL, change: (html: string, file: string) => string): Promise<void> {
	const root = fileURLToPath(dir);
	for await (const page of glob('**/*.html', { cwd: root })) {
		const path = join(root, page);
		await writeFile(path, change(await readFile(path, 'utf8'), page.replaceAll('\\', '/')));
	}
}
