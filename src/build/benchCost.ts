/** What a program of Node's costs, for `npm run bench`. */
import { spawn } from 'node:child_process';

export interface Cost {
	/** Seconds by the clock. */
	readonly seconds: number;
	/** Seconds that processors worked, for the process with its threads and, on Linux, for the programs that it ran. */
	readonly work: number;
	/** The most memory that the process held, in bytes. */
	readonly memory: number;
}

/** Runs in the measured process: tells what it cost when it ends. Linux counts hundredths of seconds of its children. */
const probe = `
	import { readFileSync, writeSync } from 'node:fs';
	import { isMainThread } from 'node:worker_threads';
	if (isMainThread) process.on('exit', () => {
		const { user, system } = process.cpuUsage();
		let children = 0;
		try {
			const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ');
			children = (Number(fields[13]) + Number(fields[14])) / 100;
		} catch {}
		const work = (user + system) / 1e6 + children;
		writeSync(3, JSON.stringify({ work, memory: process.resourceUsage().maxRSS * 1024 }));
	});`;

/**
 * Runs a program of Node's, its output only shown when it fails.
 *
 * @param cwd Folder that it runs in.
 */
export function measure(args: readonly string[], cwd: string): Promise<Cost> {
	const started = performance.now();
	const child = spawn(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(probe)}`, ...args], {
		cwd,
		stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
	});
	let output = '';
	let told = '';
	child.stdout?.on('data', (chunk) => (output += chunk));
	child.stderr?.on('data', (chunk) => (output += chunk));
	child.stdio[3]?.on('data', (chunk) => (told += chunk));
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code) => {
			if (code === 0) resolve({ ...JSON.parse(told), seconds: (performance.now() - started) / 1000 });
			else reject(new Error(`${args.join(' ')} failed:\n${output}`));
		});
	});
}

export const timeWords = ({ seconds, work }: Cost): string =>
	`${seconds.toFixed(1)} s by the clock, ${work.toFixed(1)} s of processors`;

export const memoryWords = ({ memory }: Cost): string => `${(memory / 1e9).toFixed(2)} GB at the peak`;
