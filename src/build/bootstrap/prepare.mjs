// @ts-check
/**
 * Runs before every command (`prestart`, `pretest`, …): installs what the lockfile says unless it is installed already, and
 * makes sure that the command that follows finds a Node that is new enough and a folder it can work in. Plain Node 20 with nothing installed
 * must run it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { at, root, run, say } from './project.mjs';

/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }>} Packages */

/** @param {string} file @returns {Packages} */
function packagesIn(file) {
	const { packages } = JSON.parse(readFileSync(file, 'utf8'));
	delete packages[''];
	return packages;
}

/** Whether node_modules holds what package-lock.json says, by the record that npm leaves there when an install is complete. */
function isInstalled() {
	const record = at('node_modules', '.package-lock.json');
	if (!existsSync(record)) return false;
	const installed = packagesIn(record);
	const locked = packagesIn(at('package-lock.json'));
	return (
		Object.keys(installed).every((name) => name in locked) &&
		Object.entries(locked).every(([name, { version, optional, devOptional }]) => {
			// A package for another system is in the lockfile only.
			const found = installed[name];
			return found ? found.version === version : (optional ?? devOptional);
		})
	);
}

/** `npm ci` by the npm and the Node that run this command; the project's own Node is about to be replaced. */
async function install() {
	say('Installing packages from package-lock.json (the first time takes a minute)');
	// A warning for each package that is meant for the Node which comes with the project would drown the rest.
	const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
	const { npm_execpath: npm, npm_node_execpath: node } = process.env;
	const done = npm ? await run(node ?? process.execPath, [npm, ...args]) : await run('npm', args);
	if (!done) fail('The packages could not be installed: see the message of npm above.');
}

/** @param {string} version */
function isNewEnough(version) {
	const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
	return major > 24 || (major === 24 && minor >= 8) || (major === 22 && minor >= 22);
}

/** Leaves `node` on the PATH of npm's scripts pointing at a Node that is new enough: the project's own, else the system's. */
function checkNode() {
	const own = at('node_modules', '.bin', 'node');
	if (existsSync(own)) {
		const { status, stdout } = spawnSync(own, ['--version'], { encoding: 'utf8' });
		if (status === 0 && isNewEnough(stdout)) return;
		// Built for another C library: it would hide the system's Node from every script.
		rmSync(own);
	}
	const { stdout } = spawnSync('node', ['--version'], { encoding: 'utf8' });
	if (!isNewEnough(stdout ?? '')) {
		fail(
			`Sixfold is built with Node 24 (or 22.22 and later); found ${stdout?.trim() || 'none'}.`,
			'The Node that comes with the project is for Linux on x64. Install Node 24 from https://nodejs.org, then try again.',
		);
	}
}

/** @param {...string} lines @returns {never} */
function fail(...lines) {
	console.error(lines.join('\n'));
	process.exit(1);
}

/** Vite reads paths as addresses, which end at these signs: it would say of a file that is there that it is not. */
function checkFolder() {
	if (!/[#?]/.test(root)) return;
	fail(
		`Sixfold cannot be built in ${root}: no folder on the way to it may have # or ? in its name. Move or rename it.`,
	);
}

checkFolder();
if (isInstalled()) say('Packages are installed as package-lock.json says');
else await install();
checkNode();
