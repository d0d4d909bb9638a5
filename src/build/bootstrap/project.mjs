// @ts-check
/** Where the project is, and the one way in which the commands speak and run other programs. Plain Node 20. */
import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository, without a slash at the end. */
export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');

/** @param {...string} path Path from the root of the repository. */
export const at = (...path) => join(root, ...path);

const colored = process.stdout.isTTY && !process.env.NO_COLOR;

/** @param {string} text */
export const bold = (text) => (colored ? `\u001b[1m${text}\u001b[22m` : text);

/** Says what is done next. @param {string} text */
export function say(text) {
	console.log(bold(`» ${text}`));
}

/**
 * A program, and how it is run.
 *
 * @typedef {object} Command
 * @property {string} program
 * @property {readonly string[]} args
 * @property {Record<string, string | undefined>} [env] Added to the environment; undefined removes a variable.
 */

/**
 * A program of Node's in the project: a path from its root.
 *
 * @param {readonly string[]} args
 * @returns {Command}
 */
export const script = (...args) => ({ program: process.execPath, args });

/**
 * A program that a package of the project brings, run with the Node the project uses.
 *
 * @param {string} entry Path of the program's JavaScript below node_modules: `astro/bin/astro.mjs`.
 * @param {readonly string[]} args
 * @param {Record<string, string | undefined>} [env]
 * @returns {Command}
 */
export function tool(entry, args, env = {}) {
	const path = [at('node_modules', '.bin'), process.env.PATH].join(delimiter);
	return { program: process.execPath, args: [at('node_modules', entry), ...args], env: { PATH: path, ...env } };
}

/**
 * Runs a program in the root of the repository.
 *
 * @param {Command} command
 * @param {import('node:child_process').StdioOptions} stdio
 * @param {(child: import('node:child_process').ChildProcess) => void} [onStart]
 * @returns {Promise<boolean>} Whether it ended well.
 */
function perform({ program, args, env }, stdio, onStart) {
	return new Promise((resolve) => {
		const child = spawn(program, args, { cwd: root, stdio, env: { ...process.env, ...env } });
		child.on('error', (error) => {
			console.error(`${program} could not be started: ${error.message}`);
			resolve(false);
		});
		child.on('close', (code) => resolve(code === 0));
		onStart?.(child);
	});
}

/**
 * Runs a program in the root of the repository, its output shown as it comes.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Record<string, string | undefined>} [env] Added to the environment; undefined removes a variable.
 * @returns {Promise<boolean>} Whether it ended well.
 */
export const run = (program, args, env = {}) => perform({ program, args, env }, 'inherit');

/**
 * Runs a program that a package of the project brings, its output shown as it comes.
 *
 * @param {string} entry Path of the program's JavaScript below node_modules: `astro/bin/astro.mjs`.
 * @param {readonly string[]} args
 * @param {Record<string, string | undefined>} [env]
 */
export const runTool = (entry, args, env = {}) => perform(tool(entry, args, env), 'inherit');

/**
 * Runs a program beside others, on what they leave of the processors, and keeps what it says for later.
 *
 * @param {Command} command
 * @returns {Promise<{ passed: boolean, output: string }>}
 */
export async function runAside(command) {
	let output = '';
	const passed = await perform(command, ['ignore', 'pipe', 'pipe'], ({ pid, stdout, stderr }) => {
		try {
			if (pid) setPriority(pid, constants.priority.PRIORITY_LOW);
		} catch {
			// It has ended already, or the system keeps priorities to itself: then it runs as any other.
		}
		for (const stream of [stdout, stderr]) stream?.setEncoding('utf8').on('data', (text) => (output += text));
	});
	return { passed, output };
}
