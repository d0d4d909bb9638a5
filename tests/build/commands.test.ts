/** What an author types, run as they run it: in a project folder, as a process of its own. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../src/build/today.ts';
import { conceptProblems, problemsOf } from '../../src/concepts/checkContent.ts';
import { startGraphviz } from '../../src/concepts/graphviz.ts';
import { isMissing } from '../../src/concepts/missing.ts';
import { readContent } from '../../src/concepts/reading/content.ts';
import { reportOf } from '../../src/concepts/report.ts';
import { miniSite, project, surround } from './miniSite.ts';

beforeAll(startGraphviz);

let remove: (() => void) | undefined;
afterEach(() => remove?.());

function siteWith(broken?: string): string {
	const site = miniSite(broken);
	remove = site.remove;
	return site.root;
}

interface Ended {
	readonly code: number;
	readonly output: string;
	readonly stdout: string;
}

/** Runs a script of the project with Node in a folder. */
function run(root: string, script: string, ...options: string[]): Promise<Ended> {
	return new Promise((done) => {
		execFile(process.execPath, [join(project, script), ...options], { cwd: root }, (error, stdout, stderr) => {
			done({ code: error ? Number(error.code) : 0, output: stdout + stderr, stdout });
		});
	});
}

/** Changes a file of a concept. */
function edit(root: string, file: string, find: string, replace: string): void {
	const path = join(root, 'content/concepts', file);
	const written = readFileSync(path, 'utf8');
	expect(written).toContain(find);
	writeFileSync(path, written.replace(find, replace));
}

describe('npm run check', () => {
	it('ends well when there is nothing to mend', async () => {
		const { code, output } = await run(siteWith(), 'src/build/check.ts');
		expect(output).toMatch(/^2 concepts, no problems \(\d+\.\d s\)\.\n$/);
		expect(code).toBe(0);
	});

	it('prints the report without colors into a pipe, and fails', async () => {
		const { code, output } = await run(siteWith('prompts-few'), 'src/build/check.ts');
		expect(output).toBe(readFileSync(join(import.meta.dirname, 'fixtures/prompts-few/problems.txt'), 'utf8'));
		expect(code).toBe(1);
	});

	it('prints all problems as JSON and nothing else, for programs, and fails', async () => {
		const root = siteWith('prompts-few');
		const { code, stdout } = await run(root, 'src/build/check.ts', '--json');
		expect(JSON.parse(stdout)).toEqual([
			{
				file: 'content/concepts/running-mean/prompts.yaml',
				line: 1,
				column: 1,
				severity: 'error',
				code: 'prompts-few',
				found: '9 prompts',
				expected: '10 or more',
				mend: 'Add prompts, each one idea.',
			},
		]);
		expect(code).toBe(1);
	});

	it('tells programs of no problem and of warnings, and ends well', async () => {
		expect(await run(siteWith(), 'src/build/check.ts', '--json')).toMatchObject({ code: 0, stdout: '[]\n' });
		remove?.();
		const { code, stdout } = await run(siteWith('notation-undeclared'), 'src/build/check.ts', '--json');
		const told: { severity: string }[] = JSON.parse(stdout);
		expect(told.length).toBeGreaterThan(0);
		expect(new Set(told.map(({ severity }) => severity))).toEqual(new Set(['warning']));
		expect(code).toBe(0);
	});

	it('prints warnings, and ends well all the same', async () => {
		const { code, output } = await run(siteWith('notation-undeclared'), 'src/build/check.ts');
		expect(output).toContain('symbol-undeclared (warning)');
		expect(output).toContain('2 concepts, no problems');
		expect(code).toBe(0);
	});

	it('records what an author decided about ids', async () => {
		const root = siteWith('register');
		const decisions = ['--retire', 'running-mean/running-mean-3', '--same-meaning', 'running-mean/running-mean-4'];
		const { output } = await run(root, 'src/build/check.ts', '--record', ...decisions, '--retire', 'moving-average');
		expect(output.match(/^ {2}\S+ {2}\S+$/gm)).toEqual([
			'  3:23  slug-forgotten',
			'  3:36  slug-forgotten',
			'  76:3  id-vanished',
			'  43:7  revision-lowered',
			'  50:7  id-retired',
			'  65:17  id-changed',
			'  98:13  prompt-unknown',
		]);
		const register = readFileSync(join(root, 'content/concepts/running-mean/ids.yaml'), 'utf8');
		expect(register).toMatch(/ {2}running-mean-3: .*retired: \d{4}-\d\d-\d\d \}/);
		expect(register).toContain('  running-mean-three: { kind: prompt, revision: 1');
	});

	it('refuses to decide about what needs no decision', async () => {
		const root = siteWith();
		const register = join(root, 'content/concepts/running-mean/ids.yaml');
		const before = readFileSync(register, 'utf8');
		const { code, output } = await run(root, 'src/build/check.ts', '--retire', 'running-mean/why-count');
		expect(output).toContain('running-mean/why-count: nothing to decide.');
		expect(code).toBe(1);
		expect(readFileSync(register, 'utf8')).toBe(before);
	});

	it('gives criteria and follow-ups an id once, and keeps it', async () => {
		const root = siteWith();
		const folder = join(root, 'content/concepts/running-mean');
		const questions = join(folder, 'questions.yaml');
		const unnamed = readFileSync(questions, 'utf8').replaceAll(/(?<=\{ )id: [a-z-]+, /g, '');
		writeFileSync(questions, unnamed.replaceAll(/askWhen: \{.*\}/g, 'askWhen: always'));
		rmSync(join(folder, 'ids.yaml'));
		expect((await run(root, 'src/build/check.ts')).output).toContain(
			'ids that ids.yaml does not have in this revision',
		);
		expect(await run(root, 'src/build/check.ts', '--record')).toMatchObject({ code: 0 });
		const named = readFileSync(questions, 'utf8');
		expect(named).toContain('{ id: names-two-numbers-kept, see: why-one-number,');
		expect(readFileSync(join(folder, 'ids.yaml'), 'utf8')).toContain(
			'  why-count/names-two-numbers-kept: { kind: criterion',
		);
		writeFileSync(questions, named.replace('Names the two numbers that are kept', 'Names both numbers that are kept'));
		await run(root, 'src/build/check.ts', '--same-meaning', 'running-mean/why-count/names-two-numbers-kept');
		expect(readFileSync(questions, 'utf8')).toContain('{ id: names-two-numbers-kept, see: why-one-number,');
	});
});

