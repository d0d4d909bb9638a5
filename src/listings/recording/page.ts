/**
 * The Python of the site's pages, in Node. WebAssembly computes alike on every machine: what this version of it prints here, it prints
 * in every browser, and need be seen but once.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { loadPyodide, version } from 'pyodide';
import type { RunError } from '../running/protocol.ts';
import { loadRunner, type Runner, type RunnerSource } from '../running/runner.ts';
import type { Program } from './run.ts';

/** Its version, as records name it: `314.0.7`. */
export const pageVersion = version;

const sourceOf = (name: string): string =>
	readFileSync(join(import.meta.dirname, '..', 'running', 'python', `${name}.py`), 'utf8');
const own: RunnerSource = { loop: sourceOf('loop'), program: sourceOf('program'), sweep: sourceOf('sweep') };

/** What a program printed on either stream, and the report of its error, or null. */
export interface PageRun {
	readonly out: string;
	readonly err: string;
	readonly end: RunError | null;
}

export interface Page {
	readonly runner: Runner;
	/** Runs a program; it finds nothing of the one before. */
	run(program: Program): PageRun;
}

/** Starts an interpreter as a page does: with the standard library, and without any package or network. */
export async function openPage(): Promise<Page> {
	const lock = createRequire(import.meta.url).resolve('pyodide/pyodide-lock.json');
	const { info } = JSON.parse(readFileSync(lock, 'utf8'));
	const api = await loadPyodide({
		lockFileContents: JSON.stringify({ info, packages: {} }),
		packageBaseUrl: 'https://packages.invalid/',
	});
	const runner = loadRunner(api, own);
	return {
		runner,
		run({ name, source }) {
			const printed = { out: '', err: '' };
			const decoder = new TextDecoder();
			const into = (stream: 'out' | 'err') => ({
				write: (bytes: Uint8Array) => {
					printed[stream] += decoder.decode(bytes);
					return bytes.length;
				},
			});
			api.setStdout(into('out'));
			api.setStderr(into('err'));
			const end: RunError | null = JSON.parse(runner.run(source, name));
			return { ...printed, end };
		},
	};
}
