/** Where a clone stands and how its files came there are no part of the site: the same bytes from any folder, and from git on any system. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { miniSite, project, surround } from './miniSite.ts';

/** As a reader's shell runs it: under a test's `NODE_ENV`, views would be compiled for development, which writes paths into them. */
const { NODE_ENV: _, ...env } = process.env;
const run = (cwd: string, command: string, ...options: string[]): string =>
	execFileSync(command, options, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const git = (cwd: string, ...options: string[]): string =>
	run(cwd, 'git', '-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...options);
const check = (root: string): string => run(root, process.execPath, join(project, 'src/build/check.ts'));

/** Where Python's interpreter was compressed before, it is not compressed again. */
function takeInterpreter(root: string): void {
	const kept = join(project, '.cache/results.sqlite');
	if (!existsSync(kept)) return;
	mkdirSync(join(root, '.cache'), { recursive: true });
	const taken = join(root, '.cache/results.sqlite');
	const database = new DatabaseSync(kept);
	try {
		database.prepare('VACUUM INTO ?').run(taken);
	} finally {
		database.close();
	}
	const own = new DatabaseSync(taken);
	own.exec("DELETE FROM results WHERE kind <> 'compressed' OR length(result) < 500000");
	own.close();
}

/** The built files of a project folder, by path. */
function built(root: string): Map<string, Buffer> {
	surround(root);
	takeInterpreter(root);
	run(root, process.execPath, 'node_modules/astro/bin/astro.mjs', 'build');
	const files = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })
		.filter((name) => statSync(join(root, 'dist', name)).isFile())
		.sort();
	return new Map(files.map((name) => [name, readFileSync(join(root, 'dist', name))]));
}

describe('a clone', () => {
	let places: string;
	let origin: ReturnType<typeof miniSite>;

	beforeAll(() => {
		places = mkdtempSync(join(tmpdir(), 'clones-'));
		origin = miniSite();
		git(origin.root, 'init', '--quiet');
		git(origin.root, 'add', '.');
		git(origin.root, 'commit', '--quiet', '--message=A site');
	});
	afterAll(() => {
		origin.remove();
		rmSync(places, { recursive: true, force: true });
	});

	it('with the line ends of Windows checks clean', () => {
		const clone = join(places, 'windows');
		git(places, 'clone', '--quiet', '-c', 'core.autocrlf=true', origin.root, clone);
		expect(readFileSync(join(clone, 'content/categories.yaml'), 'utf8')).toContain('\r\n');
		expect(check(clone)).toContain('2 concepts, no problems');
	});

	it('in a folder whose name ends addresses is told so in one line', () => {
		const folder = join(places, 'C#');
		cpSync(join(project, 'src/build/bootstrap'), join(folder, 'src/build/bootstrap'), { recursive: true });
		const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'src/build/bootstrap/prepare.mjs')], {
			encoding: 'utf8',
		});
		expect(status).toBe(1);
		expect(stdout + stderr).toBe(
			`Sixfold cannot be built in ${folder}: no folder on the way to it may have # or ? in its name. Move or rename it.\n`,
		);
	});

	it('becomes the same site in a folder of another name, on a system that changes line ends', () => {
		cpSync(join(project, '.gitattributes'), join(origin.root, '.gitattributes'));
		git(origin.root, 'add', '.');
		git(origin.root, 'commit', '--quiet', '--message=Line ends stay');
		const clone = join(places, 'My Projects (2026)');
		git(places, 'clone', '--quiet', '-c', 'core.autocrlf=true', origin.root, clone);
		const here = built(origin.root);
		const there = built(clone);
		expect([...there.keys()]).toEqual([...here.keys()]);
		const different = [...here].filter(([name, content]) => !there.get(name)?.equals(content)).map(([name]) => name);
		expect(different).toEqual([]);
	}, 400_000);
});
