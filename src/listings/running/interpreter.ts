/** Python as a listing sees it: fetched at the first run, kept, started again after a stop, with the packages that a program needs. */

import { outcome, type RunEnd } from './outcome.ts';
import { packagesNeeded } from './packages.ts';
import type { Program, Stream, Wheel } from './protocol.ts';
import {
	loadIndex,
	loadRuntime,
	loadWheels,
	type OfferedWheel,
	type Progress,
	type PythonIndex,
	type Runtime,
	wheelsOf,
} from './runtime.ts';
import { type Session, SessionError } from './session.ts';
import { Transcript } from './transcript.ts';

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
	#runtime: Runtime | undefined;
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
	 * @param record What it printed when it was recorded.
	 * @throws DownloadError, SessionError, TypeError when there is no connection; the signal's reason.
	 */
	async run(program: Program, record: string, { signal, onPhase, onOutput }: RunOptions): Promise<RunEnd> {
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
		const transcript = new Transcript(onOutput);
		const end = await this.#session.run(program, {
			signal,
			onOutput: (stream, bytes) => transcript.write(stream, bytes),
			onRunning: () => onPhase({ kind: 'running' }),
		});
		return outcome(end, transcript.end(record, end.dropped === 0));
	}

	async #prepare({ source }: Program, signal: AbortSignal, onPhase: (phase: Phase) => void): Promise<void> {
		const load = (what: 'Python' | 'packages') => ({
			signal,
			afresh: this.#afresh,
			onProgress: (progress: Progress) => onPhase({ kind: 'loading', what, progress }),
		});
		if (typeof WebAssembly === 'undefined') throw new SessionError('forbidden');
		if (!this.#runtime) {
			onPhase({ kind: 'loading', what: 'Python', progress: undefined });
			this.#index ??= await loadIndex(signal);
			this.#runtime = await loadRuntime(this.#index, load('Python'));
		}
		if (!this.#session.isStarted) {
			onPhase({ kind: 'starting' });
			await this.#session.start(this.#runtime, signal);
		}
		const needed = packagesNeeded(source, this.#runtime.core.lock).filter((name) => !this.#session.hasInstalled(name));
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
