/**
 * `npm run bench`: what a build costs, in time, memory and bytes, for the content as it is and for 200 pages full of math.
 *
 * Both are built from a copy of the project under .cache/bench, so that neither the site nor its caches are touched. Then what running
 * a listing costs (`benchRunning.ts`), what a page costs with its service worker (`benchOffline.ts`), what a query costs at 60 concepts (`benchSearch.ts`), and what the review costs and brings (`benchRecall.ts`).
 *
 *     --small   two pages, runs and so on: whether it works, in a minute; the figures mean little
 */
import { spawn } from 'node:child_process';
import {
	cpSync,
	globSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse, stringify } from 'yaml';
import type { Category } from '../concepts/schema/category.ts';
import { benchOffline } from './benchOffline.ts';
import { benchRecall } from './benchRecall.ts';
import { benchRunning, benchTask } from './benchRunning.ts';
import { benchSearch } from './benchSearch.ts';

const { values: options } = parseArgs({ options: { small: { type: 'boolean', default: false } } });
const syntheticPages = options.small ? 2 : 200;
const runs = options.small ? 2 : 10;
/** Concepts that the search is timed over. */
const searchedConcepts = 60;
/** The page that is multiplied: it has the most formulas. In double quotes, YAML has its backslashes twice. */
const model = { slug: 'gradient-descent', symbol: /(\\{1,2})eta(?![a-z])/g };
const root = process.cwd();
const copy = join(root, '.cache', 'bench');

function copyProject(): void {
	rmSync(copy, { recursive: true, force: true });
	mkdirSync(copy, { recursive: true });
	for (const name of ['astro.config.mjs', 'content', 'package.json', 'public', 'src', 'tsconfig.json']) {
		cpSync(join(root, name), join(copy, name), { recursive: true });
	}
	symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
}

/**
 * Adds copies of one concept, each with formulas of its own: a cache of rendered formulas must not flatter the figures.
 *
 * @param first Number of the first, from 0.
 * @param end Number after the last.
 */
function addSyntheticPages(first: number, end: number): void {
	const concepts = join(copy, 'content', 'concepts');
	const numbers = Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
	const slugs = numbers.map((index) => `synthetic-${index + 1}`);
	for (const index of numbers) {
		const slug = `synthetic-${index + 1}`;
		cpSync(join(concepts, model.slug), join(concepts, slug), { recursive: true });
		// The ids of the copy are its own, and recorded before the build.
		rmSync(join(concepts, slug, 'ids.yaml'));
		for (const file of globSync('*.{mdx,yaml}', { cwd: join(concepts, slug) })) {
			const path = join(concepts, slug, file);
			const text = readFileSync(path, 'utf8')
				.replace(model.symbol, (_, slash) => `{${slash}eta^{${slash}scriptscriptstyle ${index + 1}}}`)
				.replace(/^title: .*/m, `title: Synthetic ${index + 1}`)
				.replaceAll(`/concepts/${model.slug}/`, `/concepts/${slug}/`);
			writeFileSync(path, text);
		}
	}
	const catalog = join(copy, 'content', 'categories.yaml');
	const categories: Category[] = parse(readFileSync(catalog, 'utf8'));
	categories.find(({ concepts: listed }) => listed.includes(model.slug))?.concepts.push(...slugs);
	writeFileSync(catalog, stringify(categories));
}

/**
 * Runs a program of Node's in the copy, its output only shown when it fails.
 *
 * @returns seconds it took and the most memory its process held, in bytes
 */
function measure(args: readonly string[]): Promise<{ seconds: number; memory: number }> {
	const probe = `
		import { writeSync } from 'node:fs';
		import { isMainThread } from 'node:worker_threads';
		if (isMainThread) process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));`;
	const started = performance.now();
	const child = spawn(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(probe)}`, ...args], {
		cwd: copy,
		stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
	});
	let output = '';
	let kilobytes = '';
	child.stdout?.on('data', (chunk) => (output += chunk));
	child.stderr?.on('data', (chunk) => (output += chunk));
	child.stdio[3]?.on('data', (chunk) => (kilobytes += chunk));
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code) => {
			if (code === 0) resolve({ seconds: (performance.now() - started) / 1000, memory: Number(kilobytes) * 1024 });
			else reject(new Error(`${args.join(' ')} failed:\n${output}`));
		});
	});
}

async function bench(name: string): Promise<void> {
	await measure(['src/build/check.ts', '--record']);
	const { seconds, memory } = await measure(['node_modules/astro/bin/astro.mjs', 'build']);
	const files = readdirSync(join(copy, 'dist'), { recursive: true, withFileTypes: true }).filter((file) =>
		file.isFile(),
	);
	const bytes = files.reduce((sum, { parentPath, name: file }) => sum + statSync(join(parentPath, file)).size, 0);
	const pages = files.filter(({ name: file }) => file.endsWith('.html')).length;
	const row = [
		`${pages} pages`,
		`${seconds.toFixed(1)} s`,
		`${(memory / 1e9).toFixed(2)} GB at the peak`,
		`${files.length} files`,
		`${(bytes / 1e6).toFixed(1)} MB`,
	];
	console.log(`${name}: ${row.join(', ')}`);
}

copyProject();
await bench('Content as it is');
await benchRunning(join(copy, 'dist'), runs);
await benchTask(join(copy, 'dist'), runs);
await benchOffline(join(copy, 'dist'), options.small ? 5 : 21);
const written = readdirSync(join(copy, 'content', 'concepts')).length;
const searched = options.small ? 1 : searchedConcepts - written;
addSyntheticPages(0, searched);
await bench(`With ${searched} synthetic pages of math`);
await benchSearch(join(copy, 'dist'), runs);
addSyntheticPages(searched, syntheticPages);
await bench(`With ${syntheticPages} synthetic pages of math`);
rmSync(copy, { recursive: true });
await benchRecall(options.small ? { prompts: 50, events: 1000, runs } : { prompts: 5000, events: 100_000, runs });
