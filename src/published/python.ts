/** What the build tells the page about Python: Pyodide's files, and the packages of its distribution that listings may import. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import interpreter from 'pyodide/pyodide.asm.wasm?url';
import library from 'pyodide/python_stdlib.zip?url';
import { packageOf } from '../listings/running/packages.ts';
import type { PythonIndex } from '../listings/running/runtime.ts';
import script from '../listings/running/worker.ts?classic';
import { homePath, pathTo } from '../paths.ts';
import { lock, packagesAddress, titleOf, wheelSizes } from './packageSource.ts';

/** The interpreter's JavaScript half and ours, one script. */
export const workerScript = script;

type CoreFile = PythonIndex['core']['script'];

function fileOf(address: string, bytes: Uint8Array): CoreFile {
	return { address, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

const scriptBytes = new TextEncoder().encode(script);

/** Its name in the built site, without its ending. */
export const scriptName = `python.${fileOf('', scriptBytes).sha256.slice(0, 12)}`;

const pyodideFile = (name: string): Uint8Array => readFileSync(join('node_modules/pyodide', name));

/** Those of a listing's imports that no browser has, as prose calls them: with any of them it does not run on the page. */
export function notInBrowser(imports: readonly string[]): string[] {
	return imports.filter((module) => packageOf(module, lock) === undefined).map(titleOf);
}

export async function pythonIndex(): Promise<PythonIndex> {
	return {
		core: {
			script: fileOf(pathTo(`listings/${scriptName}.js`), scriptBytes),
			interpreter: fileOf(interpreter, pyodideFile('pyodide.asm.wasm')),
			library: fileOf(library, pyodideFile('python_stdlib.zip')),
		},
		lock,
		packagesAddress: packagesAddress(homePath),
		wheelSizes: await wheelSizes(),
	};
}
