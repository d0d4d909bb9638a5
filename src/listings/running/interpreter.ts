/** Python as a listing sees it: fetched at the first run, kept, started again after a stop, with the packages that a program needs. */
import { packagesNeeded } from './packages.ts';
import type { Core, Program, RunEnd, Stream, Wheel } from './protocol.ts';
import {
	loadCore,
	loadIndex,
	loadWheels,
	type OfferedWheel,
	type Progress,
	type PythonIndex,
	wheelsOf,
} from './runtime.ts';
import type { Session } from './session.ts';

/** Where a run is, before it ends. */
export type Phase =
	| { readonly kind: 'loading'; readonly what: 'Python' | 'packages'; readonly progress: Progress | undefined }
	| { readonly kind: 'starting' }
	| { readonly kind: 'running' };

interface RunOptions {
	readonly signal: AbortSignal;
	readonly onPhase: (phase: Phase) => void;
	readonly onOutput: (stream: Stream, text: string) => void;
}

export class Interpreter {
	readonly #session: Session;
	readonly #wheels = new Map<string, Wheel>();
	#index: PythonIndex | undefined;
	#core: Core | undefined;
	/** Whether the last download failed, and what is in the browser's cache may be why. */
	#afresh = false;

	constructor(session: Session) {
		this.#session = session;
	}

	/** What has to be downloaded for the program that this page has not downloaded yet, besides Python. */
	async missing(source: string, signal: AbortSignal): Promise<{ wheels: OfferedWheel[]; host: string }> {
		this.#index ??= await loadIndex(signal);
		const names = packagesNeeded(source, this.#index.lock).filter((name) => !this.#wheels.has(name));
		const { host } = new URL(this.#index.packagesAddress, location.href);
		return { wheels: wheelsOf(this.#index, names), host: host === location.host ? '' : host };
	}

	/**
	 * Runs a program, after all that has to come before.
	 *
	 * @throws DownloadError, SessionError, WebAssembly.CompileError, TypeError when there is no connection; the signal's reason.
	 */
	async run(program: Program, { signal, onPhase, onOutput }: RunOptions): Promise<RunEnd> {
		try {
			await this.#prepare(program, signal, onPhase);
		} catch (error) {
			if (!signal.aborted) {
				this.#index = undefined;
				this.#afresh = true;
			}
			throw error;
		}
		this.#afresh = false;
		return this.#session.run(program, { signal, onOutput, onRunning: () => onPhase({ kind: 'running' }) });
	}

	async #prepare({ source }: Program, signal: AbortSignal, onPhase: (phase: Phase) => void): Promise<void> {
		const load = (what: 'Python' | 'packages') => ({
			signal,
			afresh: this.#afresh,
			onProgress: (progress: Progress) => onPhase({ kind: 'loading', what, progress }),
		});
		if (!this.#core) {
			onPhase({ kind: 'loading', what: 'Python', progress: undefined });
			this.#index ??= await loadIndex(signal);
			this.#core = await loadCore(this.#index, load('Python'));
		}
		if (!this.#session.isStarted) {
			onPhase({ kind: 'starting' });
			await this.#session.start(this.#core, signal);
		}
		const needed = packagesNeeded(source, this.#core.lock).filter((name) => !this.#session.hasInstalled(name));
		if (needed.length === 0) return;
		this.#index ??= await loadIndex(signal);
		const absent = needed.filter((name) => !this.#wheels.has(name));
		for (const wheel of await loadWheels(this.#index, absent, load('packages'))) this.#wheels.set(wheel.name, wheel);
		onPhase({ kind: 'starting' });
		await this.#session.install(
			needed.flatMap((name) => this.#wheels.get(name) ?? []),
			signal,
		);
	}
}
