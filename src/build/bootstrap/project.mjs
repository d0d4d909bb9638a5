// @ts-check
/** Where the project is, and the one way in which the commands speak and run other programs. Plain Node 20. */
import { spawn } from 'node:child_process';
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
 * Runs a program in the root of the repository, its output shown as it comes.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Record<string, string | undefined>} [env] Added to the environment; undefined removes a variable.
 * @returns {Promise<boolean>} Whether it ended well.
 */
export function run(program, args, env = {}) {
	return new Promise((resolve) => {
		const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
		child.on('error', (error) => {
			console.error(`${program} could not be started: ${error.message}`);
			resolve(false);
		});
		child.on('close', (code) => resolve(code === 0));
	});
}

/**
 * Runs a program that a package of the project brings, with the Node the project uses.
 *
 * @param {string} entry Path of the program's JavaScript below node_modules: `astro/bin/astro.mjs`.
 * @param {readonly string[]} args
 * @param {Record<string, string | undefined>} [env]
 */
export function runTool(entry, args, env = {}) {
	const path = [at('node_modules', '.bin'), process.env.PATH].join(delimiter);
	return run(process.execPath, [at('node_modules', entry), ...args], { PATH: path, ...env });
}
