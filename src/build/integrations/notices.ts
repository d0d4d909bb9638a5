/** Writes `licenses.txt` beside the pages: the licenses of all packages whose code the bundler put into scripts, and of what is copied. */
import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { copied, noticeOf, noticesFile, packageOf } from '../notices.ts';

export default function notices(): AstroIntegration {
	const bundled = new Set<string>();
	return {
		name: 'notices',
		hooks: {
			'astro:config:setup': ({ updateConfig }) => {
				updateConfig({
					vite: {
						plugins: [
							{
								name: 'notices',
								applyToEnvironment: ({ name }) => name === 'client',
								generateBundle(_, bundle) {
									const modules = Object.values(bundle).flatMap((file) =>
										file.type === 'chunk' ? file.moduleIds : [],
									);
									for (const name of modules.map(packageOf)) if (name) bundled.add(name);
								},
							},
						],
					},
				});
			},
			'astro:build:done': async ({ dir, logger }) => {
				const names = new Set([...bundled, ...copied]);
				await writeFile(new URL('licenses.txt', dir), noticesFile([...names].map((name) => noticeOf(name))));
				logger.info(`licenses.txt names ${names.size} packages`);
			},
		},
	};
}
