/** A later version of a built site, as a deployment would bring it: every script under a new name, and words by which pages are known. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtFiles, manifestOf } from '../../../src/build/integrations/offline.ts';
import { manifestPath } from '../../../src/offline/manifest.ts';

/** Stands in the heading of every page of the later version. */
export const LATER = 'Second edition: ';

/** @returns The folder, and how to remove it. */
export function nextVersion(folder: string): { folder: string; remove: () => void } {
	const next = mkdtempSync(join(tmpdir(), 'sixfold-next-'));
	cpSync(folder, next, { recursive: true, filter: (path) => !/\.(?:br|gz)$|[\\/]og[\\/]/.test(path) });
	const scripts = readdirSync(join(next, '_astro')).filter((name) => name.endsWith('.js'));
	const later = new Map(scripts.map((name) => [name, name.replace(/\.js$/, '-2.js')]));
	const names = new RegExp(scripts.map((name) => name.replaceAll('.', '\\.')).join('|'), 'g');
	for (const entry of readdirSync(next, { recursive: true, withFileTypes: true })) {
		const path = join(entry.parentPath, entry.name);
		if (!entry.isFile() || !/\.(?:html|js)$/.test(path)) continue;
		const text = readFileSync(path, 'utf8').replace(names, (name) => later.get(name) ?? name);
		writeFileSync(path, path.endsWith('.html') ? text.replace(/<h1\b[^>]*>/, (tag) => tag + LATER) : text);
	}
	for (const [name, renamed] of later) renameSync(join(next, '_astro', name), join(next, '_astro', renamed));
	writeFileSync(join(next, manifestPath), JSON.stringify(manifestOf(builtFiles(next))));
	return { folder: next, remove: () => rmSync(next, { recursive: true }) };
}
