/** Python as a listing sees it: fetched at the first run, kept, started again after a stop, with the packages that a program needs. */

import { breakdown, outcome, type RunEnd } from './outcome.ts';
import { packagesNeeded } from './packages.ts';
import type { Program, Stream, Wheel } from './protocol.ts';
import { PythonError, type PythonWorker } from './pythonWorker.ts';
import {
	loadIndex,
	loadRuntime,
	loadWheels,
	notKept,
	type Offer,
	offerOf,
	type Progress,
	type PythonIndex,
	type Runtime,
} from './runtime.ts';
import { Transcript } from './transcript.ts';

/** Where a run is, before it ends. */
export type Phase =
	| { readonly kind: 'loading'; readonly what: 'Python' | 'packages'; readonly progress: Progress | undefined }
	| { readonly kind: 'starting' }
	| { readonly kind: 'running' };

interface RunOptions {
	readonly signal: AbortSignal;
	/** Whether the reader has agreed to fetch packages. */
	readonly agreed: boolean;
	readonly onPhase: (phase: Phase) => void;
	readonly onOutput: (stream: Stream, text: string) => void;
}

export class Interpreter {
	readonly #python: PythonWorker;
	readonly #wheels = new Map<string, Wheel>();
	/** Modules that programs asked for in ways that only a run can tell. */
	readonly #wanted = new Set<string>();
	#index: PythonIndex | undefined;
	#runtime: Runtime | undefined;
	/** Whether the last download failed, and what is in the browser's cache may be why. */
	#afresh = false;

	constructor(python: PythonWorker) {
		this.#python = python;
	}

	/**
	 * Runs a program, after all that has to come before.
	 *
	 * @param record What it printed when it was recorded.
	 * @returns what came of it, or what the reader has to agree to before it can run.
	 * @throws DownloadError, PythonError, TypeError when there is no connection; the signal's reason.
	 */
	async run(program: Program, record: string, options: RunOptions): Promise<RunEnd | Offer> {
		try {
			const offer = await this.#prepare(program, options);
			if (offer) return offer;
		} catch (error) {
			if (!options.signal.aborted) {
				this.#index = undefined;
				this.#afresh = true;
			}
			throw error;
		}
		this.#afresh = false;
		const end = await this.#run(program, record, options);
		const module = end.error?.module;
		const offer = module && (await this.#offer([module], options.signal));
		return offer && module ? { ...end, offer } : end;
	}

	/** Has the packages that bring a module installed before every program from now on. */
	want(module: string): void {
		this.#wanted.add(module);
	}

	async #run(program: Program, record: string, { signal, onPhase, onOutput }: RunOptions): Promise<RunEnd> {
		let said = '';
		let began = 0;
		const transcript = new Transcript((stream, text) => {
			said += text;
			onOutput(stream, text);
		});
		try {
			const end = await this.#python.run(program, {
				signal,
				onOutput: (stream, bytes) => transcript.write(stream, bytes),
				onRunning: () => {
					began = performance.now();
					onPhase({ kind: 'running' });
				},
			});
			return outcome(end, transcript.end(record, end.dropped === 0));
		} catch (error) {
			// What was printed before the interpreter broke stands, and says where it was.
			if (!(error instanceof PythonError && error.reason === 'broken' && began > 0)) throw error;
			return {
				milliseconds: performance.now() - began,
				dropped: 0,
				...transcript.end(record, false),
				error: breakdown(error.detail, said, program.file),
			};
		}
	}

	/** Gets everything ready for the program, or tells what the reader has to agree to first. */
	async #prepare(
		{ source, importing = source }: Program,
		{ signal, agreed, onPhase }: RunOptions,
	): Promise<Offer | undefined> {
		const load = (what: 'Python' | 'packages') => ({
			signal,
			afresh: this.#afresh,
			onProgress: (progress: Progress) => onPhase({ kind: 'loading', what, progress }),
		});
		if (typeof WebAssembly === 'undefined') throw new PythonError('forbidden');
		if (!this.#runtime) {
			onPhase({ kind: 'loading', what: 'Python', progress: undefined });
			this.#index ??= await loadIndex(signal);
			this.#runtime = await loadRuntime(this.#index, load('Python'));
		}
		if (!this.#python.isStarted) {
			onPhase({ kind: 'starting' });
			await this.#python.start(this.#runtime, signal);
		}
		let imported = await this.#python.imports(importing, signal);
		if (!imported) {
			onPhase({ kind: 'starting' });
			await this.#python.start(this.#runtime, signal);
			imported = (await this.#python.imports(importing, signal)) ?? [];
		}
		const modules = [...imported, ...this.#wanted];
		const needed = packagesNeeded(modules, this.#runtime.core.lock).filter((name) => !this.#python.hasInstalled(name));
		if (needed.length === 0) return undefined;
		const offer = await this.#offer(modules, signal);
		if (offer && !agreed) return offer;
		this.#index ??= await loadIndex(signal);
		const absent = needed.filter((name) => !this.#wheels.has(name));
		for (const wheel of await loadWheels(this.#index, absent, load('packages'))) this.#wheels.set(wheel.name, wheel);
		onPhase({ kind: 'starting' });
		await this.#python.install(
			needed.flatMap((name) => this.#wheels.get(name) ?? []),
			signal,
		);
		return undefined;
	}

	/** What has to be downloaded for modules that this page has not downloaded yet; undefined when that is nothing. */
	async #offer(modules: readonly string[], signal: AbortSignal): Promise<Offer | undefined> {
		this.#index ??= await loadIndex(signal);
		const absent = packagesNeeded(modules, this.#index.lock).filter((name) => !this.#wheels.has(name));
		const names = await notKept(this.#index, absent);
		return names.length > 0 ? offerOf(this.#index, names) : undefined;
	}
}
