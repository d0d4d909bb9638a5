/** Puts what a page's first screen waits for into the page, and makes the scripts that stand in it small. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withFirstScreen } from '../firstScreen/firstScreen.ts';
import { withSmallScripts } from '../firstScreen/scripts.ts';
import { changeEveryPage } from './everyPage.ts';

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
				await changeEveryPage(dir, (html) => withSmallScripts(withFirstScreen(html, read)));
			},
		},
	};
}
