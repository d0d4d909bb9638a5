/**
 * Registers figures by their folders: whenever `src/figures/Figure.astro` is read, each folder's import and island stand in it. So an
 * author of a figure touches no file that another one touches.
 */
import { readFile } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { figuresFolder, readFigures } from '../../concepts/figures.ts';

const imports = '/* imports of the figures */';
const islands = '{[/* islands of the figures */]}';
/** Hydrated when it is about a screen away, so that the first touch finds it ready. */
const near = "{ rootMargin: '600px' }";

export default function figures(): AstroIntegration {
	let root: string;
	return {
		name: 'figures',
		hooks: {
			'astro:config:setup': ({ config, updateConfig }) => {
				root = fileURLToPath(config.root);
				updateConfig({ vite: { plugins: [registration(root)] } });
			},
			'astro:server:setup': ({ server }) => {
				const folder = join(root, figuresFolder) + sep;
				server.watcher.on('all', (event, path) => {
					// A figure that comes or goes; a changed one is replaced as any module.
					if (event !== 'change' && basename(path) === 'Figure.tsx' && path.startsWith(folder)) void server.restart();
				});
			},
		},
	};
}

function registration(root: string): Plugin {
	return {
		name: 'sixfold:figures',
		load: {
			filter: { id: /\/src\/figures\/Figure\.astro$/ },
			handler: async (file) =>
				registered(
					await readFile(file, 'utf8'),
					readFigures(root).map(({ name }) => name),
				),
		},
	};
}

/**
 * The registry with its markers replaced; asked for another name than these, it throws.
 *
 * @throws Error when a marker does not stand in it once: every figure would be a blank
 */
export function registered(source: string, names: readonly string[]): string {
	for (const marker of [imports, islands]) {
		if (source.split(marker).length !== 2) throw new Error(`src/figures/Figure.astro must hold "${marker}" once`);
	}
	const known = JSON.stringify(names);
	return source
		.replace(
			imports,
			[
				...names.map((name, at) => `import Figure${at} from './${name}/Figure.tsx';`),
				`if (!${known}.includes(Astro.props.name)) throw new Error('no figure has the name ' + Astro.props.name);`,
			].join('\n'),
		)
		.replace(
			islands,
			names
				.map((name, at) => `{name === '${name}' && <Figure${at} number={number} client:visible={${near}} />}`)
				.join('\n'),
		);
}
