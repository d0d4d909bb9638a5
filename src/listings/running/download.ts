/** Downloads a file whose size and hash are known beforehand, telling how far it is: a host that compresses sends no usable length. */
import { findCopy } from '../../keeping/copies.ts';
import { sha256Of } from '../../loading/sha256.ts';

export interface RemoteFile {
	readonly address: string;
	/** Bytes, uncompressed; undefined when nobody could tell. */
	readonly size: number | undefined;
	/** SHA-256, in hex. */
	readonly sha256: string;
}

export type DownloadFailure =
	/** The host answers with a status other than 200. */
	| { readonly reason: 'missing'; readonly status: number }
	/** No answer: no connection, a host that is down, or a policy that forbids it. */
	| { readonly reason: 'unreachable' }
	| { readonly reason: 'incomplete'; readonly received: number }
	/** Not the file that was published. */
	| { readonly reason: 'altered' };

export class DownloadError extends Error {
	readonly file: RemoteFile;
	readonly failure: DownloadFailure;

	constructor(file: RemoteFile, failure: DownloadFailure) {
		super(`${file.address}: ${failure.reason}`);
		this.file = file;
		this.failure = failure;
	}
}

interface DownloadOptions {
	readonly signal: AbortSignal;
	/** `reload` passes by a cache that may hold a broken file. */
	readonly cache: RequestCache;
	/** Told of each part that has come, in bytes. */
	readonly onBytes: (count: number) => void;
}

/**
 * The file's bytes, as they were published.
 *
 * @throws DownloadError when they cannot be had, or are not those; the signal's reason when it is aborted.
 */
export async function download(file: RemoteFile, options: DownloadOptions): Promise<ArrayBuffer> {
	const { signal, cache } = options;
	const copy = cache === 'reload' ? undefined : await findCopy(file.address);
	const answer =
		copy ?? (await fetch(file.address, { signal, cache, credentials: 'same-origin' }).catch(() => undefined));
	signal.throwIfAborted();
	if (!answer) throw new DownloadError(file, { reason: 'unreachable' });
	if (!answer.ok) throw new DownloadError(file, { reason: 'missing', status: answer.status });
	const bytes = await read(answer, file, options);
	if (file.size !== undefined && bytes.byteLength < file.size) {
		throw new DownloadError(file, { reason: 'incomplete', received: bytes.byteLength });
	}
	if (!(await matches(bytes, file.sha256))) throw new DownloadError(file, { reason: 'altered' });
	return bytes;
}

async function read(answer: Response, file: RemoteFile, { signal, onBytes }: DownloadOptions): Promise<ArrayBuffer> {
	let received = 0;
	const counted = answer.body?.pipeThrough(
		new TransformStream<Uint8Array, Uint8Array>({
			transform(part, controller) {
				received += part.length;
				onBytes(part.length);
				controller.enqueue(part);
			},
		}),
	);
	try {
		return await new Response(counted).arrayBuffer();
	} catch {
		signal.throwIfAborted();
		throw new DownloadError(file, { reason: 'incomplete', received });
	}
}

/** Browsers hash in a secure context alone; without one, on a plain address in the reader's own network, size has to do. */
async function matches(bytes: ArrayBuffer, sha256: string): Promise<boolean> {
	if (!isSecureContext) return true;
	return (await sha256Of(bytes)) === sha256;
}
