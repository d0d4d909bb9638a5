/** What the build knows about Python for the page: Pyodide's files, and the packages of its distribution that listings may import. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { version } from 'pyodide/package.json';
import glue from 'pyodide/pyodide.asm.mjs?url';
import interpreter from 'pyodide/pyodide.asm.wasm?url';
import lockFile from 'pyodide/pyodide-lock.json';
import library from 'pyodide/python_stdlib.zip?url';
import { readSiteConfig } from '../../build/siteConfig.ts';
import { pathTo } from '../../paths.ts';
import { offered, packageOf } from './packages.ts';
import type { PythonIndex } from './runtime.ts';

/** Where `npm run wheels` puts the wheels, below `public` and below the site's root. */
const wheelFolder = 'listings/wheels/';

function coreFile(address: string, name: string): PythonIndex['core']['glue'] {
	const bytes = readFileSync(join('node_modules/pyodide', name));
	return { address, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

export const lock = offered(lockFile);

/** Whether a listing with these imports runs on the page. */
export function runsInBrowser(imports: readonly string[]): boolean {
	return imports.every((module) => packageOf(module, lock) !== undefined);
}

/** The official distribution, unless the operator names another or has copied the wheels into the site. */
function packagesAddress(files: readonly string[]): string {
	const { packages } = readSiteConfig(process.env);
	if (packages) return packages;
	const isCopied = files.every((file) => existsSync(join('public', wheelFolder, file)));
	return isCopied ? pathTo(wheelFolder) : `https://cdn.jsdelivr.net/pyodide/v${version}/full/`;
}

export function pythonIndex(): PythonIndex {
	const files = Object.values(lock.packages).map(({ file_name }) => file_name);
	const copied = files.map((file) => ({ file, path: join('public', wheelFolder, file) }));
	return {
		core: {
			glue: coreFile(glue, 'pyodide.asm.mjs'),
			interpreter: coreFile(interpreter, 'pyodide.asm.wasm'),
			library: coreFile(library, 'python_stdlib.zip'),
		},
		lock,
		packagesAddress: packagesAddress(files),
		wheelSizes: Object.fromEntries(
			copied.flatMap(({ file, path }) => (existsSync(path) ? [[file, statSync(path).size]] : [])),
		),
	};
}
