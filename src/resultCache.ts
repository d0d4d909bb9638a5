/**
 * Keeps what is dear to make, from one build to the next, each result under a hash of all that it depends on. A cache only saves time:
 * whatever is missing, damaged or cannot be kept is made anew.
 */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

/** One file for all: a build asks for tens of thousands of results, and so many files are dear to make, to open and to take away. */
const file = join('.cache', 'results.sqlite');

/** What a result is made of. Any other part, or order of parts, is another result. */
export type Parts = readonly (string | Uint8Array)[];

const DAY = 24 * 60 * 60 * 1000;

function digest(parts: Parts): Buffer {
	const hash = createHash('sha256');
	// With their lengths before them, parts cannot run into each other.
	for (const part of parts) hash.update(`${Buffer.byteLength(part)}\n`).update(part);
	return hash.digest();
}

/** The kinds of results, and the bytes that may stay of each when a build ends: what two builds of 200 concepts take. */
const kinds = {
	bodies: 20_000_000,
	cards: 30_000_000,
	code: 20_000_000,
	compressed: 300_000_000,
	fonts: 30_000_000,
	'font-usage': 30_000_000,
	mdx: 400_000_000,
	problems: 30_000_000,
	searchable: 300_000_000,
	texts: 400_000_000,
	yaml: 60_000_000,
} as const;
type Kind = keyof typeof kinds;

export class ResultCache {
	readonly #kind: Kind;
	readonly #version: () => Parts;
	readonly #path: string;
	#versionHash: string | undefined;

	/**
	 * @param kind What the results are.
	 * @param version What every one depends on: code, packages.
	 */
	constructor(kind: Kind, version: () => Parts, path = file) {
		this.#kind = kind;
		this.#version = version;
		this.#path = path;
	}

	/** The result that depends on these parts: as it was kept, else made now, and kept. */
	async get(parts: Parts, make: () => Promise<Buffer>): Promise<Buffer> {
		this.#versionHash ??= digest(this.#version()).toString('hex');
		const name = digest([this.#versionHash, ...parts]);
		const kept = Results.at(this.#path).read(this.#kind, name);
		if (kept) return kept;
		const made = await make();
		Results.at(this.#path).keep(this.#kind, name, made);
		return made;
	}

	/** The same, for a text. */
	async getText(parts: Parts, make: () => Promise<string>): Promise<string> {
		return (await this.get(parts, async () => Buffer.from(await make()))).toString();
	}
}

/** Takes away what was of no use for longest, until the rest of each kind is small enough. */
export function sweepResults(path = file, most: Readonly<Record<string, number>> = kinds): void {
	Results.at(path).sweep(most);
}

/** `used` is the day of the last use, counted from 1970. Builds may run beside each other: each waits until another has written. */
const schema = `
	PRAGMA page_size = 8192;
	PRAGMA auto_vacuum = INCREMENTAL;
	PRAGMA journal_mode = WAL;
	PRAGMA synchronous = OFF;
	CREATE TABLE IF NOT EXISTS results (
		kind TEXT NOT NULL,
		name BLOB NOT NULL,
		digest BLOB NOT NULL,
		result BLOB NOT NULL,
		used INTEGER NOT NULL,
		PRIMARY KEY (kind, name)
	) STRICT;`;
const MOST_WAIT_MS = 20_000;

interface Row {
	readonly digest: Uint8Array;
	readonly result: Uint8Array;
	readonly used: number;
}

/** The file of results. Whatever goes wrong with it is no more than a result that is not there. */
class Results {
	static readonly #open = new Map<string, Results>();

	/** The file at a path, opened once by each thread. */
	static at(path: string): Results {
		const known = Results.#open.get(path) ?? new Results(path);
		Results.#open.set(path, known);
		return known;
	}

	readonly #path: string;
	#database: DatabaseSync | undefined;
	/** Those of the database that is open: what is asked thousands of times is compiled once. */
	readonly #statements = new Map<string, StatementSync>();

	private constructor(path: string) {
		this.#path = path;
		this.#attempt(() => this.#openFile());
	}

	read(kind: Kind, name: Uint8Array): Buffer | undefined {
		return this.#attempt(() => {
			const row = this.#statement('SELECT digest, result, used FROM results WHERE kind = ? AND name = ?').get(
				kind,
				name,
			) as Row | undefined;
			if (!row || !digest([row.result]).equals(row.digest)) return undefined;
			if (row.used !== today())
				this.#statement('UPDATE results SET used = ? WHERE kind = ? AND name = ?').run(today(), kind, name);
			return Buffer.from(row.result.buffer, row.result.byteOffset, row.result.byteLength);
		});
	}

	keep(kind: Kind, name: Uint8Array, result: Buffer): void {
		this.#attempt(() =>
			this.#statement('INSERT OR REPLACE INTO results (kind, name, digest, result, used) VALUES (?, ?, ?, ?, ?)').run(
				kind,
				name,
				digest([result]),
				result,
				today(),
			),
		);
	}

	/** @param most Bytes that may stay of each kind. */
	sweep(most: Readonly<Record<string, number>>): void {
		const beyond = `
			DELETE FROM results WHERE rowid IN (
				SELECT rowid FROM (
					SELECT rowid, sum(length(result)) OVER (ORDER BY used DESC, rowid DESC) AS bytes FROM results WHERE kind = ?
				) WHERE bytes > ?
			)`;
		this.#attempt(() => {
			for (const [kind, bytes] of Object.entries(most)) this.#statement(beyond).run(kind, bytes);
			this.#database?.exec('PRAGMA incremental_vacuum');
		});
	}

	#statement(sql: string): StatementSync {
		if (!this.#database) throw new Error(`${this.#path} is not open`);
		const statement = this.#statements.get(sql) ?? this.#database.prepare(sql);
		this.#statements.set(sql, statement);
		return statement;
	}

	#openFile(): void {
		mkdirSync(dirname(this.#path), { recursive: true });
		this.#database = new DatabaseSync(this.#path, { timeout: MOST_WAIT_MS });
		this.#database.exec(schema);
	}

	/** What is asked of the file; of one that is damaged a new one is made, and one that cannot be made or written is done without. */
	#attempt<Answer>(ask: () => Answer): Answer | undefined {
		try {
			return ask();
		} catch (error) {
			if (isDamage(error)) this.#startAnew();
			return undefined;
		}
	}

	#startAnew(): void {
		try {
			this.#statements.clear();
			this.#database?.close();
			this.#database = undefined;
			for (const end of ['', '-wal', '-shm']) rmSync(this.#path + end, { force: true });
			this.#openFile();
		} catch {
			this.#database = undefined;
		}
	}
}

/** SQLite's codes for a file with pages that make no sense, and for one that is no database. https://sqlite.org/rescode.html */
const damage = new Set([11, 26]);
const isDamage = (error: unknown): boolean =>
	error instanceof Error && 'errcode' in error && damage.has(Number(error.errcode) & 0xff);

const today = (): number => Math.floor(Date.now() / DAY);

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
