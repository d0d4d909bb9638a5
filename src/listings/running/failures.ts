/** Why a run could not begin, in words that a reader can act on. */
import { DownloadError } from './download.ts';
import { PythonError } from './pythonWorker.ts';

/** Bytes as megabytes, to a tenth: `13.4`. */
export function megabytes(bytes: number): string {
	return (bytes / 1e6).toFixed(1);
}

const policy =
	'The host of this site sends a policy that forbids WebAssembly, which Python here is made of. Only its operator can change that.';

function downloadFailure({ file: { address, size }, failure }: DownloadError): string {
	const { host, pathname } = new URL(address, location.href);
	const name = decodeURIComponent(pathname.split('/').at(-1) ?? '');
	const from = host === location.host ? 'this site' : host;
	switch (failure.reason) {
		case 'missing':
			return `${name} is missing on ${from} (status ${failure.status}). If the page has been open for long, reload it.`;
		case 'unreachable':
			return `${name} could not be fetched from ${from}. Check the connection.`;
		case 'incomplete':
			return `The download of ${name} broke off after ${megabytes(failure.received)}${size ? ` of ${megabytes(size)}` : ''} MB.`;
		case 'altered':
			return `${name} arrived from ${from}, but it is not the file that was published: its hash differs. It was not run.`;
	}
}

function pythonFailure({ reason, detail }: PythonError): string {
	switch (reason) {
		case 'unloadable':
			return 'The browser refuses to start Python in a frame of its own. The host of this site may send a policy that forbids it.';
		case 'forbidden':
			return typeof WebAssembly === 'undefined'
				? 'This browser has no WebAssembly, which Python here is made of. Some browsers turn it off in their strictest mode.'
				: policy;
		case 'silent':
			return 'Python does not answer. The device may be short of memory, or the host of this site sends a policy that forbids it.';
		case 'broken':
			return `Python itself broke down, and will start anew: ${detail.split('\n')[0]?.slice(0, 200)}`;
	}
}

export function inWords(error: unknown): string {
	if (error instanceof DownloadError) return downloadFailure(error);
	if (error instanceof PythonError) return pythonFailure(error);
	return 'Python could not be fetched. Check the connection.';
}
