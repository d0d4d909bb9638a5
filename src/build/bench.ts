/**
 * `npm run bench`: what a build costs, in time by the clock and of processors, memory and bytes, for the content as it is, again after one
 * page was edited, and for 200 pages full of math; and what the content check costs.
 *
 * All are built from a copy of the project under .cache/bench, so that neither the site nor its caches are touched. Then what running
 * a listing costs (`benchRunning.ts`), what a page costs with its service worker (`benchOffline.ts`), what a query costs at 60 concepts (`benchSearch.ts`), and what the review costs and brings (`benchRecall.ts`).
 *
 *     --small   few runs on the site that is built already, and no builds: whether it works, in minutes; the figures mean little
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
const syntheticPages = 200;
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

interface Cost {
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

/** Runs a program of Node's in the copy, its output only shown when it fails. */
function measure(args: readonly string[]): Promise<Cost> {
	const started = performance.now();
	const child = spawn(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(probe)}`, ...args], {
		cwd: copy,
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

const timeWords = ({ seconds, work }: Cost): string =>
	`${seconds.toFixed(1)} s by the clock, ${work.toFixed(1)} s of processors`;

/** What a build costs when nothing is left of another one, or with all that is. */
async function bench(name: string, from: 'cold' | 'warm'): Promise<void> {
	await measure(['src/build/check.ts', '--record']);
	if (from === 'cold') rmSync(join(copy, '.cache'), { recursive: true, force: true });
	const cost = await measure(['node_modules/astro/bin/astro.mjs', 'build']);
	const files = readdirSync(join(copy, 'dist'), { recursive: true, withFileTypes: true }).filter((file) =>
		file.isFile(),
	);
	const bytes = files.reduce((sum, { parentPath, name: file }) => sum + statSync(join(parentPath, file)).size, 0);
	const pages = files.filter(({ name: file }) => file.endsWith('.html')).length;
	const row = [
		`${pages} pages`,
		timeWords(cost),
		`${(cost.memory / 1e9).toFixed(2)} GB at the peak`,
		`${files.length} files`,
		`${(bytes / 1e6).toFixed(1)} MB`,
	];
	console.log(`${name}, ${from}: ${row.join(', ')}`);
}

/** Changes a word of a page, and of nothing that is recorded: a page that is as long as it may be has no room for one more. */
function editPage(slug: string): void {
	const path = join(copy, 'content', 'concepts', slug, 'index.mdx');
	const text = readFileSync(path, 'utf8');
	const edited = text.replace(/^(?:The|A|An)(?= )/m, 'This');
	if (edited === text) throw new Error(`${slug} has no paragraph to edit`);
	writeFileSync(path, edited);
}

copyProject();
console.log(`Content check: ${timeWords(await measure(['src/build/check.ts']))}`);
const { small } = options;
const site = join(small ? root : copy, 'dist');
if (!small) await bench('Content as it is', 'cold');
await benchRunning(site, runs);
await benchTask(site, runs);
await benchOffline(site, small ? 3 : 21);
const searched = small ? 1 : searchedConcepts - readdirSync(join(copy, 'content', 'concepts')).length;
addSyntheticPages(0, searched);
if (!small) await bench(`With ${searched} synthetic pages of math`, 'cold');
await benchSearch(site, runs);
if (!small) {
	addSyntheticPages(searched, syntheticPages);
	await bench(`With ${syntheticPages} synthetic pages of math`, 'cold');
}
editPage('synthetic-1');
if (small) await measure(['src/build/check.ts', '--record']);
else await bench('The same, one page edited', 'warm');
rmSync(copy, { recursive: true });
await benchRecall(small ? { prompts: 50, events: 1000, runs } : { prompts: 5000, events: 100_000, runs });
