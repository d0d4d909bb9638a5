/**
 * `npm run bench`: what a build costs, in time by the clock and of processors, memory and bytes, for the content as it is, again after one
 * page was edited, and for 200 pages full of math, beside Eleventy on the same text; and what the content check costs.
 *
 * All are built from a copy of the project under .cache/bench, so that neither the site nor its caches are touched. Then what running
 * a listing costs (`benchRunning.ts`), what a page costs with its service worker (`benchOffline.ts`), what a query costs at 60 concepts (`benchSearch.ts`), and what the review costs and brings (`benchRecall.ts`).
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
import { benchEleventy } from './benchEleventy.ts';
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

/** A text of the model with formulas of its own: a cache of rendered formulas must not flatter the figures. */
const varied = (text: string, index: number): string =>
	text.replace(model.symbol, (_, slash) => `{${slash}eta^{${slash}scriptscriptstyle ${index + 1}}}`);

/**
 * Adds copies of one concept, each with formulas of its own.
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

/** What a build costs when nothing is left of another one, or with all that is. */
async function bench(name: string, from: 'cold' | 'warm'): Promise<void> {
	await measure(['src/build/check.ts', '--record'], copy);
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
console.log(`Content check: ${timeWords(await measure(['src/build/check.ts'], copy))}`);
const { small } = options;
const site = join(small ? root : copy, 'dist');
if (!small) await bench('Content as it is', 'cold');
const twin = readFileSync(join(site, 'concepts', `${model.slug}.md`), 'utf8');
await benchEleventy(twin, small ? [2] : [searchedConcepts, syntheticPages], varied);
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
if (small) await measure(['src/build/check.ts', '--record'], copy);
else await bench('The same, one page edited', 'warm');
rmSync(copy, { recursive: true });
await benchRecall(small ? { prompts: 50, events: 1000, runs } : { prompts: 5000, events: 100_000, runs });
