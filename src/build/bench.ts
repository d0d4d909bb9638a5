/**
 * `npm run bench`: what things cost, part by part; words behind `--` name the parts to be run, in the order of `parts`.
 *
 *     builds    what a build costs, in time by the clock and of processors, memory and bytes, for the content as it is, with 60, 200 and
 *               1,000 concepts, most of them copies that are full of math, and again after one page was edited, beside Eleventy on the
 *               same text; at 60, what the content check costs, and how long an author waits after a save (`benchDev.ts`)
 *     running   running a listing, and a task (`benchRunning.ts`)
 *     offline   a page with its service worker (`benchOffline.ts`)
 *     search    a query at 60 concepts (`benchSearch.ts`)
 *     recall    the review, and what it brings (`benchRecall.ts`)
 *
 * What is built is a copy of the project under .cache/bench, so that neither the site nor its caches are touched.
 *
 *     --small   few runs on the site that is built already, and no builds: whether it works, in minutes; the figures mean little
 */
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
import { measure, memoryWords, timeWords } from './benchCost.ts';
import { benchDev } from './benchDev.ts';
import { benchEleventy } from './benchEleventy.ts';
import { benchOffline } from './benchOffline.ts';
import { benchRecall } from './benchRecall.ts';
import { benchRunning, benchTask } from './benchRunning.ts';
import { benchSearch } from './benchSearch.ts';

const parts = ['builds', 'running', 'offline', 'search', 'recall'] as const;
const { values: options, positionals } = parseArgs({
	options: { small: { type: 'boolean', default: false } },
	allowPositionals: true,
});
const unknown = positionals.filter((word) => !parts.some((part) => part === word));
if (unknown.length > 0) throw new Error(`no part of the bench: ${unknown.join(', ')}; there are ${parts.join(', ')}`);
const { small } = options;
/** Whether a part is asked for. */
const isAsked = (part: (typeof parts)[number]): boolean => positionals.length === 0 || positionals.includes(part);
const runs = small ? 2 : 10;
/** Numbers of concepts: as many as are planned first, and what a build shall stand. */
const sizes = { planned: 60, large: 200, huge: 1000 } as const;
/** The page that is multiplied: it has the most formulas. In double quotes, YAML has its backslashes twice. */
const model = { slug: 'gradient-descent', symbol: /(\\{1,2})eta(?![a-z])/g };
/** The copy that is edited. */
const edited = 'synthetic-1';
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

/** A text of the model with formulas of its own: a cache of rendered formulas must not flatter the figures. */
const varied = (text: string, index: number): string =>
	text.replace(model.symbol, (_, slash) => `{${slash}eta^{${slash}scriptscriptstyle ${index + 1}}}`);

/** Adds copies of one concept, each with formulas of its own, until there are so many concepts. */
function growTo(all: number): void {
	const concepts = join(copy, 'content', 'concepts');
	const first = readdirSync(concepts).length - standing;
	const numbers = Array.from({ length: Math.max(0, all - standing - first) }, (_, at) => first + at);
	const slugs = numbers.map((index) => `synthetic-${index + 1}`);
	for (const index of numbers) {
		const slug = `synthetic-${index + 1}`;
		cpSync(join(concepts, model.slug), join(concepts, slug), { recursive: true });
		// The ids of the copy are its own, and recorded before the build.
		rmSync(join(concepts, slug, 'ids.yaml'));
		for (const file of globSync('*.{mdx,yaml}', { cwd: join(concepts, slug) })) {
			const path = join(concepts, slug, file);
			const text = varied(readFileSync(path, 'utf8'), index)
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

const recordIds = () => measure(['src/build/check.ts', '--record'], copy);

/** What the content check costs: of what nobody has checked, and again. */
async function benchCheck(): Promise<void> {
	await recordIds();
	rmSync(join(copy, '.cache'), { recursive: true, force: true });
	const concepts = readdirSync(join(copy, 'content', 'concepts')).length;
	for (const from of ['cold', 'warm']) {
		console.log(
			`Content check of ${concepts} concepts, ${from}: ${timeWords(await measure(['src/build/check.ts'], copy))}`,
		);
	}
}

/** What a build costs when nothing is left of another one, or with all that is. */
async function bench(name: string, from: 'cold' | 'warm'): Promise<void> {
	await recordIds();
	if (from === 'cold') rmSync(join(copy, '.cache'), { recursive: true, force: true });
	const cost = await measure(['node_modules/astro/bin/astro.mjs', 'build'], copy);
	const files = readdirSync(join(copy, 'dist'), { recursive: true, withFileTypes: true }).filter((file) =>
		file.isFile(),
	);
	const bytes = files.reduce((sum, { parentPath, name: file }) => sum + statSync(join(parentPath, file)).size, 0);
	const pages = files.filter(({ name: file }) => file.endsWith('.html')).length;
	const row = [
		`${pages} pages`,
		timeWords(cost),
		memoryWords(cost),
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
const standing = readdirSync(join(copy, 'content', 'concepts')).length;
const site = join(small ? root : copy, 'dist');
if (!small && (isAsked('builds') || isAsked('running') || isAsked('offline')))
	await bench(`${standing} concepts, all that stand`, 'cold');
if (isAsked('builds')) {
	const twin = readFileSync(join(site, 'concepts', `${model.slug}.md`), 'utf8');
	await benchEleventy(twin, small ? [2] : Object.values(sizes), varied);
}
if (isAsked('running')) {
	await benchRunning(site, runs);
	await benchTask(site, runs);
}
if (isAsked('offline')) await benchOffline(site, small ? 3 : 21);
if (isAsked('builds') || isAsked('search')) {
	growTo(small ? standing + 1 : sizes.planned);
	if (!small) await bench(`${sizes.planned} concepts`, 'cold');
}
if (isAsked('search')) await benchSearch(site, runs);
if (isAsked('builds')) {
	await benchCheck();
	await benchDev(copy, edited, runs);
	if (!small) {
		growTo(sizes.large);
		await bench(`${sizes.large} concepts`, 'cold');
		editPage(edited);
		await bench('The same, one page edited', 'warm');
		growTo(sizes.huge);
		await bench(`${sizes.huge} concepts`, 'cold');
	}
}
rmSync(copy, { recursive: true });
if (isAsked('recall')) {
	await benchRecall(small ? { prompts: 50, events: 1000, runs } : { prompts: 5000, events: 100_000, runs });
}
