/**
 * The page's one Python: a worker that is started for the first run, kept for the next ones, and thrown away when a run is
 * stopped or something breaks. Nothing here waits for ever: what does not answer in time is given up, and says why.
 */
import {
	CAP,
	type FromWorker,
	type Program,
	type Stream,
	type ToWorker,
	type Wheel,
	type WorkerEnd,
} from './protocol.ts';
import type { Runtime } from './runtime.ts';

/** Part of `Worker` that the page's Python uses. */
export interface WorkerLike {
	postMessage(message: ToWorker): void;
	terminate(): void;
	onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
	/** Told when the worker cannot be started. */
	onerror: ((message: string) => void) | null;
}

/** An old phone takes twenty seconds to start Python. */
export const START_LIMIT = 60_000;
/** A worker that lives answers at once. */
export const ANSWER_LIMIT = 10_000;

export type PythonFailure =
	/** The worker could not be made. */
	| 'unloadable'
	/** A policy forbids WebAssembly in workers. */
	| 'forbidden'
	/** No answer in time. */
	| 'silent'
	/** The interpreter broke down. */
	| 'broken';

export class PythonError extends Error {
	readonly reason: PythonFailure;
	readonly detail: string;

	constructor(reason: PythonFailure, detail = '') {
		super(`${reason} ${detail}`.trim());
		this.reason = reason;
		this.detail = detail;
	}
}

export interface RunOptions {
	readonly signal: AbortSignal;
	readonly onRunning: () => void;
	readonly onOutput: (stream: Stream, bytes: Uint8Array) => void;
}

export class PythonWorker {
	readonly #createWorker: (script: string) => WorkerLike;
	#worker: WorkerLike | undefined;
	#installed = new Set<string>();
	#runs = 0;

	constructor(createWorker: (script: string) => WorkerLike) {
		this.#createWorker = createWorker;
	}

	get isStarted(): boolean {
		return this.#worker !== undefined;
	}

	hasInstalled(name: string): boolean {
		return this.#installed.has(name);
	}

	/** @throws PythonError; the signal's reason when it is aborted. */
	async start({ script, core }: Runtime, signal: AbortSignal): Promise<void> {
		if (this.#worker) return;
		this.#worker = this.#createWorker(script);
		this.#installed = new Set();
		await this.#ask({ kind: 'start', core }, signal, START_LIMIT, (message) => message.kind === 'started' || undefined);
	}

	/** @throws PythonError; the signal's reason when it is aborted. */
	async install(wheels: readonly Wheel[], signal: AbortSignal): Promise<void> {
		await this.#ask(
			{ kind: 'install', wheels },
			signal,
			START_LIMIT,
			(message) => message.kind === 'installed' || undefined,
		);
		for (const { name } of wheels) this.#installed.add(name);
	}

	/**
	 * The modules that a program imports, by their first name; undefined when a program before it has left an interpreter that answers
	 * nonsense, which ends with the worker.
	 *
	 * @throws PythonError; the signal's reason when it is aborted.
	 */
	async imports(source: string, signal: AbortSignal): Promise<string[] | undefined> {
		const modules = await this.#ask({ kind: 'imports', source }, signal, ANSWER_LIMIT, (message) =>
			message.kind === 'imports' ? message.modules : undefined,
		);
		try {
			const list: unknown = JSON.parse(modules);
			if (Array.isArray(list)) return list.map(String);
		} catch {
			// Not what our own code answers.
		}
		this.#end();
		return undefined;
	}

	/**
	 * Runs a program for as long as it takes. Aborting the signal ends the worker, wherever the program is.
	 *
	 * @throws PythonError; the signal's reason when it is aborted.
	 */
	run(program: Program, { signal, onRunning, onOutput }: RunOptions): Promise<WorkerEnd> {
		this.#runs += 1;
		const run = this.#runs;
		let printed = 0;
		return this.#ask({ kind: 'run', run, program }, signal, ANSWER_LIMIT, (message, heard) => {
			if (!('run' in message) || message.run !== run) return undefined;
			if (message.kind === 'running') {
				heard();
				onRunning();
			}
			if (message.kind === 'output') {
				printed += message.bytes.byteLength;
				if (printed > CAP) throw new PythonError('broken', 'the program took hold of the way to the page');
				onOutput(message.stream, message.bytes);
			}
			return message.kind === 'ended' ? message.end : undefined;
		});
	}

	/** Sends a message and reads answers until one is the result. Any failure ends the worker. */
	#ask<Result>(
		question: ToWorker,
		signal: AbortSignal,
		limit: number,
		read: (message: FromWorker, heard: () => void) => Result | undefined,
	): Promise<Result> {
		const worker = this.#worker;
		if (!worker) return Promise.reject(new PythonError('broken', 'the worker is not started'));
		return new Promise<Result>((resolve, reject) => {
			const settle = (): void => {
				clearTimeout(timer);
				signal.removeEventListener('abort', stop);
				worker.onmessage = null;
				worker.onerror = null;
			};
			const fail = (error: unknown): void => {
				settle();
				this.#end();
				reject(error);
			};
			const stop = (): void => fail(signal.reason);
			const timer = setTimeout(() => fail(new PythonError('silent')), limit);
			worker.onmessage = ({ data }) => {
				if (data.kind === 'failed') {
					fail(new PythonError(data.reason, data.detail));
					return;
				}
				try {
					const result = read(data, () => clearTimeout(timer));
					if (result === undefined) return;
					settle();
					resolve(result);
				} catch (error) {
					fail(error);
				}
			};
			worker.onerror = (message) => fail(new PythonError('unloadable', message));
			signal.addEventListener('abort', stop);
			if (signal.aborted) stop();
			else worker.postMessage(question);
		});
	}

	#end(): void {
		this.#worker?.terminate();
		this.#worker = undefined;
	}
}
