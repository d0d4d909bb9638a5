// @ts-check
/** What a Debian-like system can bring: programs that the checks use, installed by apt when the commands run as root. Plain Node 20. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, say } from './project.mjs';

/** Whether packages can be installed here without asking anybody. */
export const canInstall = existsSync('/etc/debian_version') && process.getuid?.() === 0;

/**
 * Installs packages by apt.
 *
 * @param {readonly string[]} packages
 * @returns {Promise<boolean>} Whether all of them are installed now.
 */
export async function install(packages) {
	const quietly = { DEBIAN_FRONTEND: 'noninteractive' };
	await run('apt-get', ['update', '-qq'], quietly);
	return run('apt-get', ['install', '-qq', '--no-install-recommends', ...packages], quietly);
}

/**
 * The path of a program: of the PATH, of where Debian keeps what only root runs, or installed now where that can be done.
 *
 * @param {string} name `nginx`
 * @param {string} debianPackage The package that brings it: `nginx-light`.
 * @param {string} purpose What it is for, to be said when it is installed: `The site is served by nginx as well`.
 * @returns {Promise<string | undefined>} Undefined where it is not and cannot be installed.
 */
export async function program(name, debianPackage, purpose) {
	const found = find(name);
	if (found || !canInstall) return found;
	say(`Installing ${debianPackage} with apt: ${purpose}`);
	await install([debianPackage]);
	return find(name);
}

/** @param {string} name */
export function find(name) {
	const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'].filter(Boolean);
	return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}
