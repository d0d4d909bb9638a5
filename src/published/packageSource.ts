/** Where the wheels of Python packages come from, and which the site offers: known to the build, the pages' policy and `npm run wheels` alike. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { requirements } from '../listings/pinned.ts';
import { offered } from '../listings/running/packages.ts';
import type { Lock } from '../listings/running/protocol.ts';
import { readSiteConfig } from '../siteConfig.ts';

const pyodideFolder = 'node_modules/pyodide';

function readJson(file: string) {
	return JSON.parse(readFileSync(join(pyodideFolder, file), 'utf8'));
}

/** How prose calls the package that brings a module. */
export function titleOf(module: string): string {
	return requirements.find((requirement) => requirement.module === module)?.title ?? module;
}

/** Pyodide's own lock file, cut down to what listings may import. What it does not have does not run in a browser. */
export const lock: Lock = offered(readJson('pyodide-lock.json'), requirements);

/** Where `npm run wheels` puts the wheels: below `public`, and below the site's root. */
export const wheelFolder = 'listings/wheels/';

/** The folder that the operator names, or the official distribution of this version of Pyodide. */
export function distributionAddress(): string {
	return (
		readSiteConfig(process.env).packages ??
		`https://cdn.jsdelivr.net/pyodide/v${readJson('package.json').version}/full/`
	);
}

/** Bytes of each wheel that is copied into the site, by file name. */
function copiedWheels(): Record<string, number> {
	const files = Object.values(lock.packages).map(({ file_name }) => file_name);
	return Object.fromEntries(
		files.flatMap((file) => {
			const path = join('public', wheelFolder, file);
			return existsSync(path) ? [[file, statSync(path).size]] : [];
		}),
	);
}

/** Where a page fetches wheels: from the site when all of them are copied into it, otherwise from the distribution. */
export function packagesAddress(base: string): string {
	const isCopied = Object.keys(copiedWheels()).length === Object.keys(lock.packages).length;
	return isCopied ? base + wheelFolder : distributionAddress();
}

/** Long enough for a slow line, short enough for a build without one. */
const ASKING = 3000;

/**
 * Bytes of each wheel by file name, for the reader to know before agreeing: of the copied ones, or as the distribution says. Without
 * a connection they are unknown, and the page says so.
 */
export async function wheelSizes(): Promise<Record<string, number>> {
	const copied = copiedWheels();
	const sizes = await Promise.all(
		Object.values(lock.packages).map(async ({ file_name }) => {
			if (copied[file_name] !== undefined) return [[file_name, copied[file_name]]] as const;
			const address = new URL(file_name, distributionAddress());
			const signal = AbortSignal.timeout(ASKING);
			const answer = await fetch(address, { method: 'HEAD', signal }).catch(() => undefined);
			// A length that is given for a compressed answer is not the file's.
			const length = answer?.headers.has('content-encoding') ? null : answer?.headers.get('content-length');
			return answer?.ok && length ? [[file_name, Number(length)] as const] : [];
		}),
	);
	return Object.fromEntries(sizes.flat());
}
