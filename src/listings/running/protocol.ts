/**
 * What the page and the worker that runs Python tell each other. The program shares the worker's realm: whatever comes from there is
 * believed only as far as a program could say it by printing, and the page counts and compares for itself.
 */

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

/** Python as the page hands it over: downloaded and verified. */
export interface Core {
	/** WebAssembly. */
	readonly interpreter: ArrayBuffer;
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

/** What the worker says of a run that came to its end. */
export interface WorkerEnd {
	readonly milliseconds: number;
	/** Bytes beyond the cap, which were not sent. */
	readonly dropped: number;
	/** What Python says about how the program ended: a {@link RunError} as JSON, or `null`. The program can have changed it. */
	readonly report: string;
}

/** More than anyone reads, in bytes, and as much as a record may have; both streams together. */
export const CAP = 65_536;

export interface RunError {
	/** The exception's class: `ValueError`. */
	readonly type: string;
	readonly message: string;
	/** Line of the listing in which it rose; null when it has none there. */
	readonly line: number | null;
	/** Which limit of a browser's Python the program ran into, if any: a module that it lacks, threads, processes, a small stack. */
	readonly hint: 'module' | 'thread' | 'process' | 'stack' | null;
	/** The module that it did not find. */
	readonly module?: string;
}

export interface Program {
	readonly file: string;
	readonly source: string;
	/** Where to look for the packages that it needs, where that is not the source itself. */
	readonly importing?: string;
}

export type ToWorker =
	| { readonly kind: 'start'; readonly core: Core }
	| { readonly kind: 'install'; readonly wheels: readonly Wheel[] }
	| { readonly kind: 'imports'; readonly source: string }
	| { readonly kind: 'run'; readonly run: number; readonly program: Program };

export type FromWorker =
	| { readonly kind: 'started' }
	| { readonly kind: 'installed' }
	/** The modules that a source imports, by their first name: a list, as JSON. */
	| { readonly kind: 'imports'; readonly modules: string }
	| { readonly kind: 'running'; readonly run: number }
	| { readonly kind: 'output'; readonly run: number; readonly stream: Stream; readonly bytes: Uint8Array }
	| { readonly kind: 'ended'; readonly run: number; readonly end: WorkerEnd }
	/** The interpreter is of no use any more. */
	| { readonly kind: 'failed'; readonly reason: 'forbidden' | 'broken'; readonly detail: string };
