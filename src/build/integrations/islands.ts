/**
 * Takes the `uid` off every island: a hash of where its component lies on the machine that built the site, so that the same site built in
 * another folder would be other bytes. It serves the dev server alone; Preact numbers islands by an attribute of its own.
 */
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

export default function islands(): AstroIntegration {
	return {
		name: 'islands',
		hooks: {
			'astro:build:done': async ({ dir }) => {
				const root = fileURLToPath(dir);
				for await (const page of glob('**/*.html', { cwd: root })) {
					const path = join(root, page);
					await writeFile(path, withoutIslandIds(await readFile(path, 'utf8')));
				}
			},
		},
	};
}

/** The page without the ids of its islands. @throws Error when an island has no number that could stand in for its id. */
export function withoutIslandIds(html: string): string {
	return html.replace(/<astro-island uid="[^"]*"([^>]*)/g, (island, rest: string) => {
		if (!rest.includes(' data-preact-island-id="')) {
			throw new Error(`expected every island to be numbered by Preact; found ${island.slice(0, 200)}`);
		}
		return `<astro-island${rest}`;
	});
}
