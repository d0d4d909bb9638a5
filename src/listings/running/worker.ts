/**
 * Runs Python in a worker, so that a program that never ends stops with it. It loads nothing by itself but the
 * interpreter's JavaScript half: everything else the page has downloaded and verified, and hands over.
 */
import { loadPyodide, type PyodideAPI } from 'pyodide';
import programSource from './program.py?raw';
import type { Core, FromWorker, Program, RunEnd, RunError, ToWorker, Wheel } from './protocol.ts';
import { Transcript } from './transcript.ts';

const scope = self as unknown as {
	postMessage(message: FromWorker): void;
	addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void;
	fetch: typeof fetch;
};

/** The smallest module there is: compiling it shows whether a policy forbids WebAssembly, at which Pyodide hangs silently. */
const smallestModule = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** What the page handed over, by the last part of the address under which the interpreter asks for it. */
const files = new Map<string, ArrayBuffer>();

/** The interpreter knows files only by address: what it fetches is what the page has verified, and nothing else. */
function serveFiles({ interpreter, library }: Core): void {
	files.set('pyodide.asm.wasm', new ArrayBuffer(0)).set('python_stdlib.zip', library);
	scope.fetch = async (address) => {
		const bytes = files.get(new URL(String(address), location.href).pathname.split('/').at(-1) ?? '');
		if (!bytes) throw new TypeError('no network: a listing on this page cannot reach other computers');
		return new Response(bytes);
	};
	WebAssembly.instantiateStreaming = async (_source, imports) => ({
		module: interpreter,
		instance: await WebAssembly.instantiate(interpreter, imports),
	});
}

type RunProgram = (source: string, file: string) => string;

interface Python {
	readonly api: PyodideAPI;
	readonly run: RunProgram;
}

let starting: Promise<Python> | undefined;

async function start(core: Core): Promise<Python> {
	serveFiles(core);
	const { default: createPyodideModule } = await import(/* @vite-ignore */ core.glue);
	const api = await loadPyodide({
		createPyodideModule,
		indexURL: new URL('.', location.href).href,
		lockFileContents: JSON.stringify(core.lock),
		packageBaseUrl: new URL('.', location.href).href,
	});
	const namespace = api.globals.get('dict')();
	api.runPython(programSource, { globals: namespace, filename: 'program.py' });
	return { api, run: namespace.get('run') };
}

async function install({ api }: Python, wheels: readonly Wheel[]): Promise<void> {
	for (const { file, bytes } of wheels) files.set(file, bytes);
	await api.loadPackage(
		wheels.map(({ name }) => name),
		{ messageCallback: () => {}, errorCallback: () => {} },
	);
	for (const { file } of wheels) files.delete(file);
}

/** @throws what Pyodide throws when the interpreter itself breaks; an exception in the program is part of the end. */
function run({ api, run: runProgram }: Python, number: number, program: Program): RunEnd {
	const transcript = new Transcript((stream, text) => scope.postMessage({ kind: 'output', run: number, stream, text }));
	for (const [stream, set] of [
		['out', api.setStdout],
		['err', api.setStderr],
	] as const) {
		set.call(api, {
			write: (bytes: Uint8Array) => {
				transcript.write(stream, bytes);
				return bytes.length;
			},
		});
	}
	const began = performance.now();
	const error: RunError | null = JSON.parse(runProgram(program.source, program.file));
	const milliseconds = performance.now() - began;
	const { dropped, compared } = transcript.end(program.record);
	return { milliseconds, dropped, ...compared, ...(error && { error }) };
}

function answer(message: ToWorker, python: Python): void | Promise<void> {
	if (message.kind === 'start') scope.postMessage({ kind: 'started' });
	if (message.kind === 'install') {
		return install(python, message.wheels).then(() => scope.postMessage({ kind: 'installed' }));
	}
	if (message.kind === 'run') {
		const { run: number, program } = message;
		scope.postMessage({ kind: 'running', run: number });
		scope.postMessage({ kind: 'ended', run: number, end: run(python, number, program) });
	}
	return undefined;
}

scope.addEventListener('message', async ({ data }) => {
	try {
		new WebAssembly.Module(smallestModule);
	} catch (error) {
		scope.postMessage({ kind: 'failed', reason: 'forbidden', detail: String(error) });
		return;
	}
	try {
		if (data.kind === 'start') starting = start(data.core);
		if (starting) await answer(data, await starting);
	} catch (error) {
		scope.postMessage({ kind: 'failed', reason: 'broken', detail: String(error) });
	}
});
