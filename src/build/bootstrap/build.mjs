// @ts-check
/** Builds of the site that are made again only when something they are made from has changed. Plain Node 20. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { at, root, runTool } from './project.mjs';
import { rootSite } from './sites.mjs';

/** Everything a build reads, from the root of the repository. */
const inputs = ['astro.config.mjs', 'package-lock.json', 'tsconfig.json', 'content', 'public', 'src'];
const variables = Object.keys(rootSite.env);

/** @param {string} path From the root. @returns {string[]} Paths of all files at or below it, sorted; none if it is not there. */
function filesAt(path) {
	const found = statSync(at(path), { throwIfNoEntry: false });
	if (!found) return [];
	if (!found.isDirectory()) return [path];
	return readdirSync(at(path))
		.sort()
		.flatMap((name) => filesAt(join(path, name)));
}

/** @param {Record<string, string | undefined>} env */
function hashOfInputs(env) {
	const hash = createHash('sha256');
	for (const name of variables) hash.update(`${name}=${env[name] ?? ''}\n`);
	for (const file of inputs.flatMap(filesAt)) hash.update(`${file}\n`).update(readFileSync(at(file)));
	return hash.digest('hex');
}

/** A mark of what was built, to notice that somebody changed or removed it since. @param {string} folder */
function markOf(folder) {
	const hash = createHash('sha256');
	for (const file of filesAt(folder)) {
		const { size, mtimeMs } = statSync(at(file));
		hash.update(`${file} ${size} ${mtimeMs}\n`);
	}
	return hash.digest('hex');
}

/** @param {string} folder */
const stampOf = (folder) => at('.cache', 'builds', `${folder.replaceAll(/[\\/]/g, '-')}.json`);

/**
 * Whether a folder holds the site as it would be built now.
 *
 * @param {string} folder From the root of the repository.
 * @param {Record<string, string | undefined>} env With the site's variables.
 */
export function isBuilt(folder, env) {
	try {
		const stamp = JSON.parse(readFileSync(stampOf(folder), 'utf8'));
		return stamp.built === markOf(folder) && stamp.inputs === hashOfInputs(env);
	} catch {
		return false; // Never built, or interrupted while the stamp was written.
	}
}

/**
 * Builds the site, its search index included.
 *
 * @param {string} folder From the root of the repository.
 * @param {Record<string, string | undefined>} env With the site's variables.
 * @returns {Promise<boolean>} Whether it was built.
 */
export async function build(folder, env) {
	const stamp = stampOf(folder);
	rmSync(stamp, { force: true });
	const inputsBefore = hashOfInputs(env);
	if (!(await runTool('astro/bin/astro.mjs', ['build', '--outDir', join(root, folder)], env))) return false;
	mkdirSync(dirname(stamp), { recursive: true });
	writeFileSync(stamp, JSON.stringify({ inputs: inputsBefore, built: markOf(folder) }));
	return true;
}
