/** Brings Python to the page: what there is to download, its core, and the wheels of packages. */
import { findCopy } from '../../keeping/copies.ts';
import { pathTo } from '../../paths.ts';
import { download, type RemoteFile } from './download.ts';
import type { Core, Lock, Wheel } from './protocol.ts';

/** `listings/python.json`: what the build knows about Python. Read when it is needed, so that a page left open follows the site. */
export interface PythonIndex {
	readonly core: Readonly<Record<'script' | 'interpreter' | 'library', RemoteFile & { readonly size: number }>>;
	readonly lock: Lock;
	/** Where the wheels are: a folder of this site, or of another host. */
	readonly packagesAddress: string;
	/** Bytes of each wheel, by file name, as far as the build could tell. */
	readonly wheelSizes: Readonly<Record<string, number>>;
}

export interface Progress {
	readonly received: number;
	/** Bytes in all; undefined when a size is not known. */
	readonly total: number | undefined;
}

interface LoadOptions {
	readonly signal: AbortSignal;
	/** Whether what an earlier attempt left in the browser's cache may be used. */
	readonly afresh: boolean;
	readonly onProgress: (progress: Progress) => void;
}

const indexAddress = pathTo('listings/python.json');

async function downloadAll(
	files: readonly RemoteFile[],
	{ signal, afresh, onProgress }: LoadOptions,
): Promise<ArrayBuffer[]> {
	const sizes = files.map(({ size }) => size);
	const total = sizes.reduce<number | undefined>(
		(sum, size) => (sum === undefined || !size ? undefined : sum + size),
		0,
	);
	let received = 0;
	// One that fails takes the others with it: the reader waits for nothing that is of no use.
	const failed = new AbortController();
	const options = {
		signal: AbortSignal.any([signal, failed.signal]),
		cache: afresh ? 'reload' : 'default',
		onBytes: (count: number) => {
			received += count;
			onProgress({ received, total });
		},
	} as const;
	try {
		return await Promise.all(files.map((file) => download(file, options)));
	} catch (error) {
		failed.abort();
		throw error;
	}
}

/** @throws DownloadError, or a TypeError when there is no connection or the answer is not the index. */
export async function loadIndex(signal: AbortSignal): Promise<PythonIndex> {
	const answer = await fetch(indexAddress, { signal, cache: 'no-cache' });
	if (!answer.ok) throw new TypeError(`${indexAddress}: status ${answer.status}`);
	return answer.json();
}

/** What a worker is started with. */
export interface Runtime {
	/** Text of the worker's script. */
	readonly script: string;
	readonly core: Core;
}

/** Python's core, verified. @throws DownloadError */
export async function loadRuntime({ core, lock }: PythonIndex, options: LoadOptions): Promise<Runtime> {
	const [script, interpreter, library] = await downloadAll([core.script, core.interpreter, core.library], options);
	if (!script || !interpreter || !library) throw new TypeError('a file of Python is missing');
	return { script: new TextDecoder().decode(script), core: { interpreter, library, lock } };
}

/** The wheels of these packages, verified. @throws DownloadError */
export async function loadWheels(index: PythonIndex, names: readonly string[], options: LoadOptions): Promise<Wheel[]> {
	const wheels = wheelsOf(index, names);
	const contents = await downloadAll(
		wheels.map(({ remote }) => remote),
		options,
	);
	return wheels.map(({ name, file }, i) => ({ name, file, bytes: contents[i] ?? new ArrayBuffer(0) }));
}

export interface OfferedWheel {
	readonly name: string;
	/** How prose calls it. */
	readonly title: string;
	readonly version: string;
	readonly file: string;
	readonly remote: RemoteFile;
}

/** What a reader is asked to agree to. */
export interface Offer {
	readonly wheels: readonly OfferedWheel[];
	/** The other host that they come from; empty when it is this site. */
	readonly host: string;
}

export function offerOf(index: PythonIndex, names: readonly string[]): Offer {
	const { host } = new URL(index.packagesAddress, location.href);
	return { wheels: wheelsOf(index, names), host: host === location.host ? '' : host };
}

/** Those of some packages that the reader has not asked to keep in this browser. */
export async function notKept(index: PythonIndex, names: readonly string[]): Promise<string[]> {
	const copies = await Promise.all(wheelsOf(index, names).map(({ remote }) => findCopy(remote.address)));
	return names.filter((_, number) => !copies[number]);
}

/** What has to be downloaded for these packages. */
function wheelsOf({ lock, packagesAddress, wheelSizes }: PythonIndex, names: readonly string[]): OfferedWheel[] {
	return names.flatMap((name) => {
		const locked = lock.packages[name];
		if (!locked) return [];
		const { title = name, version, file_name: file, sha256 } = locked;
		const address = new URL(file, new URL(packagesAddress, location.href)).href;
		return [{ name, title, version, file, remote: { address, size: wheelSizes[file], sha256 } }];
	});
}
