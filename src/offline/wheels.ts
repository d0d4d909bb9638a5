/** Packages for Python, to be had without a connection: their wheels, from this site or from the host that the page names. */
import { allCopies, findCopy, forgetCopies, keepCopy } from '../keeping/copies.ts';
import { download } from '../listings/running/download.ts';
import { withDependencies } from '../listings/running/packages.ts';
import { loadIndex, type OfferedWheel, offerOf, type PythonIndex } from '../listings/running/runtime.ts';
import { isWheel } from './addresses.ts';

/** A package that a listing may import, with all that it needs. */
export interface Package {
	readonly name: string;
	readonly title: string;
	readonly wheels: readonly OfferedWheel[];
	/** Undefined when the size of a wheel is not known. */
	readonly bytes: number | undefined;
	readonly isKept: boolean;
}

export interface Packages {
	/** The other host that they come from; empty when it is this site. */
	readonly host: string;
	readonly list: readonly Package[];
}

async function packageOf(name: string, title: string, index: PythonIndex): Promise<Package> {
	const { wheels } = offerOf(index, withDependencies([name], index.lock));
	const sizes = wheels.map(({ remote }) => remote.size);
	const kept = await Promise.all(wheels.map(({ remote }) => findCopy(remote.address)));
	return {
		name,
		title,
		wheels,
		bytes: sizes.reduce<number | undefined>((sum, size) => (sum === undefined || !size ? undefined : sum + size), 0),
		isKept: kept.every((copy) => copy !== undefined),
	};
}

/** What packages there are, and which of them are kept. Rejects without a connection and without a copy of the list. */
export async function fetchPackages(): Promise<Packages> {
	const index = await loadIndex(new AbortController().signal);
	const { host } = offerOf(index, []);
	const named = Object.values(index.lock.packages).flatMap(({ name, title }) => (title ? [{ name, title }] : []));
	return { host, list: await Promise.all(named.map(({ name, title }) => packageOf(name, title, index))) };
}

/**
 * Keeps the wheels of packages, and forgets all others.
 *
 * @throws DownloadError, a `QuotaExceededError`, the signal's reason.
 */
export async function keepPackages(
	packages: readonly Package[],
	{ signal, onProgress }: { signal: AbortSignal; onProgress: (bytes: number) => void },
): Promise<void> {
	const wheels = new Map(packages.flatMap((one) => one.wheels).map(({ remote }) => [remote.address, remote]));
	let bytes = 0;
	for (const [address, remote] of wheels) {
		const count = (more: number): void => {
			bytes += more;
			onProgress(bytes);
		};
		if (await findCopy(address)) {
			count(remote.size ?? 0);
			continue;
		}
		const body = await download(remote, { signal, cache: 'default', onBytes: count });
		await keepCopy(address, { body, type: 'application/zip' }, { kept: Date.now(), bytes: body.byteLength });
	}
	await forgetCopies((await allCopies()).filter((address) => isWheel(address) && !wheels.has(address)));
}
