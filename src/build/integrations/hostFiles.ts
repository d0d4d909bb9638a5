/** Writes the files that hosts read themselves. */
import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { hostFiles } from '../hostFiles.ts';

export default function hostFilesWritten(): AstroIntegration {
	let base = '/';
	return {
		name: 'host-files',
		hooks: {
			'astro:config:done': ({ config }) => {
				base = config.base;
			},
			'astro:build:done': async ({ dir }) => {
				for (const [name, content] of Object.entries(hostFiles(base))) await writeFile(new URL(name, dir), content);
			},
		},
	};
}
