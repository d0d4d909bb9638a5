/** Finishes every page of the built site, all in one pass: what is about a page as a whole, once every other file has its last name. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { packagesAddress } from '../../published/packageSource.ts';
import { withPolicy } from '../contentSecurityPolicy.ts';
import { withFirstScreen } from '../firstScreen/firstScreen.ts';
import { withSmallScripts } from '../firstScreen/scripts.ts';
import { withTidyIslands } from '../islands.ts';
import { withStyleRules } from '../styleClasses.ts';
import { withoutReadings } from './searchablePage.ts';

export default function pages(): AstroIntegration {
	let base: string;
	return {
		name: 'pages',
		hooks: {
			'astro:config:done': ({ config }) => {
				base = config.base;
			},
			'astro:build:done': ({ dir }) => finishPages(fileURLToPath(dir), base),
		},
	};
}

function finishPages(root: string, base: string): void {
	const sheets = new Map<string, string>();
	const sheetAt = (address: string): string => {
		const known = sheets.get(address) ?? readFileSync(join(root, address.slice(base.length)), 'utf8');
		sheets.set(address, known);
		return known;
	};
	const packages = packagesAddress(base);
	/** The policy comes last: it has the hashes of what the others write. */
	const finished = (html: string, file: string): string => {
		const plain = withTidyIslands(withoutReadings(html));
		return withPolicy(withStyleRules(withSmallScripts(withFirstScreen(plain, sheetAt))), packages, file);
	};
	for (const page of globSync('**/*.html', { cwd: root })) {
		const path = join(root, page);
		writeFileSync(path, finished(readFileSync(path, 'utf8'), page.replaceAll('\\', '/')));
	}
}
