/** Puts what a page's first screen waits for into the page, and makes the scripts that stand in it small. */
import { readFileSync } from 'node:fs';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withFirstScreen } from '../firstScreen/firstScreen.ts';
import { withSmallScripts } from '../firstScreen/scripts.ts';

export default function firstScreen(): AstroIntegration {
	let base: string;
	return {
		name: 'first-screen',
		hooks: {
			'astro:config:done': ({ config }) => {
				base = config.base;
			},
			'astro:build:done': async ({ dir }) => {
				const root = fileURLToPath(dir);
				const sheets = new Map<string, string>();
				const read = (address: string): string => {
					const known = sheets.get(address) ?? readFileSync(join(root, address.slice(base.length)), 'utf8');
					sheets.set(address, known);
					return known;
				};
				for await (const page of glob('**/*.html', { cwd: root })) {
					const path = join(root, page);
					const html = await readFile(path, 'utf8');
					await writeFile(path, withSmallScripts(withFirstScreen(html, read)));
				}
			},
		},
	};
}
