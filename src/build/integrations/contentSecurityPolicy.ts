/** Writes its policy into every built page. */
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withPolicy } from '../contentSecurityPolicy.ts';
import { packagesAddress } from '../packageSource.ts';

export default function contentSecurityPolicy(): AstroIntegration {
	let packages: string;
	return {
		name: 'content-security-policy',
		hooks: {
			'astro:config:done': ({ config }) => {
				packages = packagesAddress(config.base);
			},
			'astro:build:done': async ({ dir }) => {
				const root = fileURLToPath(dir);
				for await (const page of glob('**/*.html', { cwd: root })) {
					const path = join(root, page);
					const file = page.replaceAll('\\', '/');
					await writeFile(path, withPolicy(await readFile(path, 'utf8'), packages, file));
				}
			},
		},
	};
}
