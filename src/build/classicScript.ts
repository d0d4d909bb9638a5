/**
 * Modules as one classic script: `import script from './worker.ts?classic'` gives the text of the file and of all that it imports.
 * For a worker without an origin, which can load neither modules nor anything else.
 */
import { build, type Plugin, type Rolldown } from 'vite';

const query = '?classic';

export default function classicScript(): Plugin {
	let base = '/';
	return {
		name: 'classic-script',
		enforce: 'pre',
		configResolved(config) {
			base = config.base;
		},
		async load(id) {
			if (!id.endsWith(query)) return undefined;
			const output = await bundle(id.slice(0, -query.length), base);
			for (const file of output.moduleIds) this.addWatchFile(file.replace(/\?.*$/, ''));
			return `export default ${JSON.stringify(output.code)};`;
		},
	};
}

/** @param base Path that the site lives under, for what asks `import.meta.env` for it. */
async function bundle(entry: string, base: string): Promise<Rolldown.OutputChunk> {
	const built = await build({
		configFile: false,
		base,
		logLevel: 'error',
		build: {
			write: false,
			modulePreload: false,
			rolldownOptions: {
				input: entry,
				// What only Node imports is never reached in a browser.
				external: /^(node:|ws$)/,
				output: { format: 'iife', codeSplitting: false },
				onLog(level, log, report) {
					// Only Node asks for the address of the module, which a classic script has not.
					if (log.code !== 'EMPTY_IMPORT_META') report(level, log);
				},
			},
		},
	});
	const [chunk] = (built as Rolldown.RolldownOutput).output;
	return chunk;
}
