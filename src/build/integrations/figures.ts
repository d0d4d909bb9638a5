/**
 * Registers figures by their folders: whenever `src/figures/Figure.astro` is read, each folder's import and island stand in it. So an
 * author of a figure touches no file that another one touches.
 */
import { readFile } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { figureFolder, figureNames } from '../../concepts/figures.ts';

const registry = join(figureFolder, 'Figure.astro');
const imports = '/* imports of the figures */';
const islands = '{[/* islands of the figures */]}';

export default function figures(): AstroIntegration {
	return {
		name: 'figures',
		hooks: {
			'astro:config:setup': ({ updateConfig }) => void updateConfig({ vite: { plugins: [registerFigures()] } }),
			'astro:server:setup': ({ server }) => {
				server.watcher.on('all', (event, path) => {
					const isFigure = basename(path) === 'Figure.tsx' && path.startsWith(figureFolder + sep);
					if (isFigure && event !== 'change') void server.restart();
				});
			},
		},
	};
}

function registerFigures(): Plugin {
	return {
		name: 'sixfold:figures',
		load: {
			filter: { id: /\/figures\/Figure\.astro$/ },
			handler: async (id) =>
				id === registry ? registered(await readFile(registry, 'utf8'), figureNames()) : undefined,
		},
	};
}

/** Hydrated when it is about a screen away, so that the first touch finds it ready. */
const near = "{ rootMargin: '600px' }";

/** The registry with its markers replaced. */
export function registered(source: string, names: readonly string[]): string {
	for (const marker of [imports, islands]) {
		if (source.split(marker).length !== 2) throw new Error(`${registry} must hold "${marker}" once`);
	}
	const component = (at: number): string => `Figure${at}`;
	return source
		.replace(imports, names.map((name, at) => `import ${component(at)} from './${name}/Figure.tsx';`).join('\n'))
		.replace(
			islands,
			names
				.map((name, at) => `{name === '${name}' && <${component(at)} number={number} client:visible={${near}} />}`)
				.join('\n'),
		);
}
