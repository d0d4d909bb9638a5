/** Runs one listing alone, in an empty folder and a bare environment, through the runner that refuses what no reader could repeat. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const runner = join(import.meta.dirname, 'runner.py');

export interface Limits {
	/** Seconds of processor time. */
	readonly computing: number;
	/** Seconds by the clock, for what waits instead of computing: generous, because a busy machine must not fail a listing. */
	readonly waiting: number;
}

/** What an author may ask of a reader's machine. */
const usual: Limits = { computing: 20, waiting: 240 };
/** What was recorded within those and runs again to be compared: on a machine that is slow or busy it may take longer, and is no worse. */
export const patient: Limits = { computing: 120, waiting: 900 };
/** What a page can still show, in bytes. */
const OUTPUT = 64 * 1024;

/** A program and the name by which errors call it. */
export interface Program {
	/** File name: `attend.py`. */
	readonly name: string;
	readonly source: string;
}

export interface Run {
	readonly output: string;
	/** Version of Python: `3.11.2`. */
	readonly python: string;
	/** Version of each imported package by its import name. */
	readonly packages: Readonly<Record<string, string>>;
	/** What it wrote to stderr without failing: warnings, as a rule. */
	readonly warnings: string;
}

/** What differs between machines that should print the same: the seed of string hashes, which orders sets, and the processor's instructions. */
type Machine = Readonly<Record<string, string>>;

/**
 * This machine, and one whose processor has none of the instructions of the last fifteen years: what a program prints alike on both, it
 * prints on a reader's too.
 */
export const machines = {
	own: { PYTHONHASHSEED: '0' },
	plain: {
		PYTHONHASHSEED: '1',
		OPENBLAS_CORETYPE: 'Nehalem',
		NPY_DISABLE_CPU_FEATURES: 'X86_V3 X86_V4 AVX512_ICL AVX512_SPR',
		ATEN_CPU_CAPABILITY: 'default',
		MKL_CBWR: 'COMPATIBLE',
		DNNL_MAX_CPU_ISA: 'SSE41',
	},
} as const satisfies Record<string, Machine>;

/**
 * Runs a program once.
 *
 * @param python Path of a Python 3.11 or later.
 * @throws Error whose message is for the listing's author: its own line and what went wrong there.
 */
export async function run(
	python: string,
	{ name, source }: Program,
	machine: Machine,
	{ computing, waiting }: Limits = usual,
): Promise<Run> {
	const folder = mkdtempSync(join(tmpdir(), 'listing-'));
	try {
		const [listing, report, empty] = [join(folder, name), join(folder, 'report.json'), join(folder, 'empty')];
		writeFileSync(listing, source);
		mkdirSync(empty);
		const { output, warnings } = await printed(python, [listing, report, `${computing}`], empty, machine, waiting);
		return { output, warnings, ...JSON.parse(readFileSync(report, 'utf8')) };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** The third-party packages that each file imports, by its absolute path; a file that cannot be read as Python has no entry. */
export async function packagesOf(
	python: string,
	paths: readonly string[],
): Promise<Readonly<Record<string, readonly string[]>>> {
	return JSON.parse((await printed(python, ['--imports', ...paths], tmpdir())).output);
}

function printed(
	python: string,
	args: readonly string[],
	cwd: string,
	machine: Machine = machines.own,
	waiting = usual.waiting,
): Promise<{ output: string; warnings: string }> {
	const { PATH, SystemRoot } = process.env;
	// Several threads add up in another order each time.
	const threads = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };
	const env = { PATH, SystemRoot, HOME: cwd, PYTHONIOENCODING: 'utf-8', ...threads, ...machine };
	return new Promise((resolve, reject) => {
		// -I would ignore PYTHONHASHSEED; -P and -s keep the folder and the user's own packages out of the way as it does.
		const child = spawn(python, ['-P', '-s', '-B', '-X', 'utf8', runner, ...args], {
			cwd,
			env,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		const chunks: Buffer[] = [];
		let size = 0;
		let errors = '';
		let stopped: string | undefined;
		const stop = (reason: string) => {
			stopped ??= reason;
			child.kill('SIGKILL');
		};
		const clock = setTimeout(() => stop(`It did not end within ${waiting} s.`), waiting * 1000);
		child.stdout.on('data', (chunk: Buffer) => {
			size += chunk.length;
			if (size > OUTPUT) stop(`It prints more than ${OUTPUT / 1024} kB.`);
			else chunks.push(chunk);
		});
		child.stderr.on('data', (text) => (errors += text));
		child.on('error', ({ message }) => reject(new Error(`${python} could not be started: ${message}`)));
		child.on('close', (code, signal) => {
			clearTimeout(clock);
			const output = Buffer.concat(chunks).toString('utf8').replaceAll('\r\n', '\n');
			if (code === 0) resolve({ output, warnings: errors.trim() });
			else reject(new Error(stopped ?? (errors.trim() || endOf(code, signal))));
		});
	});
}

function endOf(code: number | null, signal: NodeJS.Signals | null): string {
	if (signal === 'SIGKILL') return 'The system ended it (SIGKILL): it computes for too long, or takes too much memory.';
	return `Python was ended by ${signal ?? `code ${code}`}.`;
}
