/**
 * Runs Python in a worker, so that a program that never ends stops with it. It loads nothing by itself: everything the page has
 * downloaded and verified, and hands over. A program reaches whatever can be reached from here through Python's `js` module, also the
 * browser's own functions, which it may replace: so the way to the page is taken hold of before any program runs.
 */
import './quietStart.ts';
import { loadPyodide, type PyodideAPI } from 'pyodide';
import createPyodideModule from 'pyodide/pyodide.asm.mjs';
import { CAP, type Core, type FromWorker, type Program, type Stream, type ToWorker, type Wheel } from './protocol.ts';
import loop from './python/loop.py?raw';
import program from './python/program.py?raw';
import sweep from './python/sweep.py?raw';
import { loadRunner, type Runner } from './runner.ts';

const { apply } = Reflect;
const { min } = Math;
const { slice } = String.prototype;
const Bytes = Uint8Array;
const now = performance.now.bind(performance);
const dataOf = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data')?.get as () => unknown;

/** Characters; an honest report is shorter. */
const LONGEST_REPORT = 20_000;

type Send = (message: FromWorker) => void;

/** The smallest module there is: compiling it shows whether a policy forbids WebAssembly, at which Pyodide hangs silently. */
const smallestModule = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** A script without an origin has no folder either; nobody is ever asked for this one. */
const folder = 'https://python.invalid/';

/** What the page handed over, by the last part of the address under which the interpreter asks for it. */
const files = new Map<string, ArrayBuffer>();

/** The interpreter knows files only by address: what it fetches is what the page has verified, and nothing else. */
function serveFiles({ interpreter, library }: Core): void {
	files.set('pyodide.asm.wasm', new ArrayBuffer(0)).set('python_stdlib.zip', library);
	globalThis.fetch = async (address) => {
		const bytes = files.get(new URL(String(address), folder).pathname.split('/').at(-1) ?? '');
		if (!bytes) throw new TypeError('no network: a listing on this page cannot reach other computers');
		return new Response(bytes);
	};
	WebAssembly.instantiateStreaming = (_source, imports) => WebAssembly.instantiate(interpreter, imports);
}

interface Python {
	readonly api: PyodideAPI;
	readonly runner: Runner;
}

async function start(core: Core): Promise<Python> {
	serveFiles(core);
	const api = await loadPyodide({
		createPyodideModule,
		indexURL: folder,
		lockFileContents: JSON.stringify(core.lock),
		packageBaseUrl: folder,
	});
	files.clear();
	return { api, runner: loadRunner(api, { loop, program, sweep }) };
}

async function install({ api }: Python, wheels: readonly Wheel[]): Promise<void> {
	for (const { file, bytes } of wheels) files.set(file, bytes);
	await api.loadPackage(
		wheels.map(({ name }) => name),
		{ messageCallback: () => {}, errorCallback: () => {} },
	);
	files.clear();
}

/** Sends what a program prints, up to the cap. The bytes come by way of what the program may have replaced, and are copied one by one. */
function outlet(run: number, send: Send) {
	let room = CAP;
	let dropped = 0;
	const into = (stream: Stream) => (bytes: Uint8Array) => {
		const size = bytes.length;
		const kept = min(size, room);
		if (kept > 0) {
			const copy = new Bytes(kept);
			for (let i = 0; i < kept; i++) copy[i] = bytes[i] ?? 0;
			room -= kept;
			send({ kind: 'output', run, stream, bytes: copy });
		}
		dropped += size - kept;
		return size;
	};
	return { into, dropped: () => dropped };
}

/** @throws what Pyodide throws when the interpreter itself breaks; an exception in the program is part of the end. */
function run({ api, runner }: Python, number: number, { source, file }: Program, send: Send): void {
	const { into, dropped } = outlet(number, send);
	api.setStdout({ write: into('out') });
	api.setStderr({ write: into('err') });
	send({ kind: 'running', run: number });
	const began = now();
	const report = apply(slice, runner.run(source, file), [0, LONGEST_REPORT]);
	send({ kind: 'ended', run: number, end: { milliseconds: now() - began, dropped: dropped(), report } });
}

/** Answers the page's messages one after another. */
function listen(port: MessagePort): void {
	const send: Send = port.postMessage.bind(port);
	let starting: Promise<Python> | undefined;
	const answer = async (message: ToWorker): Promise<void> => {
		if (message.kind === 'start') {
			starting = start(message.core);
			await starting;
			send({ kind: 'started' });
		}
		const python = await starting;
		if (!python) return;
		if (message.kind === 'install') {
			await install(python, message.wheels);
			send({ kind: 'installed' });
		}
		if (message.kind === 'imports') {
			send({ kind: 'imports', modules: apply(slice, python.runner.imports(message.source), [0, LONGEST_REPORT]) });
		}
		if (message.kind === 'run') run(python, message.run, message.program, send);
	};
	try {
		new WebAssembly.Module(smallestModule);
	} catch (error) {
		send({ kind: 'failed', reason: 'forbidden', detail: String(error) });
		return;
	}
	port.onmessage = async (event) => {
		try {
			await answer(apply(dataOf, event, []) as ToWorker);
		} catch (error) {
			send({ kind: 'failed', reason: 'broken', detail: `${error}` });
		}
	};
}

addEventListener(
	'message',
	({ ports: [port] }) => {
		if (port) listen(port);
	},
	{ once: true },
);
