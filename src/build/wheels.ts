/**
 * `npm run wheels`: copies the wheels of the packages that listings use into the site, for an operator who wants no request to
 * another host. They come from `PACKAGES_URL`, or from the official distribution of Pyodide, and are held to its lock file's hashes.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LockedPackage } from '../listings/running/protocol.ts';
import { distributionAddress, lock, wheelFolder } from '../published/packageSource.ts';

const folder = join('public', wheelFolder);

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** @throws Error that says what was found and what to do, when the wheel cannot be had or is another one. */
async function copy({ file_name, sha256 }: LockedPackage, source: string): Promise<string> {
	const path = join(folder, file_name);
	if (existsSync(path) && sha256Of(readFileSync(path)) === sha256) return `${path} is there`;
	const address = new URL(file_name, source).href;
	const answer = await fetch(address).catch((error: Error) => {
		throw new Error(
			`${address} cannot be reached (${error.cause ?? error.message}). Check the connection, or set PACKAGES_URL.`,
		);
	});
	if (!answer.ok)
		throw new Error(`${address} answers with status ${answer.status}. Set PACKAGES_URL to a folder that has it.`);
	const bytes = new Uint8Array(await answer.arrayBuffer());
	const found = sha256Of(bytes);
	if (found !== sha256) {
		throw new Error(`${address} has the hash ${found}, and Pyodide's lock file says ${sha256}: it was not kept.`);
	}
	writeFileSync(path, bytes);
	return `${path}, ${(bytes.length / 1e6).toFixed(1)} MB`;
}

const source = distributionAddress();

mkdirSync(folder, { recursive: true });
const results = await Promise.allSettled(Object.values(lock.packages).map((locked) => copy(locked, source)));
for (const result of results) {
	if (result.status === 'fulfilled') console.log(result.value);
	else {
		console.error(result.reason instanceof Error ? result.reason.message : String(result.reason));
		process.exitCode = 1;
	}
}
if (process.exitCode === undefined) console.log('The next build serves them, and asks no other host.');