describe('npm run new', () => {
	it.each([
		['ml', 'weighted-mean', 'statistics'],
		['swe', 'skip-list', 'structures'],
	])('adds a folder that works, and lacks only what its author must write: %s', async (track, slug, category) => {
		const root = siteWith();
		const { code, output } = await run(root, 'src/build/new.ts', slug, '--category', category);
		expect(code).toBe(0);
		await expect(output).toMatchFileSnapshot(`snapshots/new-${track}.txt`);
		expect(readFileSync(join(root, 'content/categories.yaml'), 'utf8')).toContain(`    - ${slug}\n`);

		const recorded = await run(root, 'src/build/listings.ts', slug);
		expect(recorded.output).toContain('2 listings recorded');
		const content = readContent(root, today());
		const problems = content.drafts.flatMap((draft) => conceptProblems(draft, content));
		expect(problems.filter((problem) => !isMissing(problem))).toEqual([]);
		// What is left is to write words, and the lists that no skeleton can fill.
		const codes = new Set(problems.map(({ code }) => code));
		expect([...codes].sort()).toEqual([
			'reading-time',
			'references-few',
			'stage-short',
			'task-missing',
			'terms-count',
			'to-do',
			'words-count',
		]);
		const shown = content.drafts.flatMap((draft) => draft.components.map(({ name }) => name));
		const withFigure = [
			'Callout',
			'Cite',
			'Diagram',
			'Listing',
			'Out',
			'Shape',
			...(track === 'ml' ? ['Equation', 'Step'] : ['Failures', 'Invariant']),
		];
		expect(new Set(shown)).toEqual(new Set(withFigure));
	});

	it('adds a category with the concept, in an accent that is free', async () => {
		const root = siteWith();
		const options = [
			'--category',
			'networks',
			'--title',
			'Networks',
			'--track',
			'swe',
			'--description',
			'How it gets there',
		];
		const { code, output } = await run(root, 'src/build/new.ts', 'tcp', ...options);
		expect(code, output).toBe(0);
		expect(readFileSync(join(root, 'content/categories.yaml'), 'utf8')).toMatch(
			/\n\n- id: networks\n {2}title: Networks\n {2}track: swe\n {2}description: How it gets there\n {2}accent: \w+\n {2}concepts:\n {4}- tcp\n$/,
		);
		const content = readContent(root, today());
		expect(problemsOf(content), reportOf(problemsOf(content))).toEqual([]);
	});

	it('begins with what is known of a concept in preparation', async () => {
		const root = siteWith();
		writeFileSync(
			join(root, 'content/planned.yaml'),
			"- slug: weighted-mean\n  title: 'Means, with Weights'\n  level: advanced\n  description: 'Some count more: a mean of \"votes\".'\n  prerequisites: [running-mean]\n  aliases: [votes, 'a: b']\n",
		);
		const { code, output } = await run(root, 'src/build/new.ts', 'weighted-mean');
		expect(code, output).toBe(0);
		const [draft] = readContent(root, today()).drafts;
		expect(draft?.frontmatter?.value).toMatchObject({
			title: 'Means, with Weights',
			level: 'advanced',
			description: 'Some count more: a mean of "votes".',
			prerequisites: ['running-mean'],
			aliases: ['votes', 'a: b'],
		});
	});

	it('adds a figure with its test, shown by the new concept', async () => {
		const root = siteWith();
		const { code, output } = await run(root, 'src/build/new.ts', 'weighted-mean', '--figure', 'two-means');
		expect(code, output).toBe(0);
		expect(readdirSync(join(root, 'src/figures/two-means')).sort()).toEqual(['Drawing.tsx', 'Figure.tsx', 'model.ts']);
		expect(readFileSync(join(root, 'src/figures/two-means/Figure.tsx'), 'utf8')).toContain(
			"export default figureView('two-means', model, drawing, {",
		);
		expect(readFileSync(join(root, 'tests/unit/figures/two-means/model.test.ts'), 'utf8')).toContain(
			"from '../../../../src/figures/two-means/model.ts'",
		);
		const content = readContent(root, today());
		expect(problemsOf(content), reportOf(problemsOf(content))).toEqual([]);
		const problems = content.drafts.flatMap((draft) => conceptProblems(draft, content));
		expect(problems.filter((problem) => !isMissing(problem))).toEqual([]);
	});

	it('makes the task of a question that is there, at work as it stands', async () => {
		const root = siteWith();
		const folder = join(root, 'content/concepts/running-mean/tasks');
		for (const name of readdirSync(folder)) rmSync(join(folder, name));
		const { code, output } = await run(root, 'src/build/new.ts', '--task', 'running-mean/code-update');
		expect(code, output).toBe(0);
		expect(readdirSync(folder).sort()).toEqual(
			['.mistakes.yaml', '.py', '.solution.py', '.tests.py'].map((part) => `code-update${part}`),
		);
		const recorded = await run(root, 'src/build/listings.ts', 'running-mean');
		expect(recorded.code, recorded.output).toBe(0);
		const problems = problemsOf(readContent(root, today()));
		expect(problems.filter((problem) => problem.file.includes('/tasks/')).map(({ code: kind }) => kind)).toEqual([
			'to-do',
		]);
	});

	it.each([
		[['--task', 'running-mean'], 'Say which question of which concept'],
		[['--task', 'runing-mean/code-update'], 'There is no concept runing-mean. Did you mean running-mean?'],
		[['--task', 'running-mean/code-updaet'], 'it has code-update. Did you mean code-update?'],
		[['--task', 'running-mean/code-update'], 'content/concepts/running-mean/tasks/code-update.py is already there.'],
		[[], 'Say one slug: npm run new -- kv-cache'],
		[['KV cache'], 'such as kv-cache.'],
		[['running-mean'], 'content/concepts/running-mean is already there.'],
		[['wieghted-mean'], 'Did you mean weighted-mean?'],
		[['skip-list'], '  npm run new -- skip-list --category structures'],
		[
			['skip-list', '--category', 'structure'],
			'There is no category structure; expected statistics, structures. Did you mean structures?',
		],
		[
			['skip-list', '--category', 'trees', '--title', 'Trees', '--track', 'web', '--description', 'x'],
			'"web" is no track; expected ml or swe.',
		],
		[['--figure', 'Two means'], 'such as two-means.'],
		[['skip-list', '--figure', 'attention', '--category', 'Trees'], 'There is no category Trees'],
		[['weighted-mean', '--category', 'structures'], 'weighted-mean is listed under statistics already.'],
	])('refuses %j', async (options, reason) => {
		const root = siteWith();
		const { code, output } = await run(root, 'src/build/new.ts', ...options);
		expect(output).toContain(reason);
		expect(code).toBe(1);
		expect(existsSync(join(root, 'content/concepts/skip-list'))).toBe(false);
	});
});

