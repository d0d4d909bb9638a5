/** `offline.json`: what there is to keep for a time without a connection. The build writes it, pages read it when they keep something. */

/** A file of the built site: its path, its bytes, and its bytes as a host sends it that compresses. */
export type ListedFile = readonly [path: string, bytes: number, sent: number, hash?: string];

/** What is kept whole or not at all: a page with everything that it may load, or what such a page asks for. */
export interface Unit {
	/** Path under which it is found. It is written last: while it is not there, nothing of the unit counts. */
	readonly root: string;
	/** `core` comes with the first page that is read, `page` when it is read itself, `python` when the reader asks for it. */
	readonly kind: 'core' | 'page' | 'python';
	/** Name of the page; what is no page has none. */
	readonly title?: string;
	/** Changes with any of its files. */
	readonly version: string;
	/** Its files by their number in the list, the root's the last of them. */
	readonly files: readonly number[];
}

export interface Manifest {
	/** A file that is not named by its content has a hash of it as well. */
	readonly files: readonly ListedFile[];
	readonly units: readonly Unit[];
}

export const manifestPath = 'offline.json';

/** How long a hash of the list is, in hex digits: it guards against what was not meant, not against malice. */
export const HASH_LENGTH = 16;

/** Files of some units, each once. */
export function filesOf({ files }: Manifest, units: readonly Unit[]): ListedFile[] {
	const numbers = [...new Set(units.flatMap((unit) => unit.files))];
	return numbers.map((number) => files[number]).filter((file) => file !== undefined);
}

/** Bytes of some units in the browser and on their way to it. */
export function sizeOf(manifest: Manifest, units: readonly Unit[]): { bytes: number; sent: number } {
	let [bytes, sent] = [0, 0];
	for (const [, ofFile, onTheWay] of filesOf(manifest, units)) {
		bytes += ofFile;
		sent += onTheWay;
	}
	return { bytes, sent };
}
