/**
 * Keeps on disk what is dear to make, from one build to the next, each result under a hash of all that it depends on. A cache only saves
 * time: whatever is missing, damaged or cannot be kept is made anew.
 */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const folder = join('.cache', 'results');

/** What a result is made of. Any other part, or order of parts, is another result. */
export type Parts = readonly (string | Uint8Array)[];

const DIGEST = 32;
const DAY = 24 * 60 * 60 * 1000;

function digest(parts: Parts): Buffer {
	const hash = createHash('sha256');
	// With their lengths before them, parts cannot run into each other.
	for (const part of parts) hash.update(`${Buffer.byteLength(part)}\n`).update(part);
	return hash.digest();
}

/** The kinds of results, each a folder, and the bytes that may stay of it when a build ends: what two builds of 200 concepts take. */
const kinds = {
	bodies: 20_000_000,
	code: 20_000_000,
	compressed: 300_000_000,
	fonts: 30_000_000,
	'font-usage': 30_000_000,
	mdx: 400_000_000,
	problems: 30_000_000,
	searchable: 300_000_000,
	texts: 400_000_000,
} as const;

export class ResultCache {
	readonly #folder: string;
	readonly #version: () => Parts;
	#versionHash: string | undefined;
	#listed: Promise<Set<string>> | undefined;

	/**
	 * @param kind What the results are.
	 * @param version What every one depends on: code, packages.
	 */
	constructor(kind: keyof typeof kinds, version: () => Parts, root = folder) {
		this.#folder = join(root, kind);
		this.#version = version;
	}

	/** The result that depends on these parts: as it was kept, else made now, and kept. */
	async get(parts: Parts, make: () => Promise<Buffer>): Promise<Buffer> {
		this.#versionHash ??= digest(this.#version()).toString('hex');
		this.#listed ??= this.#list();
		const names = await this.#listed;
		const name = digest([this.#versionHash, ...parts]).toString('hex');
		const kept = names.has(name) ? await readKept(join(this.#folder, name)) : undefined;
		if (kept) return kept;
		const made = await make();
		await this.#keep(join(this.#folder, name), made);
		names.add(name);
		return made;
	}

	/** Names of what is there, once: a build asks for thousands of results, and most of its first are not. */
	async #list(): Promise<Set<string>> {
		await mkdir(this.#folder, { recursive: true }).catch(() => undefined);
		return new Set(await readdir(this.#folder).catch(() => []));
	}

	/** The same, for a text. */
	async getText(parts: Parts, make: () => Promise<string>): Promise<string> {
		return (await this.get(parts, async () => Buffer.from(await make()))).toString();
	}

	/** Written beside its place and moved there whole, so that no other build finds half of it. */
	async #keep(path: string, made: Buffer): Promise<void> {
		const beside = `${path}.${randomUUID()}`;
		try {
			await writeFile(beside, Buffer.concat([digest([made]), made]));
			await rename(beside, path);
		} catch {
			// A full disk, or one that only reads: the next build makes it again.
			await rm(beside, { force: true }).catch(() => undefined);
		}
	}
}

/** Takes away what was of no use for longest, until the rest of each kind is small enough. */
export async function sweepResults(root = folder, most: Readonly<Record<string, number>> = kinds): Promise<void> {
	for (const [kind, bound] of Object.entries(most)) {
		const names = await readdir(join(root, kind)).catch(() => []);
		const files = await Promise.all(
			names.map(async (name) => {
				const path = join(root, kind, name);
				const found = await stat(path).catch(() => undefined);
				return { path, bytes: found?.size ?? 0, used: found?.mtimeMs ?? 0 };
			}),
		);
		let bytes = 0;
		for (const file of files.sort((a, b) => b.used - a.used)) {
			bytes += file.bytes;
			if (bytes > bound) await rm(file.path, { force: true }).catch(() => undefined);
		}
	}
}

/** @returns undefined when nothing is there, or not what was written */
async function readKept(path: string): Promise<Buffer | undefined> {
	const file = await readFile(path).catch(() => undefined);
	const result = file?.subarray(DIGEST);
	if (!file || !result || !digest([result]).equals(file.subarray(0, DIGEST))) return undefined;
	await touch(path);
	return result;
}

/** Says that a result was of use, once a day. */
async function touch(path: string): Promise<void> {
	try {
		const { mtimeMs } = await stat(path);
		const now = new Date();
		if (now.getTime() - mtimeMs > DAY) await utimes(path, now, now);
	} catch {
		// It was read, which is what matters.
	}
}

/** Name that every copy of this module finds the first hash under: Node has one, and the bundle that renders pages another. */
export const FIRST = Symbol.for('sixfold: the code as a build began');

/** @returns undefined where npm has left no record of what it installed */
function hashOfCode(): string | undefined {
	const record = 'node_modules/.package-lock.json';
	if (!existsSync(record)) return undefined;
	const files = globSync('src/**/*.{ts,tsx,astro,mjs}').sort();
	const parts = ['astro.config.mjs', 'package.json', record, ...files].flatMap((file) => [file, readFileSync(file)]);
	return digest([process.version, ...parts]).toString('hex');
}

const known = globalThis as { [FIRST]?: string | undefined };
if (!(FIRST in known)) known[FIRST] = hashOfCode();

/**
 * All code, all packages and Node itself, for what depends on any of it. While a process runs, its code may be written anew, and nobody knows
 * which of it was read before: then nothing that was kept is found again.
 */
export function codeParts(): Parts {
	const first = known[FIRST];
	return [first !== undefined && first === hashOfCode() ? first : randomUUID()];
}
