/**
 * `npm run record -- <slug>`: runs the listings of a concept and keeps what they print.
 *
 * Each runs twice, alone, with different seeds for hashing: what differs between the two runs would differ for a reader as well.
 * `PYTHON` names the interpreter; the packages that a listing imports must be installed for it.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunRecord } from '../concepts/schema/record.ts';
import { today } from './today.ts';

const python = process.env.PYTHON || 'python3';

/** Prints the versions that a record keeps; the third-party packages are read off the source's imports. */
const versions = `
import ast, importlib, json, platform, sys
tree = ast.walk(ast.parse(open(sys.argv[1], encoding='utf-8').read()))
names = {name.split('.')[0] for node in tree
         for name in ([alias.name for alias in node.names] if isinstance(node, ast.Import)
                      else [node.module] if isinstance(node, ast.ImportFrom) else [])}
packages = {name: importlib.import_module(name).__version__.split('+')[0] for name in sorted(names - sys.stdlib_module_names)}
print(json.dumps({'python': platform.python_version(), 'packages': packages}))
`;

/** @throws Error with what Python said, when it does not end well. */
function runPython(args: readonly string[], hashSeed: string): string {
	const folder = mkdtempSync(join(tmpdir(), 'listing-'));
	try {
		const env = { PATH: process.env.PATH, HOME: folder, OMP_NUM_THREADS: '1', PYTHONHASHSEED: hashSeed };
		// -I would ignore PYTHONHASHSEED; -P and -s keep the folder and the user's own packages out of the way as it does.
		const result = spawnSync(python, ['-P', '-s', ...args], { cwd: folder, encoding: 'utf8', env, timeout: 60_000 });
		if (result.error)
			throw new Error(`${python} could not be run: ${result.error.message}. Set PYTHON to a Python 3.11 or later.`);
		if (result.status !== 0) throw new Error(result.stderr);
		return result.stdout;
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** @throws Error when the listing fails, or prints something else the second time. */
function record(path: string): RunRecord {
	const printed = runPython([path], '0');
	if (runPython([path], '1') !== printed) {
		throw new Error('It prints something else each time: set seeds, sort sets, print neither times nor addresses.');
	}
	writeFileSync(path.replace(/\.py$/, '.out'), printed);
	const source = readFileSync(path);
	return {
		sourceHash: createHash('sha256').update(source).digest('hex'),
		...JSON.parse(runPython(['-c', versions, path], '0')),
		date: today(),
	};
}

const [slug = ''] = process.argv.slice(2);
const folder = join(process.cwd(), 'content', 'concepts', slug, 'listings');
let listings: string[] = [];
try {
	listings = readdirSync(folder).filter((name) => name.endsWith('.py'));
} catch {
	console.error(
		`There is no folder content/concepts/${slug}/listings. Say the slug of a concept: npm run record -- kv-cache`,
	);
	process.exitCode = 1;
}
for (const name of listings) {
	try {
		const path = join(folder, name);
		const run = record(path);
		writeFileSync(path.replace(/\.py$/, '.run.json'), `${JSON.stringify(run, null, 2)}\n`);
		const packages = Object.entries(run.packages).map(([title, version]) => `, ${title} ${version}`);
		console.log(`${name}: recorded on Python ${run.python}${packages.join('')}`);
	} catch (thrown) {
		console.error(`${name}: ${thrown instanceof Error ? thrown.message : thrown}`);
		process.exitCode = 1;
	}
}
