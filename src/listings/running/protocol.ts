/** What the page and the worker that runs Python tell each other. */

/** An entry of Pyodide's lock file; it reads more fields than are named here. */
export interface LockedPackage {
	readonly name: string;
	/** How prose calls it, where the site says so: not in Pyodide's own file. */
	readonly title?: string;
	readonly version: string;
	readonly file_name: string;
	/** SHA-256 of the wheel, in hex. */
	readonly sha256: string;
	/** Names of the packages that this one imports. */
	readonly depends: readonly string[];
	/** Modules that it brings. */
	readonly imports: readonly string[];
}

/** Pyodide's lock file, cut down to what the site offers. */
export interface Lock {
	readonly info: Readonly<Record<string, string>>;
	readonly packages: Readonly<Record<string, LockedPackage>>;
}

/** The interpreter as the page hands it over: downloaded, verified and compiled. */
export interface Core {
	/** Address of the interpreter's JavaScript half, a module. */
	readonly glue: string;
	readonly interpreter: WebAssembly.Module;
	/** The standard library, a zip archive. */
	readonly library: ArrayBuffer;
	readonly lock: Lock;
}

export interface Wheel {
	readonly name: string;
	/** The file's name, by which the interpreter asks for it. */
	readonly file: string;
	readonly bytes: ArrayBuffer;
}

export type Stream = 'out' | 'err';

/** What came of a run. */
export interface RunEnd {
	readonly milliseconds: number;
	/** Whether all that went to standard output is the recorded output, byte for byte. */
	readonly equal: boolean;
	/** First line, counted from 1, that differs from the record; undefined when none does. */
	readonly differsAt?: number;
	/** Characters beyond the cap, which were not sent. */
	readonly dropped: number;
	readonly error?: RunError;
}

export interface RunError {
	/** The exception's class: `ValueError`. */
	readonly type: string;
	readonly message: string;
	/** Line of the listing in which it rose; null when it has none there. */
	readonly line: number | null;
	/** Which limit of a browser's Python the program ran into, if any: a module that it lacks, threads, processes. */
	readonly hint: 'module' | 'thread' | 'process' | null;
}

export interface Program {
	readonly file: string;
	readonly source: string;
	/** What it printed when it was recorded. */
	readonly record: string;
}

export type ToWorker =
	| { readonly kind: 'start'; readonly core: Core }
	| { readonly kind: 'install'; readonly wheels: readonly Wheel[] }
	| { readonly kind: 'run'; readonly run: number; readonly program: Program };

export type FromWorker =
	| { readonly kind: 'started' }
	| { readonly kind: 'installed' }
	| { readonly kind: 'running'; readonly run: number }
	| { readonly kind: 'output'; readonly run: number; readonly stream: Stream; readonly text: string }
	| { readonly kind: 'ended'; readonly run: number; readonly end: RunEnd }
	/** The interpreter is of no use any more. */
	| { readonly kind: 'failed'; readonly reason: 'forbidden' | 'broken'; readonly detail: string };
