/** Writes its policy into every built page. */
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withPolicy } from '../contentSecurityPolicy.ts';

export default function contentSecurityPolicy(): AstroIntegration {
	return {
		name: 'content-security-policy',
		hooks: {
			'astro:build:done': async ({ dir }) => {
				const root = fileURLToPath(dir);
				for await (const page of glob('**/*.html', { cwd: root })) {
					const path = join(root, page);
					await writeFile(path, withPolicy(await readFile(path, 'utf8')));
				}
			},
		},
	};
}
