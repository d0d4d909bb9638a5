/**
 * Keeps units of the site: first the files that are missing, each looked at before it is believed, last the root, without which the rest
 * does not count. What was interrupted goes on where it stopped. Runs in a page; one page of the site keeps at a time.
 */
import { type CopyFacts, factsOf, findCopy, keepCopy, tagOf } from '../keeping/copies.ts';
import { keyPrefix } from '../keeping/keys.ts';
import { DownloadError } from '../listings/running/download.ts';
import { sha256Of } from '../loading/sha256.ts';
import { isNamedByContent } from './addresses.ts';
import { isOwnFile } from './judge.ts';
import { filesOf, type ListedFile, type Manifest, manifestPath, type Unit } from './manifest.ts';
import { addressOf, hasFormer, isNewestAndAlone, keptPaths, sweep } from './shelf.ts';

/** Files that are fetched at once. */
const AT_ONCE = 4;

/** How keeping ended: `changed` when the host answers with other files than it listed, as in the middle of an update. */
export type Outcome = 'done' | 'stopped' | 'full' | 'offline' | 'changed';

class NotKept extends Error {
	readonly outcome: Outcome;

	constructor(outcome: Outcome) {
		super(outcome);
		this.outcome = outcome;
	}
}

/** What there is to keep, as the host says now. Rejects without a host, and when something else answers. */
export async function fetchManifest(): Promise<Manifest> {
	const answer = await fetch(addressOf(manifestPath), { cache: 'no-cache', redirect: 'error' });
	if (!isOwnFile(answer, manifestPath)) throw new NotKept('changed');
	return answer.json();
}

/** Fetches a file as it was listed. */
async function fetchFile(
	[path, , , hash]: ListedFile,
	signal: AbortSignal,
): Promise<{ body: ArrayBuffer; type: string; tag: string | undefined }> {
	// What the page has loaded a moment ago is in the browser's own store; what is wrong in there is asked for anew.
	for (const cache of ['force-cache', 'reload'] as const) {
		const answer = await fetch(addressOf(path), { cache, signal, redirect: 'error' }).catch(() => {
			signal.throwIfAborted();
			throw new NotKept('offline');
		});
		if (!isOwnFile(answer, path)) continue;
		const body = await answer.arrayBuffer().catch(() => {
			signal.throwIfAborted();
			throw new NotKept('offline');
		});
		if (hash === undefined || (await sha256Of(body)).startsWith(hash)) {
			const type = answer.headers.get('content-type') ?? 'application/octet-stream';
			return { body, type, tag: hash === undefined ? undefined : tagOf(answer) };
		}
	}
	throw new NotKept('changed');
}

interface KeepOptions {
	readonly signal: AbortSignal;
	/** Told of the bytes that are there, of all that were asked for. */
	readonly onProgress?: (bytes: number) => void;
}

/** Keeping, while it goes on. */
interface Run extends KeepOptions {
	readonly manifest: Manifest;
	/** Paths of everything that is kept. */
	readonly paths: Set<string>;
	/** Files that were asked for and are there, and their bytes. */
	readonly there: Set<ListedFile>;
	bytes: number;
	/** Whether something newer stands in an old one's place, so that there may be files of the site that nothing needs. */
	replaced: boolean;
}

function count(file: ListedFile, run: Run): void {
	if (run.there.has(file)) return;
	run.there.add(file);
	run.bytes += file[1];
	run.onProgress?.(run.bytes);
}

async function keepFile(file: ListedFile, run: Run, more: Partial<CopyFacts> = {}): Promise<void> {
	const [path, , , hash] = file;
	const { body, type, tag } = await fetchFile(file, run.signal);
	const facts = { kept: Date.now(), bytes: body.byteLength, hash, tag, ...more };
	await keepCopy(addressOf(path), { body, type, isFixed: isNamedByContent(path) }, facts);
	run.paths.add(path);
}

/** Whether a file is kept as it is listed. */
async function hasFile([path, , , hash]: ListedFile, { paths }: Run): Promise<boolean> {
	if (!paths.has(path)) return false;
	if (hash === undefined) return true;
	const copy = await findCopy(addressOf(path));
	return copy !== undefined && factsOf(copy).hash === hash;
}

/** Whether a unit is kept in the version that is listed, and nothing of it was taken away since. */
async function hasUnit({ root, version }: Unit, files: readonly ListedFile[], { paths }: Run): Promise<boolean> {
	const copy = await findCopy(addressOf(root));
	return copy !== undefined && factsOf(copy).version === version && files.every(([path]) => paths.has(path));
}

async function keepUnit(unit: Unit, run: Run): Promise<void> {
	const files = filesOf(run.manifest, [unit]);
	if (!(await hasUnit(unit, files, run))) {
		const waiting = files.slice(0, -1).values();
		const keepSome = async (): Promise<void> => {
			for (const file of waiting) {
				run.signal.throwIfAborted();
				if (!(await hasFile(file, run))) await keepFile(file, run);
				count(file, run);
			}
		};
		await Promise.all(Array.from({ length: AT_ONCE }, keepSome));
		const root = files.at(-1);
		if (!root) return;
		run.replaced ||= run.paths.has(root[0]);
		await keepFile(root, run, { version: unit.version, needs: files.map(([path]) => path), title: unit.title });
	}
	for (const file of files) count(file, run);
}

/** Why keeping ended, from what was thrown. */
export function outcomeOf(error: unknown): Outcome {
	if (error instanceof NotKept) return error.outcome;
	if (error instanceof DownloadError) return error.failure.reason === 'altered' ? 'changed' : 'offline';
	if (error instanceof DOMException && error.name === 'AbortError') return 'stopped';
	// A `QuotaExceededError`, or whatever a browser says that keeps nothing more.
	return 'full';
}

/** Keeps units, in their order, while no other page of the site keeps any. */
export function keepUnits(units: readonly Unit[], manifest: Manifest, options: KeepOptions): Promise<Outcome> {
	return navigator.locks.request(`${keyPrefix()}keep`, async () => {
		const run: Run = { ...options, manifest, paths: await keptPaths(), there: new Set(), bytes: 0, replaced: false };
		let outcome: Outcome = 'done';
		try {
			for (const unit of units) {
				options.signal.throwIfAborted();
				await keepUnit(unit, run);
			}
		} catch (error) {
			outcome = outcomeOf(error);
		}
		if ((run.replaced || hasFormer(run.paths, manifest)) && (await isNewestAndAlone(manifest))) await sweep(manifest);
		return outcome;
	});
}
