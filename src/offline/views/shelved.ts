/** What is kept, as the page shows it: how much, of what, and which pages. */
import { allCopies, factsOf, findCopy } from '../../keeping/copies.ts';
import { isWheel } from '../addresses.ts';
import { fetchManifest } from '../keep.ts';
import { filesOf, type Manifest } from '../manifest.ts';
import { type KeptUnit, keptUnits, pathOf } from '../shelf.ts';
import { fetchPackages, type Packages } from '../wheels.ts';

export interface Shelved {
	/** Paths of everything. */
	readonly paths: ReadonlySet<string>;
	/** By title. */
	readonly pages: readonly KeptUnit[];
	/** Bytes by what they are for: what both need counts with the pages. */
	readonly bytes: { readonly pages: number; readonly python: number };
	/** Addresses of Python's files and packages. */
	readonly python: readonly string[];
	/** What the browser allows, in bytes. */
	readonly quota: number | undefined;
	/** What the site offers; undefined without a connection. */
	readonly manifest: Manifest | undefined;
	readonly packages: Packages | undefined;
}

export async function readShelf(): Promise<Shelved> {
	const [units, addresses, manifest, packages, estimate] = await Promise.all([
		keptUnits(),
		allCopies(),
		fetchManifest().catch(() => undefined),
		fetchPackages().catch(() => undefined),
		navigator.storage?.estimate().catch(() => undefined),
	]);
	const ofPages = new Set(units.filter(({ path }) => path !== PYTHON).flatMap(({ needs }) => needs));
	// What was stopped half-way has no unit yet.
	const unit = manifest?.units.find(({ root }) => root === PYTHON);
	const ofPython = new Set([
		...(unit && manifest ? filesOf(manifest, [unit]).map(([path]) => path) : []),
		...units.filter(({ path }) => path === PYTHON).flatMap(({ needs }) => needs),
	]);
	const bytes = { pages: 0, python: 0 };
	const python: string[] = [];
	for (const address of addresses) {
		const path = pathOf(address) ?? '';
		const copy = await findCopy(address);
		const isPython = isWheel(address) || (ofPython.has(path) && !ofPages.has(path));
		bytes[isPython ? 'python' : 'pages'] += copy ? factsOf(copy).bytes : 0;
		if (isPython) python.push(address);
	}
	const pages = units.filter(({ title }) => title);
	return {
		paths: new Set(addresses.flatMap((address) => pathOf(address) ?? [])),
		pages: pages.sort((a, b) => (a.title ?? '').localeCompare(b.title ?? '')),
		bytes,
		python,
		quota: estimate?.quota,
		manifest,
		packages,
	};
}

/** Root of the unit that holds Python. */
const PYTHON = 'listings/python.json';

/** Bytes of the units of some kinds that are not kept yet, and of all of them. */
export function missingOf(
	manifest: Manifest,
	kept: ReadonlySet<string>,
	kinds: readonly string[],
): { missing: number; sent: number; bytes: number } {
	const sums = { missing: 0, sent: 0, bytes: 0 };
	for (const [path, bytes, sent] of filesOf(
		manifest,
		manifest.units.filter(({ kind }) => kinds.includes(kind)),
	)) {
		sums.bytes += bytes;
		if (kept.has(path)) continue;
		sums.missing += bytes;
		sums.sent += sent;
	}
	return sums;
}