describe('npm run listings', () => {
	const command = 'src/build/listings.ts';

	it('runs nothing while nothing has changed', async () => {
		const { code, output } = await run(siteWith(), command);
		expect(output).toBe('4 listings and 2 tasks recorded as they stand; --all runs them again.\n');
		expect(code).toBe(0);
	});

	it('records the one that changed, and its check then passes', async () => {
		const root = siteWith();
		edit(root, 'ring-buffer/listings/bounded.py', 'maxlen=3', 'maxlen=2');
		const stale = await run(root, command, '--check', 'ring-buffer');
		expect(stale.output).toContain('It changed since it was recorded. Run npm run listings -- ring-buffer.');
		expect(stale.code).toBe(1);

		const { code, output } = await run(root, command, 'ring-buffer');
		expect(output).toMatch(/ 1\/1 .* ring-buffer\/bounded\.py: recorded on Python 3\.\d+\.\d+\n\n1 listing recorded/);
		expect(code).toBe(0);
		expect(readFileSync(join(root, 'content/concepts/ring-buffer/listings/bounded.out'), 'utf8')).toBe('[4, 5]\n');
		expect((await run(root, command, '--check', 'ring-buffer')).output).toContain(
			'2 listings and 1 task as recorded (',
		);
	});

	it('takes one for changed that was recorded on another version than the one pinned', async () => {
		const root = siteWith();
		const path = join(root, 'content/concepts/running-mean/listings/library.run.json');
		writeFileSync(path, readFileSync(path, 'utf8').replace(/"numpy":\s*"[^"]+"/, '"numpy":"1.24.2"'));
		const { code, output } = await run(root, command, '--check', 'running-mean');
		expect(output).toMatch(/It was recorded on numpy 1\.24\.2, pinned \S+\. Run npm run listings -- running-mean\./);
		expect(code).toBe(1);
	});

	it('fails where one prints something else than its record, with the lines that differ', async () => {
		const root = siteWith();
		edit(root, 'ring-buffer/listings/ring.out', '[4, 5, 3]', '[4, 5, 4]');
		const { code, output } = await run(root, command, '--check', 'ring-buffer');
		expect(output).toContain('✕ content/concepts/ring-buffer/listings/ring.py');
		expect(output).toMatch(/ {18}- \[4, 5, 4\]\n {18}\+ \[4, 5, 3\]/);
		expect(output).toContain('1 listing and 1 task as recorded, 1 failed');
		expect(code).toBe(1);
	});

	it('writes no record of one that fails, and says where', async () => {
		const root = siteWith();
		edit(root, 'ring-buffer/listings/ring.py', 'print(slots)', 'print(slot)');
		const { code, output } = await run(root, command);
		expect(output).toContain("NameError: name 'slot' is not defined");
		expect(output).toContain('line 13, in <module>');
		expect(code).toBe(1);
		expect(readFileSync(join(root, 'content/concepts/ring-buffer/listings/ring.out'), 'utf8')).toBe('[4, 5, 3]\n');
	});

	describe('with breaks', () => {
		const folder = 'running-mean/listings';
		const breaks = `${folder}/scratch.breaks.yaml`;
		const outputs = (root: string) =>
			readdirSync(join(root, 'content/concepts', folder)).filter((name) => /^scratch\..+\.out$/.test(name));

		it('records a new one, and drops the output of one that is gone', async () => {
			const root = siteWith();
			edit(root, breaks, 'id: forget-count', 'id: by-three');
			edit(root, breaks, '(value - mean) / 2', '(value - mean) / 3');
			const { output } = await run(root, command, 'running-mean');
			expect(output).toContain('running-mean/scratch.py: recorded with 2 breaks on Python 3.');
			expect(outputs(root)).toEqual(['scratch.by-three.out', 'scratch.count-twice.out']);
			const recorded = join(root, 'content/concepts', folder, 'scratch.by-three.out');
			expect(readFileSync(recorded, 'utf8')).toBe('4.91\n');
		});

		it.each([
			[
				'(value - mean) / 2',
				'(value - mean) / (1 + count)',
				'With the break forget-count it prints the same as without.',
			],
			['(value - mean) / 2', '(value - mean) / 0', 'With the break forget-count: line 11, in <module>'],
			['find: (value - mean)', 'find: (value - median)', 'Nothing was run. First mend:'],
		])('refuses %s → %s, and keeps what was recorded', async (find, replace, reason) => {
			const root = siteWith();
			edit(root, breaks, find, replace);
			const { code, output } = await run(root, command, 'running-mean');
			expect(output).toContain(reason);
			expect(code).toBe(1);
			expect(outputs(root)).toEqual(['scratch.count-twice.out', 'scratch.forget-count.out']);
		});

		it('fails its check where a break prints something else than its record', async () => {
			const root = siteWith();
			edit(root, `${folder}/scratch.forget-count.out`, '5.75', '5.70');
			const { code, output } = await run(root, command, '--check', 'running-mean');
			expect(output).toContain('With the break forget-count: It prints something else than its record');
			expect(output).toMatch(/- 5\.70\n *\+ 5\.75/);
			expect(code).toBe(1);
		});
	});

	it('says which concept was meant', async () => {
		const { code, output } = await run(siteWith(), command, 'ringbuffer');
		expect(output).toBe('There is no folder content/concepts/ringbuffer. Did you mean ring-buffer?\n');
		expect(code).toBe(1);
	});
});

/** A mini-site with the project's own code around it. */
function wholeSite(broken?: string): string {
	const root = siteWith(broken);
	surround(root);
	return root;
}

const astro = 'node_modules/astro/bin/astro.mjs';

describe('npm run build', () => {
	it('stops with the report when content has problems', async () => {
		const root = wholeSite('stages-misspelt');
		const { code, output } = await run(root, astro, 'build');
		const report = readFileSync(join(import.meta.dirname, 'fixtures/stages-misspelt/problems.txt'), 'utf8');
		// The project's own figures come with its code, and no mini-site shows them.
		expect(output).toContain(report.slice(0, report.lastIndexOf('\n3 problems')));
		expect(output).toContain('Content check: 3 problems');
		expect(code).toBe(1);
		expect(existsSync(join(root, 'dist'))).toBe(false);
	});

	it('passes drafts by, and leads from former slugs to pages, twins and notebooks', async () => {
		const root = wholeSite();
		await run(root, 'src/build/new.ts', 'weighted-mean');
		edit(root, 'running-mean/index.mdx', '\nprerequisites:', '\nformerSlugs: [moving-mean]\nprerequisites:');
		const { code, output } = await run(root, astro, 'build');
		expect(output).toContain('Passed by a draft: weighted-mean.');
		expect(code, output).toBe(0);
		const built = (path: string) => readFileSync(join(root, 'dist/concepts', path), 'utf8');
		expect(existsSync(join(root, 'dist/concepts/weighted-mean'))).toBe(false);
		const visited: string[] = [];
		const location = { search: '?q=mean', hash: '#math', replace: (address: string) => visited.push(address) };
		for (const [, script = ''] of built('moving-mean/index.html').matchAll(/<script>(.+?)<\/script>/gs))
			runInNewContext(script, { location });
		expect(visited).toEqual(['/concepts/running-mean/?q=mean#math']);
		expect(built('moving-mean/index.html')).toMatch(/script-src[^"]*'sha256-/);
		expect(built('moving-mean.md')).toBe(built('running-mean.md'));
		expect(built('moving-mean/moving-mean.ipynb')).toBe(built('running-mean/running-mean.ipynb'));
		// A whole build compresses Python's own files, which takes a minute on a busy machine.
	}, 600_000);
});
