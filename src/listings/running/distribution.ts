/** What the build tells the page about Python: Pyodide's files, and the packages of its distribution that listings may import. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import glue from 'pyodide/pyodide.asm.mjs?url';
import interpreter from 'pyodide/pyodide.asm.wasm?url';
import library from 'pyodide/python_stdlib.zip?url';
import { lock, packagesAddress, titleOf, wheelSizes } from '../../build/packageSource.ts';
import { homePath } from '../../paths.ts';
import { packageOf } from './packages.ts';
import type { PythonIndex } from './runtime.ts';

function coreFile(address: string, name: string): PythonIndex['core']['glue'] {
	const bytes = readFileSync(join('node_modules/pyodide', name));
	return { address, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Those of a listing's imports that no browser has, as prose calls them: with any of them it does not run on the page. */
export function notInBrowser(imports: readonly string[]): string[] {
	return imports.filter((module) => packageOf(module, lock) === undefined).map(titleOf);
}

export async function pythonIndex(): Promise<PythonIndex> {
	return {
		core: {
			glue: coreFile(glue, 'pyodide.asm.mjs'),
			interpreter: coreFile(interpreter, 'pyodide.asm.wasm'),
			library: coreFile(library, 'python_stdlib.zip'),
		},
		lock,
		packagesAddress: packagesAddress(homePath),
		wheelSizes: await wheelSizes(),
	};
}
